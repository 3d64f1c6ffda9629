import type { GateReport, GateRule } from '../../domain/predikat/gate.js';
import { judge, judgeValue } from '../../domain/predikat/gates.js';
import { comparisonText as text, tierShort } from '../../text/messages/review.js';
import { gateRow, gatesVerdict } from '../../web/gate-rows.js';
import type { ComparisonFacts, FieldTotals } from './comparison-facts.js';

export interface GateLine {
  readonly name: string;
  readonly minimum: string;
  readonly cells: readonly GateCell[];
}

export interface GateCell {
  readonly tier: string;
  readonly value: string;
  /** Empty where the figure is not known. */
  readonly verdict: string;
  readonly passed: boolean;
}

/** Each tier by its own answers, and TPN's totals by the gates that they tell of. */
export function gateLines({ lke, ruleset, tiers, field }: ComparisonFacts): readonly GateLine[] {
  const reports = tiers.map(({ tier, sheet }) => ({
    tier: tierShort[tier],
    report: judge(ruleset, lke.target, sheet.score),
  }));
  const first = reports[0]?.report.items ?? [];
  const lines = first.map((gate, at): GateLine => ({
    name: gate.name,
    minimum: gateRow(gate).minimum,
    cells: [
      ...reports.flatMap(({ tier, report }) => {
        const item = report.items[at];
        if (item === undefined) return [];
        const { value, verdict, passed } = gateRow(item);
        return [{ tier, value, verdict, passed }];
      }),
      ...(field === null ? [] : [fieldCell(gate, field)]),
    ],
  }));
  const all: GateLine = {
    name: text.allGates,
    minimum: '',
    cells: [
      ...reports.map(({ tier, report }) => verdictCell(tier, report)),
      ...(field === null ? [] : [fieldVerdict(first, field)]),
    ],
  };
  return [all, ...lines];
}

function verdictCell(tier: string, report: GateReport): GateCell {
  return { tier, value: '', verdict: gatesVerdict(report), passed: report.passed };
}

/** What TPN's totals say of a gate: the total and pengungkit, no single area. */
function measuredBy({ measures }: GateRule, { total, pengungkit }: FieldTotals) {
  if (measures === 'total') return total;
  return measures === 'pengungkit' ? pengungkit : null;
}

function fieldCell(rule: GateRule, field: FieldTotals): GateCell {
  const measured = measuredBy(rule, field);
  if (measured === null) return { tier: text.field, value: '–', verdict: '', passed: true };
  const { value, verdict, passed } = gateRow(judgeValue(rule, measured));
  return { tier: text.field, value, verdict, passed };
}

/** Totals never tell that all twelve are passed; one that fails fails the predikat. */
function fieldVerdict(rules: readonly GateRule[], field: FieldTotals): GateCell {
  const known = rules.flatMap((rule) => {
    const measured = measuredBy(rule, field);
    return measured === null ? [] : [judgeValue(rule, measured)];
  });
  const failed = known.filter(({ passed }) => !passed).length;
  if (failed > 0) {
    const verdict = text.fieldFailed(failed, known.length);
    return { tier: text.field, value: '', verdict, passed: false };
  }
  return { tier: text.field, value: text.fieldKnown(known.length), verdict: '', passed: true };
}
