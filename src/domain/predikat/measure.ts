import type { Exact } from '../exact.js';
import {
  CHANGE_AREA_KEYS,
  type AreaKey,
  type IndicatorCode,
  type Instrument,
} from '../instrument/instrument.js';
import type { SheetScore } from '../scoring/sheet-score.js';

/**
 * What a gate measures, by the name the ruleset gives it: "total", "pengungkit", a change area
 * "1".."6", a part of Hasil ("B.I") or one indicator ("B.I.a").
 */

/** The most points a sheet can reach there; null for a name the instrument does not know. */
export function maximumOf(measures: string, instrument: Instrument): Exact | null {
  if (measures === 'total') return instrument.weights.total;
  if (measures === 'pengungkit') return instrument.weights.pengungkit;
  const area = CHANGE_AREA_KEYS.find((key) => key === measures);
  if (area !== undefined) return areaWeight(area, instrument);
  const part = instrument.hasilParts.find((candidate) => candidate.code === measures);
  if (part !== undefined) return part.weight;
  return instrument.byCode.get(measures as IndicatorCode)?.fullPoints ?? null;
}

/** As much of a score as the gates asked of it measure. */
export type MeasuredScore = Pick<
  SheetScore,
  'total' | 'pengungkit' | 'areas' | 'hasil' | 'indicators'
>;

/** The points of a sheet there; an area's as a ratio 0..1. Throws for an unknown name (a bug). */
export function measured(measures: string, score: MeasuredScore): Exact {
  if (measures === 'total') return score.total;
  if (measures === 'pengungkit') return score.pengungkit;
  const found =
    score.areas.find((area) => area.key === measures)?.ratio ??
    score.hasil.parts.get(measures) ??
    score.indicators.get(measures as IndicatorCode)?.points;
  if (found === undefined) throw new Error(`gate measures something unknown: ${measures}`);
  return found;
}

function areaWeight(key: AreaKey, instrument: Instrument): Exact | null {
  return instrument.areas.find((area) => area.key === key)?.weight ?? null;
}
