import { gateFigures } from '../domain/predikat/display.js';
import type { GateReport, GateResult } from '../domain/predikat/gate.js';
import { formatScore } from '../text/format.js';
import { gateText as text } from '../text/messages/gate.js';

/** One gate as it is read: finished figures, the verdict in words. */
export interface GateRow {
  readonly name: string;
  readonly value: string;
  /** The value where no shortfall stands beside it. */
  readonly alone: string;
  readonly minimum: string;
  readonly passed: boolean;
  /** "Terpenuhi" or "Kurang 0,75 poin". */
  readonly verdict: string;
  readonly source: string;
}

export function gateRows(gates: readonly GateResult[]): readonly GateRow[] {
  return gates.map(gateRow);
}

export function gateRow(gate: GateResult): GateRow {
  const figures = gateFigures(gate);
  const unit = (figure: string) => (figures.unit === 'percent' ? text.percent(figure) : figure);
  const minimum = unit(figures.minimum);
  return {
    name: gate.name,
    value: unit(figures.value),
    alone: unit(figures.alone),
    minimum:
      gate.indexMinimum === null
        ? minimum
        : text.minimumIndex(minimum, formatScore(gate.indexMinimum)),
    passed: gate.passed,
    verdict: figures.shortPoints === null ? text.passed : text.short(figures.shortPoints),
    source: gate.source,
  };
}

/** The total where its verdict is told: it never reads like a minimum that it misses. */
export function totalFigure({ items }: GateReport): string {
  const total = items.find(({ code }) => code === 'total');
  if (total === undefined) throw new Error('the ruleset has no gate of the total');
  return gateRow(total).alone;
}

/** "Memenuhi 12 dari 12 ambang" or how many fail. */
export function gatesVerdict(report: GateReport): string {
  const failed = report.items.filter((gate) => !gate.passed).length;
  return failed === 0
    ? text.allPassed(report.items.length)
    : text.someFailed(failed, report.items.length);
}
