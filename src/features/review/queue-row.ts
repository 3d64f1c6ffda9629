import { decide } from '../../domain/access/decide.js';
import { tierAtWork, type JudgingTier } from '../../domain/lke/assessment.js';
import { isEndStage } from '../../domain/lke/stages.js';
import { paths } from '../../paths.js';
import { dayIn, daysBetween, formatInstant } from '../../text/format.js';
import { stageText } from '../../text/messages/lke.js';
import { queueText as text, tierShort } from '../../text/messages/review.js';
import { queueSumText } from '../../text/messages/review-turn.js';
import type { Deps } from '../../web/deps.js';
import { lkeRights } from '../../web/lke-nav.js';
import type { SignedIn } from '../../web/viewer-store.js';
import { stageDeadline } from '../lke/store.js';
import type { YearDay } from '../years/store.js';
import { actLink, actNow, type ActLink } from './act-now.js';
import type { QueuedLke } from './queue-store.js';

/** One satker in the queue of a person who assesses, confirms or decides. */
export interface QueueRow {
  readonly href: string;
  readonly name: string;
  readonly tier: string;
  readonly stage: string;
  readonly progress: string;
  readonly done: number;
  readonly of: number;
  readonly deadline: string;
  readonly deadlineAt: string;
  readonly isPressing: boolean;
  readonly quiet: string;
  readonly lastAt: string;
  readonly waiting: string | null;
  readonly lapsed: string | null;
  /** It is this person's turn. */
  readonly isOpen: boolean;
  readonly actionHref: string;
  readonly action: string;
  readonly assignHref: string | null;
}

export async function queueRow(
  deps: Deps,
  user: SignedIn,
  lke: QueuedLke,
  at: { readonly year: number; readonly of: number; readonly days: readonly YearDay[] },
): Promise<QueueRow> {
  const { satker, stage, waiting, lapsed } = lke;
  const { year, of } = at;
  const tier = tierOf(user, lke);
  const link = await linkOf(deps, user, lke, at);
  const address = [satker.code, year, tier] as const;
  return {
    href: paths.review(...address),
    name: satker.name,
    tier: tierShort[tier],
    stage: stageText[stage],
    progress: progressText(lke.assessed[tier], of),
    done: lke.assessed[tier] ?? 0,
    of,
    ...deadlineOf(deps, lke, at.days, link !== null),
    ...quietOf(deps, lke),
    waiting: waiting === 0 ? null : text.waiting(waiting),
    lapsed: lapsed === 0 ? null : queueSumText.lapsed(lapsed),
    isOpen: link !== null,
    actionHref: link?.href ?? paths.review(...address),
    action: link?.label ?? text.open,
    assignHref:
      decide(user, 'review.assign', satker) === 'allowed'
        ? paths.assignment(satker.code, year)
        : null,
  };
}

export function tierOf(user: SignedIn, { satker }: QueuedLke): JudgingTier {
  return lkeRights(user, satker).review ?? 'pendahuluan';
}

export function progressText(done: number | null, of: number): string {
  return done === null ? text.notBegun : text.progress(done, of);
}

async function linkOf(
  { store }: Deps,
  user: SignedIn,
  lke: QueuedLke,
  { year, of }: { readonly year: number; readonly of: number },
): Promise<ActLink | null> {
  const tier = tierAtWork(lke.stage) ?? tierOf(user, lke);
  const done = lke.assessed[tier] ?? 0;
  const act = await actNow(store.db, user, lke, done === of);
  return act === null
    ? null
    : actLink(act, { satker: lke.satker.code, year, tier, hasBegun: done > 0 });
}

/** What is over has no date any more. */
function deadlineOf(
  { clock }: Deps,
  { stage, satker, sentBack }: QueuedLke,
  days: readonly YearDay[],
  isMine: boolean,
): Pick<QueueRow, 'deadline' | 'deadlineAt' | 'isPressing'> {
  if (isEndStage(stage)) return { deadline: '–', deadlineAt: '', isPressing: false };
  const found = stageDeadline(days, stage, clock(), satker.timeZone, sentBack);
  return {
    deadline: found?.left ?? text.noDeadline,
    deadlineAt: found?.at ?? '',
    isPressing: isMine && found !== null && (found.isNear || found.isOver),
  };
}

function quietOf(
  { clock }: Deps,
  { satker: { timeZone }, lastActivity }: QueuedLke,
): Pick<QueueRow, 'quiet' | 'lastAt'> {
  if (lastActivity === null) return { quiet: text.never, lastAt: '' };
  const days = daysBetween(dayIn(new Date(lastActivity), timeZone), dayIn(clock(), timeZone));
  return { quiet: text.quiet(days), lastAt: formatInstant(lastActivity, timeZone) };
}
