import { TIERS, type Tier } from '../../domain/access/tiers.js';
import type { AreaKey, Instrument } from '../../domain/instrument/instrument.js';
import { paths } from '../../paths.js';
import { formatInstant } from '../../text/format.js';
import { oversightText as text } from '../../text/messages/oversight.js';
import { tierText } from '../../text/messages/review.js';
import { choice, type Choice } from '../../web/choice.js';
import { withQuery } from '../../web/pager.js';
import type { PageBase } from '../../web/pages.js';
import type { SortColumn } from '../../web/sort-column.js';
import { isFigure, judgedIn, judgedText } from './judged.js';
import { cellOf, ratioOf, type MapCell } from './map-cells.js';
import { ordered, readOrdering, sortFields, sortHeads } from '../../web/ordering.js';
import type { Column, SortFields, SortKey } from '../../web/ordering.js';
import { scoreKey } from './query.js';
import type { Watched } from './read-standings.js';
import type { Frame, LkeStanding, Standing } from './standing.js';
import { totalText } from './table.js';
import { provinceTabs, type Tab } from './tabs.js';
import { recordedIn, type TierStanding } from './tier-standing.js';

export interface MapPage extends PageBase {
  readonly tabs: readonly Tab[];
  readonly moment: string;
  readonly action: string;
  readonly tierLabel: string;
  readonly tiers: readonly Choice[];
  readonly sorting: SortFields;
  readonly intro: string;
  readonly columns: readonly SortColumn[];
  /** How many columns stand beside the name. */
  readonly width: string;
  readonly totalLabel: string;
  readonly rows: readonly MapRow[];
  readonly legend: string;
}

interface MapRow {
  readonly name: string;
  readonly code: string;
  readonly href: string | null;
  /** The words where there is no score to show. */
  readonly absent: string | null;
  readonly absentHref: string | null;
  readonly total: string;
  /** How much of the whole it rests on; null where on all. */
  readonly totalNote: string | null;
  readonly totalHref: string;
  readonly cells: readonly MapCell[];
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'oversight/map': MapPage;
  }
}

export interface MapPlace {
  readonly province: string;
  readonly seesMore: boolean;
  readonly tier: Tier;
}

type MapColumn = 'kode' | 'nama' | AreaKey | 'total';

export function mapPage(
  watched: Watched,
  { province, seesMore, tier }: MapPlace,
  raw: unknown,
): MapPage {
  const { frame, standings, zone, provinceNames } = watched;
  const { year, instrument } = frame;
  const name = provinceNames.get(province) ?? '';
  const columns = columnsOf(instrument);
  const order = readOrdering(columns, raw);
  const action = paths.oversightMap(province, year);
  const tingkat = tier === 'mandiri' ? '' : tier;
  return {
    title: text.mapTitle(name, year),
    tabs: provinceTabs(province, name, year, 'map', seesMore),
    moment: text.moment(formatInstant(frame.now.toISOString(), zone)),
    action,
    tierLabel: text.map.tier,
    tiers: TIERS.map((one) => choice(one, tierText[one], tier)),
    sorting: sortFields(columns, order),
    intro: text.map.intro(tierText[tier]),
    columns: sortHeads(columns, order, (urut) => withQuery(action, { tingkat, urut })),
    width: String(instrument.areas.length + 1),
    totalLabel: text.map.total,
    rows: ordered(
      standings,
      order,
      (one) => sortKey(one, order.column, tier, instrument),
      ({ satker }) => satker.code,
    ).map((one) => rowOf(one, tier, frame)),
    legend: text.map.legend,
  };
}

function columnsOf({ areas }: Instrument): readonly Column<MapColumn>[] {
  return [
    { column: 'kode', label: text.columns.kode, isNumber: false, isHidden: true },
    { column: 'nama', label: text.columns.nama, isNumber: false },
    ...areas.map(({ key, name }) => ({
      column: key,
      label: key === 'hasil' ? text.map.hasil : `${key}. ${name}`,
      isNumber: true,
      highestFirst: true,
    })),
    { column: 'total', label: text.map.total, isNumber: true, highestFirst: true },
  ];
}

/** As shown: what is not judged has no figure. */
function sortKey(
  { satker, lke }: Standing,
  column: MapColumn,
  tier: Tier,
  instrument: Instrument,
): SortKey {
  if (lke === null) return null;
  if (column === 'kode') return satker.code;
  if (column === 'nama') return satker.name;
  if (column === 'total') return scoreKey(lke, tier);
  const standing = lke.tiers[tier];
  if (standing.state !== 'scored') return null;
  if (!isFigure(tier, judgedIn(standing.score, [column], instrument))) return null;
  return ratioOf(column, standing.score, instrument).valueOf();
}

export function isTier(raw: unknown): raw is Tier {
  return (TIERS as readonly unknown[]).includes(raw);
}

function rowOf({ satker, lke }: Standing, tier: Tier, frame: Frame): MapRow {
  const { code, name } = satker;
  const none = { total: '', totalNote: null, totalHref: '', cells: [] };
  if (lke === null) {
    return { name, code, href: null, absent: text.notOpened, absentHref: null, ...none };
  }
  const href = paths.lke(code, frame.year);
  const standing = lke.tiers[tier];
  if (standing.state !== 'scored') {
    return { name, code, href, ...absentOf(lke, code, tier, frame), ...none };
  }
  return {
    name,
    code,
    href,
    absent: null,
    absentHref: null,
    ...totalOf(standing, lke, code, tier, frame),
    cells: frame.instrument.areas.map(({ key, name: label }) => ({
      label,
      href: areaHref(tier, code, frame.year, key),
      ...cellOf(key, standing.score, { tier, target: lke.target }, frame),
    })),
  };
}

function absentOf(lke: LkeStanding, code: string, tier: Tier, frame: Frame) {
  const recorded = recordedIn(lke, tier);
  if (recorded !== null) {
    const absent = text.map.onlyTotal(totalText(recorded, lke, frame));
    return { absent, absentHref: paths.tpnResult(code, frame.year) };
  }
  const absent = lke.tiers[tier].state === 'hidden' ? text.hidden : text.map.noScore;
  return { absent, absentHref: null };
}

function totalOf({ score }: Scored, lke: LkeStanding, code: string, tier: Tier, frame: Frame) {
  const { year } = frame;
  const recorded = recordedIn(lke, tier);
  if (recorded !== null) {
    const total = text.map.recorded(totalText(recorded, lke, frame));
    return { total, totalNote: null, totalHref: paths.tpnResult(code, year) };
  }
  const totalHref =
    tier === 'mandiri' ? `${paths.lke(code, year)}#judul-area` : paths.comparison(code, year);
  const totalNote = judgedText(tier, { done: score.answered, of: score.of });
  return { total: totalText(score, lke, frame), totalNote, totalHref };
}

function areaHref(tier: Tier, code: string, year: number, key: AreaKey): string {
  if (tier === 'mandiri') return paths.area(code, year, key);
  return `${paths.comparison(code, year)}?area=${key}`;
}

type Scored = Extract<TierStanding, { state: 'scored' }>;
