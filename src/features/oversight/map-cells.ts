import type { Tier } from '../../domain/access/tiers.js';
import type { Exact } from '../../domain/exact.js';
import type { AreaKey, ChangeAreaKey, Instrument } from '../../domain/instrument/instrument.js';
import type { GateCode, Target } from '../../domain/predikat/gate.js';
import { oversightText as text } from '../../text/messages/oversight.js';
import type { StoredScore } from '../lke/store.js';
import { isFigure, judgedIn, judgedText } from './judged.js';
import type { Frame } from './standing.js';
import { figureText } from './table.js';

export interface MapCell {
  readonly label: string;
  readonly href: string;
  /** null where nobody has filled or judged what it would say. */
  readonly figure: null | {
    readonly percent: string;
    readonly passed: boolean;
    readonly verdict: string;
  };
  /** How much is filled or judged, where not all is. */
  readonly note: string | null;
  /** 0 (lowest) … 4, for the ground only; 4 has none. */
  readonly shade: string;
}

const NO_SHADE = '4';

/** One area of one satker: its percentage, or how far its tier has come. */
export function cellOf(
  key: AreaKey,
  score: StoredScore,
  { tier, target }: { readonly tier: Tier; readonly target: Target },
  { ruleset, instrument }: Frame,
): Pick<MapCell, 'figure' | 'note' | 'shade'> {
  const judged = judgedIn(score, [key], instrument);
  const note = judgedText(tier, judged);
  if (!isFigure(tier, judged)) return { figure: null, note, shade: NO_SHADE };
  const failed = score.gates[target].failed.map(({ code }) => code);
  const own = gatesOf(key);
  const passed = !failed.some((code) => own.includes(code));
  const ratio = ratioOf(key, score, instrument);
  const rule = ruleset.gates[target].find(({ code }) => code === `area-${key}`);
  const against = passed || rule === undefined ? ratio : rule.minimum;
  return {
    figure: {
      percent: figureText(ratio.mul(100), against.mul(100), 1),
      passed,
      verdict: passed ? text.map.above : text.map.below,
    },
    note,
    shade: String(Math.min(4, Math.max(0, Math.floor(ratio.mul(5).valueOf())))),
  };
}

/** Of the weight of the area. */
export function ratioOf(key: AreaKey, score: StoredScore, { areas }: Instrument): Exact {
  if (key !== 'hasil') return score.area(key).ratio;
  const area = areas.find((one) => one.key === 'hasil');
  if (area === undefined) throw new Error('the instrument has no Hasil');
  return score.hasil.score.div(area.weight);
}

/** The gates that stand for an area; Hasil has all that are asked of its parts. */
function gatesOf(key: AreaKey): readonly GateCode[] {
  if (key === 'hasil') return ['hasil-bersih', 'ipak', 'kinerja', 'hasil-prima'];
  return [`area-${key}` satisfies `area-${ChangeAreaKey}`];
}
