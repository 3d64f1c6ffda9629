import type { Worksheet } from 'exceljs';
import type { Exact } from '../domain/exact.js';
import { formula, type CellValue, type Formula } from './cells.js';
import { asNumber, indicatorScore } from './row-results.js';
import type { SheetData } from './sheet-data.js';
import type { Tone } from './styles.js';
import { areaFigures, figure, weightFigure } from './summary-refs.js';
import { percentIn, putRow, scoreIn, textIn } from './table-rows.js';

/** A line of the tables of Ringkasan and Unit: name, Bobot, Pemenuhan, Reform, Jumlah, %. */
export interface ScoreLine {
  readonly row: number;
  readonly name: string;
  readonly tone: Tone;
  readonly weight: Formula;
  readonly halves: readonly [CellValue, CellValue];
  readonly value: Formula;
  readonly exact: { readonly value: Exact; readonly weight: Exact };
  /** What the gate of this line measures, see `GateRule.measures`. */
  readonly measures: string;
}

/** The six areas from a row on, then pengungkit. */
export function areaLines(data: SheetData, firstRow: number, pengungkit: string): ScoreLine[] {
  const { score, input } = data;
  const lines = areaFigures(data).map((area, index): ScoreLine => {
    const row = firstRow + index;
    const exact = score.areas[index];
    if (exact === undefined) throw new Error('the score has fewer areas than the sheet');
    const { name, weight, pemenuhan, reform } = area;
    const value = formula(`C${row}+D${row}`, asNumber(exact.score));
    const halves = [pemenuhan, reform] as const;
    const of = { value: exact.score, weight: exact.weight };
    return { row, name, tone: 'plain', weight, halves, value, exact: of, measures: exact.key };
  });
  const last = firstRow + lines.length - 1;
  const exact = { value: score.pengungkit, weight: input.instrument.weights.pengungkit };
  const sumOf = (letter: string, of: Exact) =>
    formula(`SUM(${letter}${firstRow}:${letter}${last})`, asNumber(of));
  return [
    ...lines,
    {
      row: last + 1,
      name: pengungkit,
      tone: 'subcomponent',
      weight: sumOf('B', exact.weight),
      halves: [sumOf('C', score.pemenuhan), sumOf('D', score.reform)],
      value: sumOf('E', exact.value),
      exact,
      measures: 'pengungkit',
    },
  ];
}

/** The parts of Hasil with their indicators from a row on. */
export function hasilLines(data: SheetData, firstRow: number): ScoreLine[] {
  const { score, input } = data;
  const entries = input.instrument.hasilParts.flatMap((part) => [
    {
      code: part.code,
      name: `${part.code} ${part.name}`,
      tone: 'subcomponent' as const,
      exact: { value: score.hasil.parts.get(part.code), weight: part.weight },
    },
    ...part.indicators.map(({ code, shortName, fullPoints }) => ({
      code,
      name: shortName,
      tone: 'plain' as const,
      exact: { value: indicatorScore(score, code).points, weight: fullPoints },
    })),
  ]);
  return entries.map(({ code, name, tone, exact }, index) => {
    const { value, weight } = exact;
    if (value === undefined) throw new Error(`the score has no part ${code}`);
    return {
      row: firstRow + index,
      name,
      tone,
      weight: weightFigure(data, code, weight),
      halves: [null, null],
      value: figure(data, code, value),
      exact: { value, weight },
      measures: code,
    };
  });
}

/** A line of two totals that refer to the main sheet ("TOTAL.B", "TOTAL"). */
export function totalLine(
  data: SheetData,
  row: number,
  name: string,
  code: 'TOTAL.B' | 'TOTAL',
): ScoreLine {
  const { score, input } = data;
  const { weights } = input.instrument;
  const isAll = code === 'TOTAL';
  const exact = isAll
    ? { value: score.total, weight: weights.total }
    : { value: score.hasil.score, weight: weights.hasil };
  const hasil = weightFigure(data, 'B', weights.hasil).text;
  const all = `${weightFigure(data, 'A', weights.pengungkit).text}+${hasil}`;
  return {
    row,
    name,
    tone: isAll ? 'total' : 'area',
    weight: formula(isAll ? all : hasil, asNumber(exact.weight)),
    halves: [null, null],
    value: figure(data, code, exact.value),
    exact,
    measures: isAll ? 'total' : 'hasil',
  };
}

export function putScoreLine(sheet: Worksheet, line: ScoreLine): void {
  const { row, tone, exact } = line;
  const percent = formula(
    `IF(B${row}=0,0,E${row}/B${row})`,
    asNumber(exact.value.div(exact.weight)),
  );
  const [pemenuhan, reform] = line.halves;
  putRow(sheet, row, [
    [line.name, textIn(tone)],
    [line.weight, scoreIn(tone)],
    [pemenuhan, scoreIn(tone)],
    [reform, scoreIn(tone)],
    [line.value, scoreIn(tone)],
    [percent, percentIn(tone)],
  ]);
}
