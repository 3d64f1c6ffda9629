import { TIERS, type Tier } from '../../domain/access/tiers.js';
import type { Exact } from '../../domain/exact.js';
import type { GateRule } from '../../domain/predikat/gate.js';
import { paths } from '../../paths.js';
import { formatInteger, formatScore } from '../../text/format.js';
import { stageText } from '../../text/messages/lke.js';
import { oversightText as text } from '../../text/messages/oversight.js';
import { tierText } from '../../text/messages/review.js';
import { menujuText } from '../../text/messages/workbook.js';
import type { PageBase } from '../../web/pages.js';
import { choice, type Choice } from './choice.js';
import { shortText } from './short.js';
import type { Watched } from './read-standings.js';
import type { Frame, LkeStanding, Standing } from './standing.js';
import { recordedIn } from './tier-standing.js';
import type { RecordedTotals, TierStanding } from './tier-standing.js';
import { signed, signedCount, totalText } from './table.js';
import { provinceTabs, type Tab } from './tabs.js';

export interface ComparedPage extends PageBase {
  readonly tabs: readonly Tab[];
  readonly action: string;
  readonly words: typeof text.comparison;
  readonly tierLabel: string;
  readonly firsts: readonly Choice[];
  readonly seconds: readonly Choice[];
  readonly tiers: readonly Choice[];
  /** null where there are not two. */
  readonly compared: null | {
    readonly heads: readonly { readonly name: string; readonly href: string }[];
    readonly groups: readonly {
      readonly heading: string;
      /** null where differences mean nothing. */
      readonly difference: string | null;
      readonly rows: readonly ComparedRow[];
    }[];
  };
  readonly empty: { readonly title: string; readonly text: string };
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

declare module '../../web/pages.js' {
  interface PageTypes {
    'oversight/comparison': ComparedPage;
  }
}

export interface ComparedPlace {
  readonly province: string;
  readonly seesMore: boolean;
  readonly tier: Tier;
  readonly codes: readonly [unknown, unknown];
}

interface Side {
  readonly satker: Standing['satker'];
  readonly lke: LkeStanding;
  readonly standing: TierStanding;
  /** Totals that TPN recorded; they stand before those of its answers. */
  readonly recorded: RecordedTotals | null;
}

export function comparedPage(watched: Watched, place: ComparedPlace): ComparedPage {
  const { frame, standings, provinceNames } = watched;
  const { province, seesMore, tier, codes } = place;
  const name = provinceNames.get(province) ?? '';
  const opened = standings.flatMap(({ satker, lke }) =>
    lke === null
      ? []
      : [{ satker, lke, standing: lke.tiers[tier], recorded: recordedIn(lke, tier) }],
  );
  const first = opened.find(({ satker }) => satker.code === codes[0]) ?? opened[0];
  const second =
    opened.find((side) => side.satker.code === codes[1] && side !== first) ??
    opened.find((side) => side !== first);
  const options = (side: Side | undefined) =>
    opened.map(({ satker }) => choice(satker.code, satker.name, side?.satker.code ?? ''));
  return {
    title: text.comparisonTitle(name, frame.year),
    tabs: provinceTabs(province, name, frame.year, 'comparison', seesMore),
    action: paths.oversightComparison(province, frame.year),
    words: text.comparison,
    tierLabel: text.map.tier,
    firsts: options(first),
    seconds: options(second),
    tiers: TIERS.map((one) => choice(one, tierText[one], tier)),
    compared:
      first === undefined || second === undefined
        ? null
        : {
            heads: [first, second].map(({ satker }) => ({
              name: satker.name,
              href: paths.lke(satker.code, frame.year),
            })),
            groups: groupsOf([first, second], tier, frame),
          },
    empty: text.comparison.tooFew,
  };
}

type Pair = readonly [Side, Side];

function groupsOf(pair: Pair, tier: Tier, frame: Frame) {
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
        words.filled,
        pair,
        (side) => text.of(formatInteger(answeredOf(side)), of),
        (side) => home(side, '#judul-kelengkapan'),
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
      const { pengungkit, hasil } = standing.score;
      return shownAs(part === 'hasil' ? hasil.score : pengungkit);
    };
  return [
    figure(words.total, pair, cause, ({ lke, standing, recorded }) => {
      const shown = (total: Exact) => totalText({ total }, lke, frame);
      if (recorded !== null) return recordedAs(shown, recorded.total);
      if (standing.state !== 'scored') return null;
      return { value: standing.score.total, shown: shown(standing.score.total) };
    }),
    figure(words.pengungkit, pair, cause, partOf('pengungkit')),
    figure(words.hasil, pair, cause, partOf('hasil')),
  ];
}

function areaRows(pair: Pair, tier: Tier, { instrument, year }: Frame): UnnamedRow[] {
  return instrument.areas.flatMap(({ key, name }) => {
    if (key === 'hasil') return [];
    const href = ({ satker }: Side) =>
      tier === 'mandiri'
        ? paths.area(satker.code, year, key)
        : `${paths.comparison(satker.code, year)}?area=${key}`;
    return figure(`${key}. ${name}`, pair, href, ({ standing }) =>
      standing.state === 'scored' ? shownAs(standing.score.area(key).score) : null,
    );
  });
}

/** The gates of each satker's own target; where the targets differ a gate has two minima. */
function gateRows(pair: Pair, tier: Tier, { ruleset, year }: Frame): UnnamedRow[] {
  return ruleset.gates.wbk.map((rule) => ({
    label: rule.name,
    cells: pair.map((side) => gateCell(side, rule, tier, year)),
    difference: '',
  }));
}

function gateCell(side: Side, rule: GateRule, tier: Tier, year: number) {
  const { satker, lke, standing } = side;
  const href =
    tier === 'mandiri'
      ? `${paths.lke(satker.code, year)}#judul-ambang`
      : paths.comparison(satker.code, year);
  if (standing.state !== 'scored') return { text: absentText(side), href, kind: null };
  const miss = standing.score.gates[lke.target].failed.find(({ code }) => code === rule.code);
  if (miss === undefined) return { text: text.comparison.met, href, kind: 'zi-pass' as const };
  return {
    text: text.comparison.short(shortText(miss.shortPoints)),
    href,
    kind: 'zi-fail' as const,
  };
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
  readonly value: Exact;
  readonly shown: string;
}

function shownAs(value: Exact): Shown {
  return { value, shown: formatScore(value) };
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
  return { label, cells, difference: a && b ? signed(a.value.sub(b.value)) : '' };
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
