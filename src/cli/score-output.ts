import { exactToDecimal, type Exact } from '../domain/exact.js';
import type { GateReport, GateResult } from '../domain/predikat/gate.js';
import { judgeAll } from '../domain/predikat/gates.js';
import { scoreSheet } from '../domain/scoring/score-sheet.js';
import type { AreaScore } from '../domain/scoring/sheet-score.js';
import type { ScoreJob } from './score-input.js';

const DIGITS = 6;

/**
 * The result of one sheet, members in the documented order. Numbers are decimal text with up to
 * six decimals rounded half up (`short` up), verdicts are those of the exact values.
 */
export function scoreOutput({ instrument, ruleset, answers }: ScoreJob): object {
  const score = scoreSheet(instrument, answers);
  const gates = judgeAll(ruleset, score);
  return {
    instrument: score.instrumentId,
    answered: score.answered,
    of: score.of,
    total: decimal(score.total),
    pengungkit: decimal(score.pengungkit),
    pemenuhan: decimal(score.pemenuhan),
    reform: decimal(score.reform),
    areas: Object.fromEntries(score.areas.map((area) => [area.key, areaOutput(area)])),
    hasil: { score: decimal(score.hasil.score), ...decimals(score.hasil.parts) },
    subcomponents: decimals(score.subcomponents),
    indicators: Object.fromEntries(
      [...score.indicators].map(([code, { state, value }]) => [
        code,
        state === 'unanswered' ? null : decimal(value),
      ]),
    ),
    gates: { wbk: gatesOutput(gates.wbk), wbbm: gatesOutput(gates.wbbm) },
  };
}

function areaOutput({ pemenuhan, reform, score, weight, ratio }: AreaScore): object {
  return {
    pemenuhan: decimal(pemenuhan),
    reform: decimal(reform),
    score: decimal(score),
    weight: decimal(weight),
    ratio: decimal(ratio),
  };
}

function gatesOutput({ passed, items }: GateReport): object {
  return { passed, items: items.map(gateOutput) };
}

function gateOutput({ code, value, minimum, short, passed }: GateResult): object {
  return {
    code,
    value: decimal(value),
    minimum: decimal(minimum),
    short: exactToDecimal(short, DIGITS, 'up'),
    passed,
  };
}

function decimals(values: ReadonlyMap<string, Exact>): Record<string, string> {
  return Object.fromEntries([...values].map(([code, value]) => [code, decimal(value)]));
}

function decimal(value: Exact): string {
  return exactToDecimal(value, DIGITS, 'half-up');
}
