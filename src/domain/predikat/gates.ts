import { atLeast, ZERO, type Exact } from '../exact.js';
import { TARGETS, type GateReport, type GateResult, type GateRule } from './gate.js';
import type { Ruleset, Target } from './gate.js';
import { measured, type MeasuredScore } from './measure.js';

/**
 * The twelve gates of a target, each with value, minimum, verdict and what is short, decided on
 * exact values (≥). Area gates are ratios 0..1 (pemenuhan + reform over the area's weight), the
 * others points; all are independent and one that fails fails the predikat. The WBK that WBBM
 * presupposes is not among them.
 * Throws when a gate measures something the sheet has not (a bug: the ruleset is checked).
 * Source: 90/2021 Lampiran II Bab III A.3-6 and D Tabel 6.
 */
export function judge(ruleset: Ruleset, target: Target, score: MeasuredScore): GateReport {
  const items = judgeGates(ruleset.gates[target], score);
  return { target, passed: items.every((item) => item.passed), items };
}

/** {@link judge} for both targets. */
export function judgeAll(
  ruleset: Ruleset,
  score: MeasuredScore,
): Readonly<Record<Target, GateReport>> {
  const [wbk, wbbm] = TARGETS;
  return { wbk: judge(ruleset, wbk, score), wbbm: judge(ruleset, wbbm, score) };
}

/** Some gates only, as {@link judge} decides them; the score may lack what they do not measure. */
export function judgeGates(rules: readonly GateRule[], score: MeasuredScore): GateResult[] {
  return rules.map((rule) => judgeGate(rule, score));
}

function judgeGate(rule: GateRule, score: MeasuredScore): GateResult {
  return judgeValue(rule, measured(rule.measures, score), unitWeight(rule, score));
}

/**
 * One gate for a value that is already measured: a ratio 0..1 with the weight of its area, else
 * points.
 */
export function judgeValue(rule: GateRule, value: Exact, weight: Exact | number = 1): GateResult {
  const passed = atLeast(value, rule.minimum);
  const short = passed ? ZERO : rule.minimum.sub(value);
  return { ...rule, value, short, shortPoints: short.mul(weight), passed };
}

/** Points that one unit of the gate stands for: the weight of an area, else 1. */
function unitWeight(rule: GateRule, score: MeasuredScore): Exact | number {
  return score.areas.find((area) => area.key === rule.measures)?.weight ?? 1;
}
