import type { SatkerPlace } from '../domain/access/roles.js';
import type { Stage } from '../domain/lke/stages.js';
import { ballOf, stepsOf, type Ball, type Step } from '../domain/lke/steps.js';
import { paths } from '../paths.js';
import { formatInstant } from '../text/format.js';
import { stageText } from '../text/messages/lke.js';
import { ballText, stepsText, stepText } from '../text/messages/submission.js';

/** What the partial stage-steps is given (as `stages`). */
export interface StageView {
  readonly steps: readonly {
    readonly name: string;
    readonly state: string;
    readonly kind: Step['state'];
    readonly isNow: boolean;
  }[];
  /** Who has to act, or that the year's attempt is over. */
  readonly ball: string;
  readonly since: string;
  /** TPN's result, once it is decided. */
  readonly resultHref: string | null;
}

/** The stages of one LKE as a list: done, now, next, and whose turn it is. */
export function stageView(lke: {
  readonly year: number;
  readonly stage: Stage;
  readonly stageSince: string;
  readonly isLetterSent: boolean;
  readonly satker: SatkerPlace & { readonly timeZone: string };
}): StageView {
  const { stage, satker } = lke;
  const ball = ballOf(stage, satker.level);
  return {
    steps: stepsOf(stage, satker.level).map((step) => ({
      name: stageText[step.stage],
      state: ball === null && step.state === 'next' ? stepsText.skipped : stepText[step.state],
      kind: step.state,
      isNow: step.state === 'now' || step.state === 'ended',
    })),
    ball: turnText(ball, lke.isLetterSent),
    since: stepsText.since(formatInstant(lke.stageSince, satker.timeZone)),
    resultHref: isDecided(stage) ? paths.tpnResult(satker.code, lke.year) : null,
  };
}

function turnText(ball: Ball | null, isLetterSent: boolean): string {
  if (ball === null) return stepsText.over;
  return ball === 'handover' && isLetterSent ? stepsText.begin : stepsText.ball(ballText[ball]);
}

function isDecided(stage: Stage): boolean {
  return stage === 'ditetapkan' || stage === 'tidak-ditetapkan';
}
