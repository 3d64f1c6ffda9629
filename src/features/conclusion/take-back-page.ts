import type { TakeBack } from '../../domain/lke/take-back.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { formatInstant } from '../../text/format.js';
import { decisionsText, kindText } from '../../text/messages/conclusion.js';
import { tierText } from '../../text/messages/review.js';
import { takeBackText as text } from '../../text/messages/take-back.js';
import { roleName } from '../../text/messages/users.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import type { Decision } from './decision-store.js';
import type { TakeBackTyped } from './form.js';
import type { Place } from './place.js';

export interface TakeBackPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly problems: readonly ProblemLine[];
  readonly backHref: string;
  /** What is taken back, as it was decided. */
  readonly decision: string;
  readonly by: string;
  readonly decidedReason: string;
  readonly effect: string;
  readonly keeps: string;
  readonly action: string;
  readonly choice: string;
  readonly version: number;
  readonly reason: { readonly value: string; readonly problem: string | null };
  readonly checked: boolean;
  readonly checkedProblem: string | null;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'conclusion/take-back': TakeBackPage;
  }
}

export interface TakeBackShown {
  readonly action: TakeBack;
  readonly decision: Decision;
  readonly version: number;
  readonly typed: TakeBackTyped | null;
  readonly problems: readonly Problem[];
}

export function takeBackPage({ lke, nav }: Place, shown: TakeBackShown): TakeBackPage {
  const { action, decision, typed, problems } = shown;
  const { satker, year } = lke;
  const when = formatInstant(decision.at, satker.timeZone);
  return {
    title: text.title[action],
    lkeNav: nav,
    problems: problemLines(problems),
    backHref: paths.decisions(satker.code, year),
    decision: decisionsText.name(tierText[decision.tier], kindText[decision.kind]),
    by: decisionsText.by(decision.byName, roleName(decision.role), when),
    decidedReason: decision.reason,
    effect: text.effect[action],
    keeps: text.keeps,
    action: paths.takeBack(satker.code, year),
    choice: action,
    version: typed?.version ?? shown.version,
    reason: { value: typed?.reason ?? '', problem: fieldProblem(problems, 'reason') },
    checked: (typed?.checked ?? '') !== '',
    checkedProblem: fieldProblem(problems, 'checked'),
  };
}
