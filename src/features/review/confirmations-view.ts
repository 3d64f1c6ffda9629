import { decide } from '../../domain/access/decide.js';
import { reaches } from '../../domain/access/roles.js';
import { CONFIRMING_ROLES, isSecondOfSame } from '../../domain/lke/confirmation.js';
import { paths } from '../../paths.js';
import { formatInstant } from '../../text/format.js';
import { confirmText, tierListText as text } from '../../text/messages/review.js';
import { roleName } from '../../text/messages/users.js';
import type { reportWritten } from './confirmation-store.js';
import type { StandingConfirmation } from './confirmations.js';
import type { TierFacts } from './review-facts.js';

/** What ketua tim and dalnis confirmed or may confirm, on the page of their tier. */
export interface ConfirmationsView {
  readonly confirmations: readonly ConfirmationView[];
  readonly confirm: {
    readonly action: string;
    readonly basis: string;
    /** The words that are confirmed with the assessments; null for who does not read them. */
    readonly report: {
      readonly href: string;
      readonly label: string;
      readonly state: string;
    } | null;
  } | null;
}

interface ConfirmationView {
  readonly role: string;
  readonly code: string;
  readonly state: string;
  readonly holds: boolean;
  /** Why this person does not, although the role is held. */
  readonly hint: string | null;
  /** This person confirms in this role, now. */
  readonly isMine: boolean;
}

export interface Confirmed {
  readonly confirmations: readonly StandingConfirmation[];
  readonly basis: string;
  readonly written: Awaited<ReturnType<typeof reportWritten>>;
}

/** Only TPI confirms (domain.md, Tiers). */
export function confirmationsView(
  { lke, tier, user, isOpen, work, barredBy }: TierFacts,
  { confirmations, basis, written }: Confirmed,
): ConfirmationsView {
  if (tier !== 'tpi') return { confirmations: [], confirm: null };
  const isComplete = work.score.answered === work.score.of;
  const mayConfirm = decide(user, 'assessment.confirm', lke.satker) === 'allowed';
  const views = CONFIRMING_ROLES.map((role): ConfirmationView => {
    const one = confirmations.find((each) => each.role === role);
    const isHeld = user.grants.some((g) => g.role === role && reaches(g, lke.satker));
    const holds = one?.holds === true;
    const isSecond = isSecondOfSame(confirmations, role, user.userId);
    const when = one === undefined ? '' : formatInstant(one.at, lke.satker.timeZone);
    return {
      role: roleName(role),
      code: role,
      state:
        one === undefined
          ? text.unconfirmed
          : holds
            ? text.confirmed(when, one.by)
            : text.fallen(when, one.by),
      holds,
      isMine:
        isHeld && mayConfirm && isOpen && isComplete && !holds && !isSecond && barredBy === null,
      hint: isHeld && isSecond ? confirmText.samePerson : null,
    };
  });
  const action = paths.reviewConfirmation(lke.satker.code, lke.year, tier);
  const mayRead = decide(user, 'lhe.read', lke.satker) === 'allowed';
  const report = mayRead ? reportView(lke, written) : null;
  return { confirmations: views, confirm: { action, basis, report } };
}

function reportView(
  { satker, year }: TierFacts['lke'],
  written: Confirmed['written'],
): NonNullable<ConfirmationsView['confirm']>['report'] {
  return {
    href: paths.lhe(satker.code, year),
    label: confirmText.report,
    state:
      written === null
        ? confirmText.unwritten
        : confirmText.written(
            written.count,
            written.by,
            formatInstant(written.at, satker.timeZone),
          ),
  };
}
