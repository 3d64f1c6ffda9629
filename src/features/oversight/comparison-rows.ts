import type { Tier } from '../../domain/access/tiers.js';
import type { Exact } from '../../domain/exact.js';
import type { AreaKey } from '../../domain/instrument/instrument.js';
import type { GateRule } from '../../domain/predikat/gate.js';
import { paths } from '../../paths.js';
import { formatInteger, formatScore } from '../../text/format.js';
import { stageText } from '../../text/messages/lke.js';
import { oversightText as text } from '../../text/messages/oversight.js';
import { menujuText } from '../../text/messages/workbook.js';
import { areasOfGate, isFigure, judgedIn, judgedText } from './judged.js';
import { shortText } from './short.js';
import type { Frame, LkeStanding, Standing } from './standing.js';
import { signed, signedCount, totalText } from './table.js';
import type { RecordedTotals, TierStanding } from './tier-standing.js';

/** One satker of the two that are compared, by one tier. */
export interface Side {
  readonly satker: Standing['satker'];
  readonly lke: LkeStanding;
  readonly standing: TierStanding;
  /** Totals that TPN recorded; they stand before those of its answers. */
  readonly recorded: RecordedTotals | null;
}

export interface ComparedGroup {
  readonly heading: string;
  /** null where differences mean nothing. */
  readonly difference: string | null;
  readonly rows: readonly ComparedRow[];
}

interface ComparedRow {
  readonly label: string;
  readonly cells: readonly ComparedCell[];
  readonly difference: string;
}

interface ComparedCell {
  /** Name of the satker. */
  readonly name: string;
  readonly text: string;
  readonly href: string;
  /** A gate: passed or not; null for a figure. */
  readonly kind: 'zi-pass' | 'zi-fail' | null;
}

type Pair = readonly [Side, Side];

export function groupsOf(pair: Pair, tier: Tier, frame: Frame): readonly ComparedGroup[] {
  const { comparison: words } = text;
  const groups = [
    { heading: words.figure, difference: words.difference, rows: figureRows(pair, tier, frame) },
    { heading: words.areas, difference: words.difference, rows: areaRows(pair, tier, frame) },
    { heading: words.gates, difference: null, rows: gateRows(pair, tier, frame) },
  ];
  return groups.map(({ rows, ...group }) => ({
    ...group,
    rows: rows.map(({ cells, ...row }) => ({ ...row, cells: cells.map(named) })),
  }));

  function named(cell: UnnamedCell, at: number): ComparedCell {
    return { ...cell, name: pair[at]?.satker.name ?? '' };
  }
}

type UnnamedCell = Omit<ComparedCell, 'name'>;
type UnnamedRow = Omit<ComparedRow, 'cells'> & { readonly cells: readonly UnnamedCell[] };

function figureRows(pair: Pair, tier: Tier, frame: Frame): UnnamedRow[] {
  const { comparison: words } = text;
  const { year } = frame;
  const of = formatInteger(frame.instrument.indicators.length);
  const home = ({ satker }: Side, anchor = '') => `${paths.lke(satker.code, year)}${anchor}`;
  const filled = pair.map(answeredOf);
  return [
    rowOf(
      words.stage,
      pair,
      (side) => stageText[side.lke.stage],
      (side) => paths.submission(side.satker.code, year),
    ),
    rowOf(
      words.target,
      pair,
      ({ lke }) => menujuText(lke.target),
      (side) => home(side),
    ),
    {
      ...rowOf(
        tier === 'mandiri' ? words.filled : words.judged,
        pair,
        (side) => text.of(formatInteger(answeredOf(side)), of),
        (side) =>
          tier === 'mandiri'
            ? home(side, '#judul-kelengkapan')
            : paths.comparison(side.satker.code, year),
      ),
      difference: signedCount((filled[0] ?? 0) - (filled[1] ?? 0)),
    },
    ...totalRows(pair, tier, frame),
  ];
}

function totalRows(pair: Pair, tier: Tier, frame: Frame): UnnamedRow[] {
  const { comparison: words } = text;
  const cause = causeOf(tier, frame.year);
  const partOf =
    (part: 'pengungkit' | 'hasil') =>
    ({ standing, recorded }: Side) => {
      if (recorded !== null) return recordedAs(formatScore, recorded[part]);
      if (standing.state !== 'scored') return null;
      const { score } = standing;
      const value = part === 'hasil' ? score.hasil.score : score.pengungkit;
      const keys = areasOfGate({ measures: part }, frame.instrument);
      return judgedAs(standing, tier, keys, frame) ?? shownAs(value);
    };
  return [
    figure(words.total, pair, cause, ({ lke, standing, recorded }) => {
      const shown = (total: Exact) => totalText({ total }, lke, frame);
      if (recorded !== null) return recordedAs(shown, recorded.total);
      if (standing.state !== 'scored') return null;
      const { total, answered, of } = standing.score;
      const note = tier === 'mandiri' ? null : judgedText(tier, { done: answered, of });
      if (note === null) return { value: total, shown: shown(total) };
      return { value: null, shown: `${shown(total)} (${note})` };
    }),
    figure(words.pengungkit, pair, cause, partOf('pengungkit')),
    figure(words.hasil, pair, cause, partOf('hasil')),
  ];
}

