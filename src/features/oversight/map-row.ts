import type { Tier } from '../../domain/access/tiers.js';
import type { AreaKey } from '../../domain/instrument/instrument.js';
import { paths } from '../../paths.js';
import { stageText } from '../../text/messages/lke.js';
import { oversightText as text } from '../../text/messages/oversight.js';
import { judgedText } from './judged.js';
import { cellOf, type MapCell } from './map-cells.js';
import type { Frame, LkeStanding, Standing } from './standing.js';
import { totalText } from './table.js';
import { recordedIn, type TierStanding } from './tier-standing.js';

export interface MapRow {
  readonly name: string;
  readonly code: string;
  /** null where the LKE is not open. */
  readonly lke: null | {
    readonly href: string;
    readonly stage: string;
    readonly stageHref: string;
  };
  /** The words where there is no score to show. */
  readonly absent: string | null;
  readonly absentHref: string | null;
  readonly total: string;
  /** How much of the whole it rests on; null where on all. */
  readonly totalNote: string | null;
  readonly totalHref: string;
  readonly cells: readonly MapCell[];
}

export function mapRow({ satker, lke }: Standing, tier: Tier, frame: Frame): MapRow {
  const { code, name } = satker;
  const none = { total: '', totalNote: null, totalHref: '', cells: [] };
  if (lke === null) {
    return { name, code, lke: null, absent: text.notOpened, absentHref: null, ...none };
  }
  const named = {
    name,
    code,
    lke: {
      href: paths.lke(code, frame.year),
      stage: stageText[lke.stage],
      stageHref: paths.submission(code, frame.year),
    },
  };
  const standing = lke.tiers[tier];
  if (standing.state !== 'scored') {
    return { ...named, ...absentOf(lke, code, tier, frame), ...none };
  }
  return {
    ...named,
    absent: null,
    absentHref: null,
    ...totalOf(standing, lke, code, tier, frame),
    cells: frame.instrument.areas.map(({ key, name: area }) => ({
      label: key === 'hasil' ? text.map.hasil : text.map.area(key, area),
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
  const absent = lke.tiers[tier].state === 'hidden' ? text.hidden : text.map.notJudged;
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
  return `${paths.comparison(code, year)}?area=${key}#judul-indikator`;
}

type Scored = Extract<TierStanding, { state: 'scored' }>;
