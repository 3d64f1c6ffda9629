import { CHANGE_AREA_KEYS, type ChangeAreaKey } from '../domain/instrument/instrument.js';
import type { Exact } from '../domain/exact.js';
import { formula, type Formula } from './cells.js';
import { asNumber } from './row-results.js';
import { valueRef, weightRef, type SheetData } from './sheet-data.js';

/** Figures of the main sheet as other sheets refer to them, each with what the application says. */
export interface AreaFigures {
  readonly name: string;
  readonly weight: Formula;
  readonly pemenuhan: Formula;
  readonly reform: Formula;
}

export function areaFigures(data: SheetData): AreaFigures[] {
  return CHANGE_AREA_KEYS.map((key) => areaFigure(key, data));
}

export function figure(data: SheetData, code: string, exact: Exact): Formula {
  return formula(valueRef(data, code), asNumber(exact));
}

export function weightFigure(data: SheetData, code: string, exact: Exact): Formula {
  return formula(weightRef(data, code), asNumber(exact));
}

/** What a gate measures as a formula over the main sheet; an area is a ratio 0..1. */
export function measureFormula(data: SheetData, measures: string): string {
  const codes = halfCodes(data, measures);
  if (codes.length > 0) {
    const over = (ref: typeof valueRef) => codes.map((code) => ref(data, code)).join('+');
    return `(${over(valueRef)})/(${over(weightRef)})`;
  }
  const totals: Readonly<Record<string, string>> = { total: 'TOTAL', pengungkit: 'TOTAL.A' };
  return valueRef(data, totals[measures] ?? measures);
}

function areaFigure(key: ChangeAreaKey, data: SheetData): AreaFigures {
  const { instrument } = data.input;
  const score = data.score.areas.find((area) => area.key === key);
  const [pemenuhan, reform] = halfCodes(data, key);
  if (score === undefined || pemenuhan === undefined || reform === undefined) {
    throw new Error(`the sheet has no area ${key}`);
  }
  const weights = [pemenuhan, reform].map((code) => weightRef(data, code)).join('+');
  return {
    name: `${key}. ${instrument.areas.find((area) => area.key === key)?.name ?? ''}`,
    weight: formula(weights, asNumber(score.weight)),
    pemenuhan: figure(data, pemenuhan, score.pemenuhan),
    reform: figure(data, reform, score.reform),
  };
}

/** Codes of an area's two halves, pemenuhan first; none where the name is not an area's. */
function halfCodes(data: SheetData, area: string): string[] {
  const halves = data.input.instrument.halfAreas.filter((half) => half.area === area);
  return ['pemenuhan', 'reform'].flatMap((half) =>
    halves.filter((one) => one.half === half).map((one) => one.code),
  );
}
