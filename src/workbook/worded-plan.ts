import type { OfficialWording } from '../domain/wording/official-text.js';
import { LABEL_LETTERS } from './layouts.js';
import type { PlanRow, SheetPlan } from './sheet-plan.js';

/** The plan with the official questions in the place of ours; numbers and headings stay. */
export function wordedPlan(plan: SheetPlan, wording: OfficialWording | null): SheetPlan {
  if (wording === null) return plan;
  return { ...plan, rows: plan.rows.map((row) => wordedRow(row, wording)) };
}

function wordedRow(row: PlanRow, { texts }: OfficialWording): PlanRow {
  if (row.kind !== 'indicator') return row;
  const question = texts.get(row.indicator.code)?.question ?? '';
  const letter = LABEL_LETTERS.findLast((one) => row.labels[one] !== undefined);
  if (question === '' || letter === undefined) return row;
  return { ...row, labels: { ...row.labels, [letter]: question } };
}
