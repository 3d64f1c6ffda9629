import { loadInstruments } from '../../src/instruments.js';
import type {
  Indicator,
  IndicatorCode,
  Instrument,
} from '../../src/domain/instrument/instrument.js';
import type { AnswerValue } from '../../src/domain/scoring/answer.js';
import type {
  ExportedAnswer,
  ExportedEvidence,
  LkeWorkbookInput,
} from '../../src/workbook/lke-workbook-input.js';

export const { instrument, ruleset } = loadInstruments().forYear(2026);

/** A complete worksheet of a satker in WITA; override what a test is about. */
export function sampleInput(over: Partial<LkeWorkbookInput> = {}): LkeWorkbookInput {
  return {
    instrument,
    ruleset,
    satker: { code: '52.71', name: 'KPU Kota Mataram' },
    year: 2026,
    target: 'wbk',
    layout: 'lampiran-iii',
    tier: 'mandiri',
    answers: { mandiri: answers(instrument, best) },
    evidence: new Map(),
    exportedAt: '2026-08-30T16:30:00.000Z',
    timeZone: 'Asia/Makassar',
    historyHead: { seq: 1234, hash: 'a1b2c3d4e5f6'.repeat(5) },
    productVersion: '0.1.0',
    ...over,
  };
}

/** The answer of each indicator by a rule; null leaves it unanswered. */
export function answers(
  of: Instrument,
  rule: (indicator: Indicator, index: number) => AnswerValue | null,
  note: (indicator: Indicator) => string = () => '',
): Map<IndicatorCode, ExportedAnswer> {
  return new Map(
    of.indicators.map((indicator, index) => [
      indicator.code,
      { value: rule(indicator, index), note: note(indicator), version: index + 1 },
    ]),
  );
}

/** The best answer everywhere: 100 points. */
export function best(indicator: Indicator): AnswerValue {
  return option(indicator, 0);
}

/** Zero everywhere: the last option, all counts 0 but one where that would be a full value. */
export function worst(indicator: Indicator): AnswerValue {
  if (indicator.type === 'choice') return option(indicator, indicator.options.length - 1);
  if (indicator.type === 'index') return { kind: 'index', index: '0' };
  const { formula } = indicator;
  const full = formula.kind === 'ratio' ? formula.denominator : formula.now;
  return counts(indicator, (key) => (key === full || isPart(indicator, full, key) ? 4 : 0));
}

/** The n-th option (the last where there are fewer), counts and index alike. */
export function option(indicator: Indicator, place: number): AnswerValue {
  switch (indicator.type) {
    case 'choice': {
      const chosen = indicator.options[Math.min(place, indicator.options.length - 1)];
      return { kind: 'choice', letter: chosen?.letter ?? '' };
    }
    case 'index':
      return { kind: 'index', index: ['4', '3.6', '3.25', '2.123456789', '0'][place] ?? '0' };
    case 'counts': {
      const { formula } = indicator;
      const top = formula.kind === 'ratio' ? formula.numerator : null;
      return counts(indicator, (key) => {
        if (formula.kind === 'decrease')
          return key === formula.before ? 7 : key === formula.now ? place : 1;
        return key === top ? Math.max(0, 12 - 5 * place) : 4;
      });
    }
  }
}

export function counts(indicator: Indicator, of: (key: string) => number): AnswerValue {
  if (indicator.type !== 'counts') throw new Error(`${indicator.code} has no counts`);
  const typed = indicator.inputs.filter((input) => input.computedFrom === null);
  return {
    kind: 'counts',
    counts: Object.fromEntries(typed.map(({ key }) => [key, of(key)] as const)),
  };
}

export function sampleEvidence(over: Partial<ExportedEvidence> = {}): ExportedEvidence {
  return {
    name: 'SK Tim Pembangunan Zona Integritas',
    documentDay: '2026-02-12',
    version: 1,
    href: null,
    fileName: 'sk-tim-zi.pdf',
    size: 245_120,
    sha256: 'ab'.repeat(32),
    checklistCode: null,
    physicalLocation: '',
    ...over,
  };
}

function isPart(indicator: Indicator, total: string, key: string): boolean {
  if (indicator.type !== 'counts') return false;
  return (
    indicator.inputs.find((input) => input.key === total)?.computedFrom?.includes(key) ?? false
  );
}
