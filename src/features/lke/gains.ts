import { ONE, type Exact } from '../../domain/exact.js';
import type { Indicator, Instrument } from '../../domain/instrument/instrument.js';
import type { GateReport } from '../../domain/predikat/gate.js';
import { touchedGates } from '../../domain/predikat/touched-gates.js';
import { explainIndicator, type Explanation } from '../../domain/scoring/explain.js';
import { exactFromDecimal } from '../../domain/exact.js';
import { paths } from '../../paths.js';
import { formatShort } from '../../text/format.js';
import { homeText } from '../../text/messages/lke.js';
import type { Lke, Sheet } from './store.js';

/** One indicator that could bring more, with the step that brings it. */
export interface Gain {
  readonly code: string;
  readonly name: string;
  readonly href: string;
  /** "B menjadi A", "Belum terisi". */
  readonly step: string;
  /** "+0,125". */
  readonly adds: string;
  /** Names of the failing gates it enters, beyond the total. */
  readonly failing: string;
}

/**
 * The indicators whose next step adds most points: the next better option, a full answer where
 * there is none, a full ratio or index. Largest first, sheet order among equals.
 */
export function largestGains(
  lke: Lke,
  instrument: Instrument,
  sheet: Sheet,
  report: GateReport,
  count: number,
): readonly Gain[] {
  const steps = instrument.indicators.map((indicator) => {
    const value = sheet.rows.get(indicator.code)?.value ?? null;
    const explanation = explainIndicator(instrument, indicator.code, value);
    return { indicator, explanation, adds: addedBy(explanation) };
  });
  return steps
    .filter(({ adds }) => adds.compare(0) > 0)
    .sort((a, b) => b.adds.compare(a.adds))
    .slice(0, count)
    .map(({ indicator, explanation, adds }) => ({
      code: indicator.code,
      name: indicator.shortName,
      href: paths.answer(lke.satker.code, lke.year, indicator.code),
      step: stepText(explanation),
      adds: homeText.gain.adds(formatShort(adds, 3)),
      failing: failingGates(report, indicator),
    }));
}

function addedBy(explanation: Explanation): Exact {
  const isChosen = explanation.type === 'choice' && explanation.state === 'answered';
  if (isChosen && explanation.next !== null) return explanation.next.adds;
  return explanation.missingPoints;
}

function stepText(explanation: Explanation): string {
  const text = homeText.gain;
  if (explanation.state === 'unanswered') return text.unanswered;
  if (explanation.state === 'not-computable') return text.notComputable;
  switch (explanation.type) {
    case 'choice':
      return text.choice(explanation.chosen?.letter ?? '', explanation.next?.option.letter ?? '');
    case 'counts':
      return text.ratio(formatShort(explanation.value, 2));
    case 'index': {
      const index = explanation.index === null ? ONE : exactFromDecimal(explanation.index);
      return text.index(formatShort(index), formatShort(explanation.maximum));
    }
  }
}

function failingGates(report: GateReport, indicator: Indicator): string {
  return touchedGates(report, indicator)
    .filter((gate) => !gate.passed && gate.code !== 'total')
    .map((gate) => gate.name)
    .join(', ');
}
