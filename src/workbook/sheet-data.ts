import type { Tier } from '../domain/access/tiers.js';
import type { IndicatorCode } from '../domain/instrument/instrument.js';
import { judgeAll } from '../domain/predikat/gates.js';
import type { GateReport, Target } from '../domain/predikat/gate.js';
import type { AnswerValue } from '../domain/scoring/answer.js';
import { scoreSheet } from '../domain/scoring/score-sheet.js';
import type { SheetScore } from '../domain/scoring/sheet-score.js';
import { sheetNames } from '../text/messages/workbook.js';
import { layoutTable, letterOf, type LayoutTable } from './layouts.js';
import { tiersOfLayout, type ExportedAnswer, type LkeWorkbookInput } from './lke-workbook-input.js';
import { sheetPlans } from './row-tables.js';
import { rowOf, type SheetPlan } from './sheet-plan.js';
import { wordedPlan } from './worded-plan.js';

/** Everything the sheets of one workbook are made from. */
export interface SheetData {
  readonly input: LkeWorkbookInput;
  readonly plan: SheetPlan;
  readonly table: LayoutTable;
  /** Name of the main sheet. */
  readonly sheetName: string;
  /** Score of the tier asked for. */
  readonly score: SheetScore;
  readonly gates: Readonly<Record<Target, GateReport>>;
  /** Scores of every tier that has a column. */
  readonly scoreOf: ReadonlyMap<Tier, SheetScore>;
}

/** Scores the answers once. Throws for a tier that the layout has no room for. */
export function sheetData(input: LkeWorkbookInput): SheetData {
  const { layout, tier, instrument, ruleset } = input;
  if (!tiersOfLayout(layout).includes(tier)) throw new RangeError(`${layout} has no tier ${tier}`);
  const table = layoutTable(layout, tier);
  const tiers = table.columns.flatMap((column) => (column.role === 'answer' ? column.tier : []));
  const scoreOf = new Map(
    tiers.map((one) => [one, scoreSheet(instrument, answersOf(input, one))] as const),
  );
  const score = scoreOf.get(tier) ?? scoreSheet(instrument, answersOf(input, tier));
  const gates = judgeAll(ruleset, score);
  const plan = wordedPlan(sheetPlans(instrument)[layout], input.wording ?? null);
  return { input, plan, table, sheetName: sheetNames[layout], score, gates, scoreOf };
}

export function answerOf(
  { input }: SheetData,
  tier: Tier,
  code: IndicatorCode,
): ExportedAnswer | null {
  return input.answers[tier]?.get(code) ?? null;
}

/** Reference from another sheet to the Nilai of a row, e.g. 'LKE ZI'!L6. */
export function valueRef(data: SheetData, code: string): string {
  return refTo(data, letterOf(data.table, 'value'), code);
}

/** Reference from another sheet to the Bobot of a row. */
export function weightRef(data: SheetData, code: string): string {
  return refTo(data, letterOf(data.table, 'weight'), code);
}

/** Reference from another sheet to the answer the score is made from. */
export function answerRef(data: SheetData, code: string): string {
  return refTo(data, letterOf(data.table, 'answer', data.table.tier), code);
}

function refTo(data: SheetData, letter: string, code: string): string {
  return `'${data.sheetName}'!${letter}${rowOf(data.plan, code)}`;
}

function answersOf(input: LkeWorkbookInput, tier: Tier): Map<IndicatorCode, AnswerValue> {
  const answers = new Map<IndicatorCode, AnswerValue>();
  for (const [code, { value }] of input.answers[tier] ?? []) {
    if (value !== null) answers.set(code, value);
  }
  return answers;
}
