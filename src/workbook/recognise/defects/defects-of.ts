import type { WorkbookDefect } from '../lke-reading.js';
import { answerDefects } from './answer-defects.js';
import type { DefectContext } from './context.js';
import { countDefects } from './count-defects.js';
import { coverageDefects } from './coverage-defects.js';
import { percentDefects } from './percent-defects.js';
import { rowDefects } from './row-defects.js';
import { scoreDefects } from './score-defects.js';
import { sheetDefects } from './sheet-defects.js';
import { unansweredDefects } from './unanswered-defects.js';
import { valueDefects } from './value-defects.js';

/** Every known fault of the file's own formulas and numbers, each with its cell. */
export function defectsOf(context: DefectContext): WorkbookDefect[] {
  const coverage = coverageDefects(context);
  return [
    ...answerDefects(context),
    ...countDefects(context),
    ...percentDefects(context),
    ...rowDefects(context),
    ...unansweredDefects(context),
    ...coverage,
    ...valueDefects(context),
    ...scoreDefects(context, new Set(coverage.map(({ cell }) => cell))),
    ...sheetDefects(context),
  ];
}
