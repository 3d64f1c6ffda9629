import { reaches, type SatkerPlace } from '../../domain/access/roles.js';
import type { Viewer } from '../../domain/access/decide.js';
import { tierAtWork, type JudgingTier } from '../../domain/lke/assessment.js';
import { nextAct, type NextAct } from '../../domain/lke/next-act.js';
import type { Stage } from '../../domain/lke/stages.js';
import type { Target } from '../../domain/predikat/gate.js';
import type { Db } from '../../db/store.js';
import { paths } from '../../paths.js';
import { actText } from '../../text/messages/review-turn.js';
import { standingRecommendation, waitingReturn } from '../conclusion/store.js';
import { confirmationsOf } from './store.js';

/** One LKE as far as it tells whose turn it is. */
export interface ActLke {
  readonly id: number;
  readonly satker: SatkerPlace;
  readonly stage: Stage;
  readonly target: Target;
  readonly isLetterSent: boolean;
}

/** What this person has to do about it now; null where it is not their turn. */
export async function actNow(
  db: Db,
  { userId, grants }: Viewer,
  lke: ActLke,
  isAssessed: boolean,
): Promise<NextAct | null> {
  const roles = grants.filter((one) => reaches(one, lke.satker)).map(({ role }) => role);
  const tier = tierAtWork(lke.stage);
  const isPreliminary = tier === 'pendahuluan';
  const recommended = isPreliminary && isAssessed ? await standingRecommendation(db, lke) : null;
  const facts = {
    stage: lke.stage,
    level: lke.satker.level,
    isAssessed,
    isRecommended: recommended?.holds === true,
    isReturned: isPreliminary && (await waitingReturn(db, lke)) !== null,
    isLetterSent: lke.isLetterSent,
    confirmations: tier === 'tpi' && isAssessed ? await confirmationsOf(db, lke.id, 'tpi') : [],
  };
  return nextAct(facts, { roles, userId });
}

export interface ActLink {
  readonly href: string;
  readonly label: string;
}

/** The tier on whose pages an act is offered. */
export function tierOfAct(act: NextAct): JudgingTier {
  return act === 'begin' || act === 'confirm' || act === 'conclude' ? 'tpi' : 'pendahuluan';
}

/** Where it is done; `hasBegun`: the tier has assessed something already. */
export function actLink(
  act: NextAct,
  to: {
    readonly satker: string;
    readonly year: number;
    readonly tier: string;
    readonly hasBegun: boolean;
  },
): ActLink {
  const at = [to.satker, to.year] as const;
  switch (act) {
    case 'assess':
      return {
        href: paths.reviewResume(...at, to.tier),
        label: to.hasBegun ? actText.resume : actText.start,
      };
    case 'recommend':
      return { href: `${paths.decisionPendahuluan(...at)}#rekomendasi`, label: actText.recommend };
    case 'answer-return':
      return { href: paths.decisionPendahuluan(...at), label: actText.answerReturn };
    case 'decide':
      return { href: paths.decisionPendahuluan(...at), label: actText.decide };
    case 'send-letter':
      return { href: paths.letter(...at), label: actText.sendLetter };
    case 'begin':
      return { href: paths.decisionTpi(...at), label: actText.begin };
    case 'confirm':
      return { href: `${paths.review(...at, 'tpi')}#judul-konfirmasi`, label: actText.confirm };
    case 'conclude':
      return { href: paths.decisionTpi(...at), label: actText.conclude };
  }
}
