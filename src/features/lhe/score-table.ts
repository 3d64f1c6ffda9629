import { ZERO, type Exact } from '../../domain/exact.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type { SheetScore } from '../../domain/scoring/sheet-score.js';
import type { PaperTable } from '../../paper/paper.js';
import { formatScore, formatShort } from '../../text/format.js';
import { lheText as text } from '../../text/messages/lhe.js';
import { totalFigure } from '../../web/gate-rows.js';
import type { LheFacts } from './lhe-facts.js';

/** The words of the head stay whole. */
const WIDTHS = [24, 9, 16, 11, 9, 18, 13];
/** Component, weight and the two halves. */
const BEFORE_TOTALS = 4;

type Row = (name: string, weight: Exact, of: (score: SheetScore) => Exact) => readonly string[];

/** Scores by area and half as TPI found them, beside the totals of the lower tiers. */
export function scoreTable(facts: LheFacts): PaperTable {
  const { instrument } = facts;
  const own = facts.tpi.sheet.score;
  const row: Row = (...cells) => scoreRow(facts, ...cells);
  const areas = instrument.areas.flatMap(({ key, name, weight }) => {
    const scored = own.areas.find((one) => one.key === key);
    if (scored === undefined) return [];
    const [label, points, , , ...totals] = row(text.component.area(key, name), weight, (score) =>
      areaScore(score, key),
    );
    const halves = [formatScore(scored.pemenuhan), formatScore(scored.reform)];
    return [[label ?? '', points ?? '', ...halves, ...totals]];
  });
  const hasil = instrument.areas.find(({ key }) => key === 'hasil');
  const hasilRows = (hasil?.indicators ?? []).map(({ code, shortName, fullPoints }) =>
    row(text.component.part(shortName), fullPoints, (score) => pointsOf(score, code)),
  );
  const { weights } = instrument;
  const parts = areas.length + hasilRows.length;
  const pengungkit = row(text.component.pengungkit, weights.pengungkit, (one) => one.pengungkit);
  return {
    kind: 'table',
    isWhole: true,
    sums: [areas.length, parts + 1, parts + 2],
    columns: columns(),
    rows: [
      ...areas,
      pengungkit.map((cell, at) =>
        at === 2 ? formatScore(own.pemenuhan) : at === 3 ? formatScore(own.reform) : cell,
      ),
      ...hasilRows,
      row(text.component.hasil, weights.hasil, (one) => one.hasil.score),
      totalRow(
        facts,
        row(text.component.total, weights.total, (one) => one.total),
      ),
    ],
  };
}

function columns(): PaperTable['columns'] {
  return text.scoreColumns.map((name, at) => ({
    name,
    isNumber: at > 0,
    width: WIDTHS[at] ?? 0,
  }));
}

function scoreRow(
  { tpi, pendahuluan, mandiri }: LheFacts,
  ...[name, weight, of]: Parameters<Row>
): readonly string[] {
  return [
    name,
    formatShort(weight),
    '',
    '',
    formatScore(of(tpi.sheet.score)),
    pendahuluan === null ? text.none : formatScore(of(pendahuluan.sheet.score)),
    formatScore(of(mandiri.sheet.score)),
  ];
}

/** Each tier's total, with the digits its verdict needs. */
function totalRow({ tpi, pendahuluan, mandiri }: LheFacts, row: readonly string[]): string[] {
  return [
    ...row.slice(0, BEFORE_TOTALS),
    totalFigure(tpi.report),
    pendahuluan === null ? text.none : totalFigure(pendahuluan.report),
    totalFigure(mandiri.report),
  ];
}

function pointsOf(score: SheetScore, code: IndicatorCode): Exact {
  return score.indicators.get(code)?.points ?? ZERO;
}

function areaScore(score: SheetScore, key: string): Exact {
  return score.areas.find((one) => one.key === key)?.score ?? score.hasil.score;
}
