import type { Indicator } from '../../domain/instrument/instrument.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { noEvidenceText as text } from '../../text/messages/submission.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import type { ReasonTyped } from './form.js';
import type { Place } from './place.js';

/** A reason that was refused, with what was typed; wherever its form stood. */
export interface ReasonPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly problems: readonly ProblemLine[];
  readonly backHref: string;
  readonly backText: string;
  readonly action: string;
  readonly version: number;
  readonly from: string;
  readonly reason: string;
  readonly problem: string | null;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'submission/reason': ReasonPage;
  }
}

export function reasonPage(
  { lke, nav }: Place,
  { code, shortName }: Indicator,
  typed: ReasonTyped,
  problems: readonly Problem[],
): ReasonPage {
  const at = [lke.satker.code, lke.year] as const;
  const { fromOverview } = typed;
  return {
    title: text.title(code),
    lkeNav: nav,
    problems: problemLines(problems),
    backHref: fromOverview ? paths.submission(...at) : paths.answer(...at, code),
    backText: fromOverview ? text.backToOverview : text.backToAnswer(code, shortName),
    action: paths.noEvidenceReason(...at, code),
    version: typed.version,
    from: fromOverview ? 'pengajuan' : '',
    reason: typed.reason,
    problem: fieldProblem(problems, 'reason'),
  };
}
