import { checkCodes, checkCounts, checkPlaces } from './check-identity.js';
import { checkChecklists, checkInputs, checkKinds, checkOptions } from './check-indicators.js';
import { checkAreas, checkWeights } from './check-weights.js';
import { fault, type InstrumentFault } from './instrument-fault.js';
import { rawInstrumentSchema, type RawInstrument } from './raw-instrument.js';

const CHECKS: readonly ((raw: RawInstrument) => InstrumentFault[])[] = [
  checkKinds,
  checkCodes,
  checkAreas,
  checkWeights,
  checkOptions,
  checkInputs,
  checkChecklists,
  checkPlaces,
  checkCounts,
];

/**
 * Every structural fault of an instrument file, none for a sound one. A file of the wrong shape
 * yields only `shape` faults (with the path), because nothing else can be said of it.
 */
export function checkInstrument(raw: unknown): InstrumentFault[] {
  const parsed = rawInstrumentSchema.safeParse(raw);
  if (parsed.success) return CHECKS.flatMap((check) => check(parsed.data));
  return parsed.error.issues.map((issue) => fault('shape', issue.path.join('.'), issue.message));
}
