import { exactFromDecimal, exactFromInteger, exactToDecimal, sum, type Exact } from '../exact.js';
import { CHANGE_AREA_KEYS, HALVES } from './instrument.js';
import { fault, type InstrumentFault } from './instrument-fault.js';
import { halfAreasOf, subcomponentsOf } from './raw-nodes.js';
import type { RawGroup, RawHalf, RawInstrument } from './raw-instrument.js';

/** Two halves (pemenuhan, reform), each over the areas 1 to 6 in order. */
export function checkAreas(raw: RawInstrument): InstrumentFault[] {
  const { halves, code } = raw.pengungkit;
  const kinds = halves.map((half) => half.half).join(' ');
  const expected = HALVES.filter((half) => half !== 'hasil').join(' ');
  return [
    ...(kinds === expected ? [] : [fault('areas-wrong', code, `halves ${kinds}`)]),
    ...halves.flatMap(checkAreaKeys),
  ];
}

function checkAreaKeys(half: RawHalf): InstrumentFault[] {
  const keys = half.areas.map((area) => area.area).join(' ');
  return keys === CHANGE_AREA_KEYS.join(' ') ? [] : [fault('areas-wrong', half.code, keys)];
}

/** Sub-components → areas → halves → pengungkit, indicators → parts → hasil, both → total. */
export function checkWeights(raw: RawInstrument): InstrumentFault[] {
  const { pengungkit, hasil } = raw;
  return [
    ...compare({ code: '', weight: raw.totalWeight }, [pengungkit, hasil]),
    ...compare(pengungkit, pengungkit.halves),
    ...pengungkit.halves.flatMap((half) => compare(half, half.areas)),
    ...halfAreasOf(raw).flatMap((area) => compare(area, area.subcomponents)),
    ...compare(hasil, hasil.parts),
    ...hasil.parts.flatMap((part) => compare(part, part.indicators)),
    ...subcomponentsOf(raw).flatMap(checkOwnWeights),
  ];
}

interface Weighed {
  readonly code: string;
  readonly weight?: string | undefined;
}

function compare(whole: Weighed, parts: readonly Weighed[]): InstrumentFault[] {
  const total = sum(parts.map(weightOf));
  if (total.equals(weightOf(whole))) return [];
  const found = `${exactToDecimal(total, 6, 'half-up')} instead of ${whole.weight}`;
  return [fault('weights-do-not-add-up', whole.code, found)];
}

function weightOf(node: Weighed): Exact {
  return exactFromDecimal(node.weight ?? '0');
}

/** A sub-component is a mean, so an indicator's own weight must be its equal share. */
function checkOwnWeights(group: RawGroup): InstrumentFault[] {
  const share = weightOf(group).div(exactFromInteger(group.indicators.length));
  return group.indicators
    .filter((indicator) => indicator.weight !== undefined && !weightOf(indicator).equals(share))
    .map((indicator) => fault('weights-do-not-add-up', indicator.code, `${indicator.weight}`));
}
