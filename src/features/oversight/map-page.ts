import { TIERS, type Tier } from '../../domain/access/tiers.js';
import type { Exact } from '../../domain/exact.js';
import type { AreaKey, ChangeAreaKey } from '../../domain/instrument/instrument.js';
import type { GateCode } from '../../domain/predikat/gate.js';
import { paths } from '../../paths.js';
import { formatInstant } from '../../text/format.js';
import { oversightText as text } from '../../text/messages/oversight.js';
import { tierText } from '../../text/messages/review.js';
import type { PageBase } from '../../web/pages.js';
import { choice, type Choice } from './choice.js';
import type { Watched } from './read-standings.js';
import type { Frame, LkeStanding, Standing } from './standing.js';
import { recordedIn } from './tier-standing.js';
import type { TierStanding } from './tier-standing.js';
import { figureText, totalText } from './table.js';
import { provinceTabs, type Tab } from './tabs.js';

export interface MapPage extends PageBase {
  readonly tabs: readonly Tab[];
  readonly moment: string;
  readonly action: string;
  readonly tierLabel: string;
  readonly tiers: readonly Choice[];
  readonly intro: string;
  readonly satkerLabel: string;
  readonly areas: readonly { readonly key: string; readonly name: string }[];
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
  readonly totalHref: string;
  readonly cells: readonly MapCell[];
}

export interface MapCell {
  readonly label: string;
  readonly href: string;
  readonly percent: string;
  readonly passed: boolean;
  readonly verdict: string;
  /** 0 (lowest) … 4, for the ground only. */
  readonly shade: string;
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

export function mapPage(watched: Watched, { province, seesMore, tier }: MapPlace): MapPage {
  const { frame, standings, zone, provinceNames } = watched;
  const { year, instrument } = frame;
  const name = provinceNames.get(province) ?? '';
  return {
    title: text.mapTitle(name, year),
    tabs: provinceTabs(province, name, year, 'map', seesMore),
    moment: text.moment(formatInstant(frame.now.toISOString(), zone)),
    action: paths.oversightMap(province, year),
    tierLabel: text.map.tier,
    tiers: TIERS.map((one) => choice(one, tierText[one], tier)),
    intro: text.map.intro(tierText[tier]),
    satkerLabel: text.columns.nama,
    areas: instrument.areas.map((area) => ({
      key: area.key === 'hasil' ? '' : area.key,
      name: area.key === 'hasil' ? text.map.hasil : area.name,
    })),
    totalLabel: text.map.total,
    rows: standings.map((one) => rowOf(one, tier, frame)),
    legend: text.map.legend,
  };
}

export function isTier(raw: unknown): raw is Tier {
  return (TIERS as readonly unknown[]).includes(raw);
}

function rowOf({ satker, lke }: Standing, tier: Tier, frame: Frame): MapRow {
  const { code, name } = satker;
  const none = { total: '', totalHref: '', cells: [] };
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
      ...cellOf(key, standing, lke.target, frame),
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
    return { total, totalHref: paths.tpnResult(code, year) };
  }
  const totalHref =
    tier === 'mandiri' ? `${paths.lke(code, year)}#judul-area` : paths.comparison(code, year);
  return { total: totalText(score, lke, frame), totalHref };
}

function areaHref(tier: Tier, code: string, year: number, key: AreaKey): string {
  if (tier === 'mandiri') return paths.area(code, year, key);
  return `${paths.comparison(code, year)}?area=${key}`;
}

type Scored = Extract<TierStanding, { state: 'scored' }>;

function cellOf(
  key: AreaKey,
  { score }: Scored,
  target: 'wbk' | 'wbbm',
  { ruleset, instrument }: Frame,
): Pick<MapCell, 'percent' | 'passed' | 'verdict' | 'shade'> {
  const failed = score.gates[target].failed.map(({ code }) => code);
  const own = gatesOf(key);
  const passed = !failed.some((code) => own.includes(code));
  const ratio = key === 'hasil' ? hasilRatio(score, instrument) : score.area(key).ratio;
  const rule = ruleset.gates[target].find(({ code }) => code === `area-${key}`);
  const against = passed || rule === undefined ? ratio : rule.minimum;
  return {
    percent: figureText(ratio.mul(100), against.mul(100), 1),
    passed,
    verdict: passed ? text.map.above : text.map.below,
    shade: String(Math.min(4, Math.max(0, Math.floor(ratio.mul(5).valueOf())))),
  };
}

/** The gates that stand for an area; Hasil has all that are asked of its parts. */
function gatesOf(key: AreaKey): readonly GateCode[] {
  if (key === 'hasil') return ['hasil-bersih', 'ipak', 'kinerja', 'hasil-prima'];
  return [`area-${key}` satisfies `area-${ChangeAreaKey}`];
}

function hasilRatio(score: Scored['score'], instrument: Frame['instrument']): Exact {
  const area = instrument.areas.find(({ key }) => key === 'hasil');
  if (area === undefined) throw new Error('the instrument has no Hasil');
  return score.hasil.score.div(area.weight);
}