function areaRows(pair: Pair, tier: Tier, frame: Frame): UnnamedRow[] {
  const { instrument, year } = frame;
  return instrument.areas.flatMap(({ key, name }) => {
    if (key === 'hasil') return [];
    const href = ({ satker }: Side) =>
      tier === 'mandiri'
        ? paths.area(satker.code, year, key)
        : `${paths.comparison(satker.code, year)}?area=${key}#judul-indikator`;
    return figure(`${key}. ${name}`, pair, href, ({ standing }) => {
      if (standing.state !== 'scored') return null;
      const value = standing.score.area(key).score;
      return judgedAs(standing, tier, [key], frame) ?? shownAs(value);
    });
  });
}

/** The gates of each satker's own target; where the targets differ a gate has two minima. */
function gateRows(pair: Pair, tier: Tier, frame: Frame): UnnamedRow[] {
  return frame.ruleset.gates.wbk.map((rule) => ({
    label: rule.name,
    cells: pair.map((side) => gateCell(side, rule, tier, frame)),
    difference: '',
  }));
}

function gateCell(side: Side, rule: GateRule, tier: Tier, frame: Frame): UnnamedCell {
  const { year, instrument } = frame;
  const { satker, lke, standing } = side;
  const href =
    tier === 'mandiri'
      ? `${paths.lke(satker.code, year)}#judul-ambang`
      : `${paths.comparison(satker.code, year)}#judul-ambang`;
  if (standing.state !== 'scored') return { text: absentText(side), href, kind: null };
  const miss = standing.score.gates[lke.target].failed.find(({ code }) => code === rule.code);
  if (miss === undefined) return { text: text.comparison.met, href, kind: 'zi-pass' };
  const unjudged = judgedAs(standing, tier, areasOfGate(rule, instrument), frame);
  if (unjudged !== null) return { text: unjudged.shown, href, kind: null };
  const short = text.comparison.shortBy(shortText(miss.shortPoints));
  return { text: short, href, kind: 'zi-fail' };
}

function rowOf(
  label: string,
  pair: Pair,
  textOf: (side: Side) => string,
  hrefOf: (side: Side) => string,
): UnnamedRow {
  const cells = pair.map((side) => ({ text: textOf(side), href: hrefOf(side), kind: null }));
  return { label, cells, difference: '' };
}

interface Shown {
  /** null where there is nothing to compare. */
  readonly value: Exact | null;
  readonly shown: string;
}

function shownAs(value: Exact): Shown {
  return { value, shown: formatScore(value) };
}

/** How far an assessor has come, where the figure would say nothing yet. */
function judgedAs(
  standing: TierStanding,
  tier: Tier,
  keys: readonly AreaKey[],
  { instrument }: Frame,
): Shown | null {
  if (standing.state !== 'scored' || tier === 'mandiri') return null;
  const judged = judgedIn(standing.score, keys, instrument);
  const shown = isFigure(tier, judged) ? null : judgedText(tier, judged);
  return shown === null ? null : { value: null, shown };
}

function recordedAs(shown: (value: Exact) => string, value: Exact | null): Shown | null {
  return value === null ? null : { value, shown: text.map.recorded(shown(value)) };
}

function figure(
  label: string,
  pair: Pair,
  hrefOf: (side: Side) => string,
  valueOf: (side: Side) => Shown | null,
): UnnamedRow {
  const [a, b] = [valueOf(pair[0]), valueOf(pair[1])];
  const cells = [a, b].map((shown, at) => {
    const side = at === 0 ? pair[0] : pair[1];
    return { text: shown?.shown ?? absentText(side), href: hrefOf(side), kind: null };
  });
  const [from, to] = [a?.value ?? null, b?.value ?? null];
  return { label, cells, difference: from && to ? signed(from.sub(to)) : '' };
}

function causeOf(tier: Tier, year: number): (side: Side) => string {
  return ({ satker: { code }, recorded }) => {
    if (tier === 'mandiri') return `${paths.lke(code, year)}#judul-area`;
    return recorded !== null ? paths.tpnResult(code, year) : paths.comparison(code, year);
  };
}

function absentText({ standing, recorded }: Side): string {
  if (recorded !== null) return text.comparison.onlyTotal;
  return standing.state === 'hidden' ? text.hidden : text.none;
}

function answeredOf({ standing }: Side): number {
  return standing.state === 'scored' ? standing.score.answered : 0;
}
