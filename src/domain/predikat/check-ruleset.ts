import { exactFromDecimal, ONE, ZERO } from '../exact.js';
import type { Instrument } from '../instrument/instrument.js';
import { GATE_CODES, TARGETS, type GateCode, type Target } from './gate.js';
import { maximumOf } from './measure.js';
import { rawRulesetSchema, type RawGate, type RawRuleset } from './raw-ruleset.js';

/** Faults of a ruleset file; each check reports every occurrence. */
export const RULESET_FAULT_CODES = [
  'shape',
  'unknown-gate',
  'missing-gate',
  'duplicate-gate',
  'unknown-measure',
  'minimum-out-of-range',
  'no-source',
] as const;

export interface RulesetFault {
  readonly code: (typeof RULESET_FAULT_CODES)[number];
  /** "wbk area-1", or a path in the file. */
  readonly at: string;
  readonly found: string;
}

/**
 * Every fault of a ruleset file against the instrument it judges: a minimum lies within 0 and what
 * a full sheet reaches there (a ratio of 1 for an area), and each number names its legal source.
 */
export function checkRuleset(raw: unknown, instrument: Instrument): RulesetFault[] {
  const parsed = rawRulesetSchema.safeParse(raw);
  if (parsed.success)
    return TARGETS.flatMap((target) => checkTarget(parsed.data, target, instrument));
  return parsed.error.issues.map((issue) => ({
    code: 'shape',
    at: issue.path.join('.'),
    found: issue.message,
  }));
}

export function isGateCode(code: string): code is GateCode {
  return (GATE_CODES as readonly string[]).includes(code);
}

function checkTarget(raw: RawRuleset, target: Target, instrument: Instrument): RulesetFault[] {
  const gates = raw.gates[target];
  const codes = gates.map((gate) => gate.code);
  const known = gates.filter((gate) => isGateCode(gate.code));
  const unknown = codes.filter((code) => !isGateCode(code));
  const missing = GATE_CODES.filter((code) => !codes.includes(code));
  const again = codes.filter((code, index) => codes.indexOf(code) !== index);
  const unnamed = gates.filter((gate) => gate.source.trim() === '');
  return [
    ...unknown.map((code) => report('unknown-gate', target, code, code)),
    ...missing.map((code) => report('missing-gate', target, code, code)),
    ...again.map((code) => report('duplicate-gate', target, code, code)),
    ...unnamed.map((gate) => report('no-source', target, gate.code, gate.minimum)),
    ...known.flatMap((gate) => checkMinimum(gate, target, instrument)),
  ];
}

function checkMinimum(gate: RawGate, target: Target, instrument: Instrument): RulesetFault[] {
  const points = maximumOf(gate.measures, instrument);
  if (points === null) return [report('unknown-measure', target, gate.code, gate.measures)];
  const minimum = exactFromDecimal(gate.minimum);
  const maximum = gate.code.startsWith('area-') ? ONE : points;
  const inside = minimum.compare(ZERO) > 0 && minimum.compare(maximum) <= 0;
  return inside ? [] : [report('minimum-out-of-range', target, gate.code, gate.minimum)];
}

function report(
  code: RulesetFault['code'],
  target: Target,
  gate: string,
  found: string,
): RulesetFault {
  return { code, at: `${target} ${gate}`, found };
}
