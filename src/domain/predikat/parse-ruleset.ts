import { exactFromDecimal } from '../exact.js';
import type { Instrument } from '../instrument/instrument.js';
import { checkRuleset, isGateCode } from './check-ruleset.js';
import { GATE_CODES, type GateRule, type NominationRequirement, type Ruleset } from './gate.js';
import { rawRulesetSchema, type RawGate, type RawRequirement } from './raw-ruleset.js';

/**
 * Turns the content of a file in fixtures/rulesets into a Ruleset for the instrument of its year
 * (minimums in points, area gates 0..1, exact, in the order of GATE_CODES).
 * Throws an Error that lists every fault of {@link checkRuleset} when there is one.
 * Source: PermenPANRB 90/2021 Lampiran II Bab III A.3-6 and Tabel 6; nomination: 5/2024 Tabel 5.
 */
export function parseRuleset(raw: unknown, instrument: Instrument): Ruleset {
  const faults = checkRuleset(raw, instrument);
  const lines = faults.map(({ code, at, found }) => `${code} at ${at}: ${found}`);
  if (lines.length > 0) throw new Error(`ruleset refused:\n${lines.join('\n')}`);
  const sound = rawRulesetSchema.parse(raw);
  return {
    ...sound,
    gates: { wbk: parseGates(sound.gates.wbk), wbbm: parseGates(sound.gates.wbbm) },
    nomination: {
      ...sound.nomination,
      instansi: sound.nomination.instansi.map(parseRequirement),
      satker: sound.nomination.satker.map(parseRequirement),
    },
  };
}

function parseGates(raw: readonly RawGate[]): GateRule[] {
  const rules = raw.flatMap((gate) => (isGateCode(gate.code) ? [parseGate(gate, gate.code)] : []));
  return rules.sort((a, b) => GATE_CODES.indexOf(a.code) - GATE_CODES.indexOf(b.code));
}

function parseGate(raw: RawGate, code: GateRule['code']): GateRule {
  const { indexMinimum } = raw;
  return {
    code,
    name: raw.name,
    measures: raw.measures,
    minimum: exactFromDecimal(raw.minimum),
    indexMinimum: indexMinimum === undefined ? null : exactFromDecimal(indexMinimum),
    source: raw.source,
  };
}

function parseRequirement(raw: RawRequirement): NominationRequirement {
  return { ...raw, scale: raw.scale ?? [], note: raw.note ?? null };
}
