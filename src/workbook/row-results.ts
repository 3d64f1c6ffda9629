import { ZERO, type Exact } from '../domain/exact.js';
import type { IndicatorCode } from '../domain/instrument/instrument.js';
import type { SheetScore } from '../domain/scoring/sheet-score.js';
import type { PlanRow, SheetPlan } from './sheet-plan.js';

/** What the application says a row's Nilai is, exact; null for the rows of typed counts. */
export function exactResult(row: PlanRow, score: SheetScore, plan: SheetPlan): Exact | null {
  switch (row.kind) {
    case 'count':
      return null;
    case 'indicator': {
      const own = indicatorScore(score, row.indicator.code);
      return row.weight === null ? own.value : own.points;
    }
    case 'total':
      return totalResult(row.code, score);
    case 'heading':
      return row.level === 'group'
        ? indicatorScore(score, row.code as IndicatorCode).points
        : headingResult(row.code, score, plan);
  }
}

function totalResult(code: Extract<PlanRow, { kind: 'total' }>['code'], score: SheetScore): Exact {
  switch (code) {
    case 'TOTAL.A':
      return score.pengungkit;
    case 'TOTAL.B':
      return score.hasil.score;
    case 'TOTAL':
      return score.total;
  }
}

function headingResult(code: string, score: SheetScore, plan: SheetPlan): Exact {
  const halfArea = plan.instrument.halfAreas.find((half) => half.code === code);
  const area = score.areas.find(({ key }) => key === halfArea?.area);
  const fixed: Readonly<Record<string, Exact>> = {
    A: score.pengungkit,
    'A.I': score.pemenuhan,
    'A.II': score.reform,
    B: score.hasil.score,
  };
  const found =
    fixed[code] ??
    (halfArea === undefined ? undefined : area?.[halfArea.half]) ??
    score.hasil.parts.get(code) ??
    score.subcomponents.get(code);
  if (found === undefined) throw new Error(`the score has no figure for ${code}`);
  return found;
}

/** The score of one indicator that the sheet must have. */
export function indicatorScore(score: SheetScore, code: IndicatorCode) {
  const found = score.indicators.get(code);
  if (found === undefined) throw new Error(`the score has no indicator ${code}`);
  return found;
}

/** The double nearest to an exact figure, as a cell holds it. */
export function asNumber(value: Exact | null): number {
  return (value ?? ZERO).valueOf();
}
