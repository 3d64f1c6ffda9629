import { exactFromDecimal, sum, type Exact } from '../exact.js';
import { checkInstrument } from './check-instrument.js';
import { describeFault } from './instrument-fault.js';
import { parseIndicators } from './parse-indicator.js';
import { rawInstrumentSchema } from './raw-instrument.js';
import type { RawGroup, RawHalf, RawHalfArea, RawInstrument } from './raw-instrument.js';
import type { Area, ChangeAreaKey, HalfArea, HasilPart, Instrument } from './instrument.js';
import { CHANGE_AREA_KEYS } from './instrument.js';
import type { Subcomponent } from './instrument.js';

/**
 * Turns the content of a file in fixtures/instruments into an Instrument (weights in points,
 * option values 0..1, everything exact, sheet order kept).
 * Throws an Error that lists every fault of {@link checkInstrument} when there is one.
 * Source: PermenPANRB 90/2021 Lampiran II Bab I Tabel 3-4 (weights) and Lampiran III (questions).
 */
export function parseInstrument(raw: unknown): Instrument {
  const faults = checkInstrument(raw);
  if (faults.length > 0)
    throw new Error(`instrument refused:\n${faults.map(describeFault).join('\n')}`);
  return build(rawInstrumentSchema.parse(raw));
}

function build(raw: RawInstrument): Instrument {
  const halfAreas = raw.pengungkit.halves.flatMap(parseHalf);
  const hasilParts = raw.hasil.parts.map(parsePart);
  const subcomponents = halfAreas.flatMap((halfArea) => halfArea.subcomponents);
  const indicators = [...subcomponents, ...hasilParts].flatMap((group) => group.indicators);
  return {
    id: raw.id,
    year: raw.year,
    title: raw.title,
    legalBasis: raw.legalBasis,
    weightSource: raw.weightSource,
    halfAreas,
    hasilParts,
    areas: [
      ...CHANGE_AREA_KEYS.map((key) => joinHalves(key, halfAreas)),
      hasilArea(raw, hasilParts),
    ],
    subcomponents,
    indicators,
    byCode: new Map(indicators.map((indicator) => [indicator.code, indicator])),
    weights: parseWeights(raw),
    rules: raw.rules,
    notes: raw.notes,
    scaleNotes: raw.scaleNotes,
  };
}

function parseHalf(raw: RawHalf): HalfArea[] {
  return raw.areas.map((area) => parseHalfArea(area, raw.half));
}

function parseHalfArea(raw: RawHalfArea, half: 'pemenuhan' | 'reform'): HalfArea {
  const area = raw.area as ChangeAreaKey;
  return {
    code: raw.code,
    roman: raw.roman,
    area,
    half,
    name: raw.name,
    weight: exactFromDecimal(raw.weight),
    subcomponents: raw.subcomponents.map((group) => parseSubcomponent(group, area, half)),
  };
}

function parseSubcomponent(
  raw: RawGroup,
  area: ChangeAreaKey,
  half: 'pemenuhan' | 'reform',
): Subcomponent {
  return {
    code: raw.code,
    roman: raw.roman,
    name: raw.name,
    weight: exactFromDecimal(raw.weight),
    area,
    half,
    note: raw.note ?? null,
    indicators: parseIndicators(raw, { area, half }),
  };
}

function parsePart(raw: RawGroup): HasilPart {
  return {
    code: raw.code,
    roman: raw.roman,
    name: raw.name,
    weight: exactFromDecimal(raw.weight),
    indicators: parseIndicators(raw, { area: 'hasil', half: 'hasil' }),
  };
}

/** One change area over both halves: Tabel 3 gives one weight per area, the sum of its halves. */
function joinHalves(key: ChangeAreaKey, halfAreas: readonly HalfArea[]): Area {
  const halves = halfAreas.filter((halfArea) => halfArea.area === key);
  return {
    key,
    name: halves[0]?.name ?? key,
    weight: sum(halves.map((halfArea) => halfArea.weight)),
    indicators: halves.flatMap((h) => h.subcomponents).flatMap((sub) => sub.indicators),
  };
}

function hasilArea(raw: RawInstrument, parts: readonly HasilPart[]): Area {
  const indicators = parts.flatMap((part) => part.indicators);
  return {
    key: 'hasil',
    name: raw.hasil.name,
    weight: exactFromDecimal(raw.hasil.weight),
    indicators,
  };
}

function parseWeights(raw: RawInstrument): Instrument['weights'] {
  return {
    pengungkit: exactFromDecimal(raw.pengungkit.weight),
    pemenuhan: halfWeight(raw, 'pemenuhan'),
    reform: halfWeight(raw, 'reform'),
    hasil: exactFromDecimal(raw.hasil.weight),
    total: exactFromDecimal(raw.totalWeight),
  };
}

function halfWeight(raw: RawInstrument, half: 'pemenuhan' | 'reform'): Exact {
  const halves = raw.pengungkit.halves.filter((candidate) => candidate.half === half);
  return sum(halves.map((candidate) => exactFromDecimal(candidate.weight)));
}
