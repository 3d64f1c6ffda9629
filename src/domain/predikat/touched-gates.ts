import type { Indicator } from '../instrument/instrument.js';
import type { GateReport, GateResult } from './gate.js';

/** The gates whose value the points of this indicator enter, in the order of the report. */
export function touchedGates(report: GateReport, indicator: Indicator): readonly GateResult[] {
  const measured = new Set<string>(['total', indicator.area, indicator.parent, indicator.code]);
  if (indicator.half !== 'hasil') measured.add('pengungkit');
  return report.items.filter((gate) => measured.has(gate.measures));
}
