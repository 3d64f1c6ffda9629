import * as fc from 'fast-check';
import type { Indicator, IndicatorCode } from '../../src/domain/instrument/instrument.js';
import { answerToInput, type AnswerInput } from '../../src/domain/scoring/answer-input.js';
import type { Answers, AnswerValue } from '../../src/domain/scoring/answer.js';
import { parseAnswer } from '../../src/domain/scoring/parse-answer.js';
import { instrument } from './shipped.js';

export type SheetInput = Readonly<Record<string, unknown>>;

/** Best and worst counts of the numeric indicators; the choices and indices follow from the scale. */
const COUNTS: Readonly<Record<string, readonly [best: AnswerInput, worst: AnswerInput]>> = {
  'A.II.1.i.a': [
    { agen: 7, perubahan: 7 },
    { agen: 7, perubahan: 0 },
  ],
  'A.II.1.i.b': [
    { perubahan: 7, terintegrasi: 7 },
    { perubahan: 7, terintegrasi: 0 },
  ],
  'A.II.3.iii.a': [
    { tahun_lalu: 2, tahun_ini: 0, disanksi: 2 },
    { tahun_lalu: 2, tahun_ini: 2, disanksi: 0 },
  ],
  'A.II.4.i.a': [
    { sasaran: 5, tercapai: 5 },
    { sasaran: 5, tercapai: 0 },
  ],
  'A.II.5.ii.a': [
    { harus: 4, proses: 0, selesai: 4 },
    { harus: 4, proses: 4, selesai: 0 },
  ],
  'A.II.5.iii.a': [
    { kepala: 1, pejabat: 4, lainnya: 0, lapor: 5 },
    { kepala: 1, pejabat: 4, lainnya: 0, lapor: 0 },
  ],
  'A.II.5.iii.b': [
    { eselon3: 0, eselon4: 4, fungsional: 12, lapor: 16 },
    { eselon3: 0, eselon4: 4, fungsional: 12, lapor: 0 },
  ],
  'A.II.6.i.b': [
    { terdaftar: 7, dipermudah: 7 },
    { terdaftar: 7, dipermudah: 0 },
  ],
};

/** The input of `score` with every indicator at its best or worst. */
export function fullInput(which: 'best' | 'worst'): SheetInput {
  return Object.fromEntries(instrument.indicators.map((i) => [i.code, extreme(i, which)]));
}

function extreme(indicator: Indicator, which: 'best' | 'worst'): unknown {
  if (indicator.type === 'index') return which === 'best' ? '4' : '0';
  if (indicator.type === 'counts') return COUNTS[indicator.code]?.[which === 'best' ? 0 : 1];
  return indicator.options.at(which === 'best' ? 0 : -1)?.letter;
}

/** Parses the input of one sheet; throws where an answer is refused. */
export function toAnswers(input: SheetInput): Answers {
  return new Map(
    Object.entries(input).flatMap(([code, raw]) => {
      const indicator = instrument.byCode.get(code as IndicatorCode);
      if (indicator === undefined) throw new Error(code);
      const parsed = parseAnswer(indicator, raw, 'refused');
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      return parsed.answer === null ? [] : [[indicator.code, parsed.answer] as const];
    }),
  );
}

export function toInput(answers: Answers): SheetInput {
  return Object.fromEntries([...answers].map(([code, answer]) => [code, answerToInput(answer)]));
}

/** Any answer that fits the indicator; counts lean to the small numbers, where the zeros are. */
export function anyAnswer(indicator: Indicator): fc.Arbitrary<AnswerValue> {
  switch (indicator.type) {
    case 'choice':
      return fc
        .constantFrom(...indicator.options)
        .map(({ letter }) => ({ kind: 'choice', letter }) as const);
    case 'counts': {
      const typed = indicator.inputs.filter((input) => input.computedFrom === null);
      const counts = fc.record(Object.fromEntries(typed.map(({ key }) => [key, anyCount])));
      return counts.map((record) => ({ kind: 'counts', counts: record }) as const);
    }
    case 'index':
      return fc
        .integer({ min: 0, max: 4000 })
        .map((n) => ({ kind: 'index', index: String(n / 1000) }) as const);
  }
}

const anyCount = fc.oneof(fc.nat(3), fc.nat(200), fc.nat(999_999_999));

/** Any sheet, complete or not. */
export function anySheet(): fc.Arbitrary<Answers> {
  const each = instrument.indicators.map((indicator) =>
    fc.option(anyAnswer(indicator), { freq: 8 }).map((answer) => [indicator.code, answer] as const),
  );
  return fc
    .tuple(...each)
    .map(
      (entries) =>
        new Map(
          entries.flatMap(([code, answer]) => (answer === null ? [] : [[code, answer] as const])),
        ),
    );
}
