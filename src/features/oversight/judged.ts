import type { Tier } from '../../domain/access/tiers.js';
import type { AreaKey, Instrument } from '../../domain/instrument/instrument.js';
import type { GateRule } from '../../domain/predikat/gate.js';
import { formatInteger } from '../../text/format.js';
import { oversightText as text } from '../../text/messages/oversight.js';
import type { StoredScore } from '../lke/store.js';

/** How many indicators one tier has, of how many. */
export interface Judged {
  readonly done: number;
  readonly of: number;
}

type Score = Pick<StoredScore, 'answeredByArea'>;

export function judgedIn(score: Score, keys: readonly AreaKey[], instrument: Instrument): Judged {
  const areas = instrument.areas.filter(({ key }) => keys.includes(key));
  return {
    done: areas.map(({ key }) => score.answeredByArea[key]).reduce((a, b) => a + b, 0),
    of: areas.map(({ indicators }) => indicators.length).reduce((a, b) => a + b, 0),
  };
}

/** Areas of which a gate speaks. */
export function areasOfGate(
  { measures }: Pick<GateRule, 'measures'>,
  { areas }: Instrument,
): readonly AreaKey[] {
  const all = areas.map(({ key }) => key);
  if (measures === 'total') return all;
  if (measures === 'pengungkit') return all.filter((key) => key !== 'hasil');
  const own = all.filter((key) => key === measures);
  return own.length > 0 ? own : ['hasil'];
}

/** What is judged or filled, where not all is; null where it is. */
export function judgedText(tier: Tier, { done, of }: Judged): string | null {
  if (done === of) return null;
  const { map } = text;
  if (done === 0) return tier === 'mandiri' ? map.notFilled : map.notJudged;
  return (tier === 'mandiri' ? map.filled : map.judged)(formatInteger(done), formatInteger(of));
}

/**
 * Whether a figure says something: what a satker leaves blank counts as nothing, once it has begun;
 * what an assessor has not judged is no figure.
 */
export function isFigure(tier: Tier, { done, of }: Judged): boolean {
  return done > 0 && (tier === 'mandiri' || done === of);
}
