import { exactToDecimal, type Exact } from '../domain/exact.js';
import type { Indicator, IndicatorCode, Instrument } from '../domain/instrument/instrument.js';
import { TOTAL_CODES, type HeadingLevel, type PlanRow } from './sheet-plan.js';
import type { SheetPlan, TableRow, TotalCode } from './sheet-plan.js';

const LEVEL_BY_DEPTH = ['component', 'part', 'area', 'subcomponent'] as const;

/**
 * Matches the rows of an official sheet with the instrument. Throws when a row is unknown, when a
 * weight differs, or when an indicator, count or heading is missing or stands twice.
 */
export function planSheet(instrument: Instrument, table: readonly TableRow[]): SheetPlan {
  const weights = headingWeights(instrument);
  const rows = table.filter((row) => row.code !== '').map((row) => plan(row, instrument, weights));
  const lastRow = Math.max(...rows.map((row) => row.row));
  const isGroup = (row: PlanRow) => row.kind === 'heading' && row.level === 'group';
  const sheet = {
    instrument,
    rows,
    lastRow,
    rowOf: new Map(rows.filter((row) => !isGroup(row)).map((row) => [codeOf(row), row.row])),
    groupRowOf: new Map(rows.filter(isGroup).map((row) => [codeOf(row), row.row])),
  };
  refuseGaps(sheet, [...weights.keys()]);
  return sheet;
}

/** Key of a row in {@link SheetPlan.rowOf}. */
export function codeOf(row: PlanRow): string {
  return row.kind === 'indicator'
    ? row.indicator.code
    : row.kind === 'count'
      ? `${row.indicator.code}:${row.input.key}`
      : row.code;
}

function headingWeights(instrument: Instrument): Map<string, Exact> {
  const { weights, halfAreas, subcomponents, hasilParts } = instrument;
  return new Map<string, Exact>([
    ['A', weights.pengungkit],
    ['A.I', weights.pemenuhan],
    ['A.II', weights.reform],
    ['B', weights.hasil],
    ...[...halfAreas, ...subcomponents, ...hasilParts].map(
      (heading) => [heading.code, heading.weight] as const,
    ),
  ]);
}

function plan(
  table: TableRow,
  instrument: Instrument,
  weights: ReadonlyMap<string, Exact>,
): PlanRow {
  const { row, labels, code } = table;
  if (isTotal(code)) return { kind: 'total', row, labels, weight: null, code };
  const indicator = instrument.byCode.get(code as IndicatorCode);
  if (indicator !== undefined) return planIndicator(table, indicator);
  if (code.includes(':')) return planCount(table, instrument);
  const weight = weights.get(code);
  if (weight === undefined) throw new Error(`row ${row}: unknown code ${code}`);
  sameWeight(table, weight);
  return { kind: 'heading', level: levelOf(code), code, row, labels, weight };
}

function planIndicator(table: TableRow, indicator: Indicator): PlanRow {
  const { row, labels } = table;
  if (!table.isGroup) {
    const weight = indicator.half === 'hasil' ? indicator.fullPoints : null;
    if (weight !== null) sameWeight(table, weight);
    return { kind: 'indicator', indicator, row, labels, weight };
  }
  const weight = indicator.fullPoints;
  sameWeight(table, weight);
  return { kind: 'heading', level: 'group', code: indicator.code, row, labels, weight };
}

function planCount({ row, labels, code }: TableRow, instrument: Instrument): PlanRow {
  const [owner, key] = code.split(':');
  const indicator = instrument.byCode.get(owner as IndicatorCode);
  const input = indicator?.type === 'counts' && indicator.inputs.find((one) => one.key === key);
  if (indicator?.type !== 'counts' || !input) throw new Error(`row ${row}: unknown count ${code}`);
  return { kind: 'count', indicator, input, row, labels, weight: null };
}

function sameWeight({ row, code, weight }: TableRow, exact: Exact): void {
  const known = exactToDecimal(exact, 6, 'half-up');
  if (weight !== known) throw new Error(`row ${row}: ${code} weighs ${known}, not "${weight}"`);
}

function levelOf(code: string): HeadingLevel {
  const level = LEVEL_BY_DEPTH[code.split('.').length - 1];
  if (level === undefined) throw new Error(`no heading level for ${code}`);
  return level;
}

function isTotal(code: string): code is TotalCode {
  return (TOTAL_CODES as readonly string[]).includes(code);
}

function refuseGaps({ instrument, rows, rowOf }: SheetPlan, headings: readonly string[]): void {
  const inputs = instrument.indicators.flatMap((indicator) =>
    indicator.type === 'counts'
      ? indicator.inputs.map(({ key }) => `${indicator.code}:${key}`)
      : [],
  );
  const wanted = [...headings, ...instrument.indicators.map(({ code }) => code), ...inputs];
  const missing = [...wanted, ...TOTAL_CODES].filter((code) => !rowOf.has(code));
  if (missing.length > 0) throw new Error(`no row for ${missing.join(', ')}`);
  const groups = rows.filter((row) => row.kind === 'heading' && row.level === 'group').length;
  if (rowOf.size + groups !== rows.length) throw new Error('a code stands in two rows');
}
