import type { IndicatorCode } from '../../src/domain/instrument/instrument.js';
import { TARGETS } from '../../src/domain/predikat/gate.js';
import { judge } from '../../src/domain/predikat/gates.js';
import type { AnswerValue } from '../../src/domain/scoring/answer.js';
import { scoreSheet } from '../../src/domain/scoring/score-sheet.js';
import type { LkeWorkbookInput } from '../../src/workbook/lke-workbook-input.js';
import { sheetPlans } from '../../src/workbook/row-tables.js';
import { valueAt, type ReadWorkbook } from '../support/read-xlsx.js';

/** A figure of the application and where the worksheet shows it. */
export interface Figure {
  readonly what: string;
  readonly sheet: string;
  readonly cell: string;
  readonly expected: number | string;
}

const TOLERANCE = 1e-9;

/** The figures that differ, in words; empty where the worksheet says what the application says. */
export function differences(workbook: ReadWorkbook, figures: readonly Figure[]): string[] {
  return figures.flatMap(({ what, sheet, cell, expected }) => {
    const found = valueAt(workbook, sheet, cell);
    const isSame =
      typeof expected === 'number'
        ? typeof found === 'number' && Math.abs(found - expected) <= TOLERANCE
        : found === expected;
    return isSame ? [] : [`${what} ${sheet}!${cell}: ${String(found)}, not ${String(expected)}`];
  });
}

/** Every score of a sheet by the domain alone, with the cell of the layout that shows it. */
export function figuresOf(input: LkeWorkbookInput, workbook: ReadWorkbook): Figure[] {
  const score = scoreSheet(input.instrument, answersOf(input));
  return [...mainFigures(input, score), ...summaryFigures(input, score, workbook)];
}

type Score = ReturnType<typeof scoreSheet>;

function mainFigures(input: LkeWorkbookInput, score: Score): Figure[] {
  const { instrument, layout } = input;
  const isPortal = layout === 'portalrb';
  const plan = sheetPlans(instrument)[layout];
  const [sheet, letter] = isPortal ? ['Jawaban', 'O'] : ['LKE ZI', 'L'];
  const at = (what: string, expected: number): Figure => ({
    what,
    sheet,
    cell: `${letter}${plan.rowOf.get(what) ?? 0}`,
    expected,
  });
  const halves = instrument.halfAreas.map(({ code, area, half }) => {
    const found = score.areas.find(({ key }) => key === area);
    return at(code, found?.[half].valueOf() ?? Number.NaN);
  });
  return [
    ...instrument.indicators.map(({ code, half, place }) => {
      const own = score.indicators.get(code);
      const expected = (half === 'hasil' ? own?.points : own?.value)?.valueOf() ?? Number.NaN;
      const row = isPortal ? place.portalrbRow : place.lampiranIiiRow;
      return { what: code, sheet, cell: `${letter}${row}`, expected };
    }),
    ...[...score.subcomponents, ...score.hasil.parts].map(([code, points]) =>
      at(code, points.valueOf()),
    ),
    ...halves,
    at('A.I', score.pemenuhan.valueOf()),
    at('A.II', score.reform.valueOf()),
    at('A', score.pengungkit.valueOf()),
    at('TOTAL.A', score.pengungkit.valueOf()),
    at('B', score.hasil.score.valueOf()),
    at('TOTAL.B', score.hasil.score.valueOf()),
    at('TOTAL', score.total.valueOf()),
  ];
}

/** Ringkasan is found by its words in column A. */
function summaryFigures(input: LkeWorkbookInput, score: Score, workbook: ReadWorkbook): Figure[] {
  const sheet = 'Ringkasan';
  const rows = rowsByText(workbook, sheet);
  const found = (what: string, place: number, letter: string) =>
    `${letter}${rows.get(what)?.at(place) ?? 0}`;
  const at = (what: string, letter: string, expected: number | string): Figure => {
    return { what, sheet, cell: found(what, 0, letter), expected };
  };
  /** The gates stand last; "Pengungkit" is also a line of the scores. */
  const gate = (what: string, letter: string, expected: number | string): Figure => {
    return { what, sheet, cell: found(what, -1, letter), expected };
  };
  const [wbk, wbbm] = TARGETS.map((target) => judge(input.ruleset, target, score));
  const verdict = (passed: boolean | undefined) =>
    passed === true ? 'Memenuhi' : 'Belum memenuhi';
  return [
    at('Kelengkapan', 'B', score.answered),
    at('Pengungkit', 'E', score.pengungkit.valueOf()),
    at('Total hasil', 'E', score.hasil.score.valueOf()),
    at('Nilai evaluasi Zona Integritas', 'E', score.total.valueOf()),
    ...input.instrument.areas.flatMap(({ key, name }) => {
      const area = score.areas.find((one) => one.key === key);
      if (area === undefined) return [];
      const what = `${key}. ${name}`;
      return [at(what, 'E', area.score.valueOf()), at(what, 'F', area.ratio.valueOf())];
    }),
    ...(wbk?.items ?? []).flatMap(({ name, value, passed }, index) => [
      gate(name, 'B', value.valueOf()),
      gate(name, 'D', verdict(passed)),
      gate(name, 'G', verdict(wbbm?.items[index]?.passed)),
    ]),
    gate('Semua syarat nilai', 'D', verdict(wbk?.passed)),
    gate('Semua syarat nilai', 'G', verdict(wbbm?.passed)),
  ];
}

function rowsByText(workbook: ReadWorkbook, name: string): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (const [cell, { value }] of workbook.sheets.get(name)?.cells ?? []) {
    if (!cell.startsWith('A') || typeof value !== 'string') continue;
    rows.set(value, [...(rows.get(value) ?? []), Number(cell.slice(1))]);
  }
  return rows;
}

function answersOf({ answers, tier }: LkeWorkbookInput): Map<IndicatorCode, AnswerValue> {
  const values = [...(answers[tier] ?? [])].flatMap(([code, { value }]) =>
    value === null ? [] : [[code, value] as const],
  );
  return new Map(values);
}
