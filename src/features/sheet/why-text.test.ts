import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type { AnswerValue } from '../../domain/scoring/answer.js';
import { explainIndicator } from '../../domain/scoring/explain.js';
import { loadInstruments } from '../../instruments.js';
import { nextText, whyText } from './why-text.js';

const instrument = loadInstruments().instrument('lke-2026');
const letter = (at: string): AnswerValue => ({ kind: 'choice', letter: at });
const index = (at: string): AnswerValue => ({ kind: 'index', index: at });
const counts = (of: Record<string, number>): AnswerValue => ({ kind: 'counts', counts: of });

function texts(code: string, value: AnswerValue | null): [why: string, next: string] {
  const indicator = instrument.byCode.get(code as IndicatorCode);
  if (indicator === undefined) throw new Error(`no ${code}`);
  const explanation = explainIndicator(instrument, indicator.code, value);
  return [whyText(indicator, explanation), nextText(indicator, explanation)];
}

describe('why an indicator has its points, and what more would bring', () => {
  it.each([
    [
      'unanswered',
      'A.I.1.i.b',
      null,
      'Belum terisi: dihitung 0 dari 0,25 poin.',
      'Jawaban A bernilai 0,25 poin.',
    ],
    [
      'an option',
      'A.I.1.i.b',
      letter('B'),
      'B = 0,5 → 0,125 dari 0,25 poin',
      'Jawaban A menambah 0,125 poin.',
    ],
    [
      'the best option',
      'A.I.1.i.b',
      letter('A'),
      'A = 1 → 0,25 dari 0,25 poin',
      'Nilai tertinggi sudah tercapai.',
    ],
    [
      'a ratio',
      'A.II.1.i.a',
      counts({ agen: 7, perubahan: 5 }),
      '5 ÷ 7 = 0,7143 → 0,714 dari 1 poin',
      'Rasio penuh menambah 0,286 poin.',
    ],
    [
      'a ratio beyond one',
      'A.II.1.i.a',
      counts({ agen: 4, perubahan: 6 }),
      '6 ÷ 4 = 1,5, dihitung 1 → 1 dari 1 poin',
      'Nilai tertinggi sudah tercapai.',
    ],
    [
      'a decrease',
      'A.II.3.iii.a',
      counts({ tahun_lalu: 4, tahun_ini: 1, disanksi: 1 }),
      '(4 − 1) ÷ 4 = 0,75 → 1,5 dari 2 poin',
      'Rasio penuh menambah 0,5 poin.',
    ],
    [
      'an increase',
      'A.II.3.iii.a',
      counts({ tahun_lalu: 2, tahun_ini: 3, disanksi: 3 }),
      '(2 − 3) ÷ 2 = -0,5, dihitung 0 → 0 dari 2 poin',
      'Rasio penuh menambah 2 poin.',
    ],
    [
      'nothing to divide by',
      'A.II.4.i.a',
      counts({ sasaran: 0, tercapai: 0 }),
      'Tidak dapat dihitung: bernilai 0.',
      'Rasio penuh menambah 2 poin.',
    ],
    [
      'nothing to sanction in both years',
      'A.II.3.iii.a',
      counts({ tahun_lalu: 0, tahun_ini: 0, disanksi: 0 }),
      'Nihil: dihitung 1.',
      'Nilai tertinggi sudah tercapai.',
    ],
    [
      'a rise from nothing',
      'A.II.3.iii.a',
      counts({ tahun_lalu: 0, tahun_ini: 2, disanksi: 2 }),
      'Naik dari 0: dihitung 0.',
      'Rasio penuh menambah 2 poin.',
    ],
    [
      'an index',
      'B.I.a',
      index('3.6'),
      '3,6 ÷ 4 × 17,5 = 15,75 poin',
      'Tiap tambahan indeks 0,1 bernilai 0,4375 poin.',
    ],
  ])('%s', (_title, code, value, why, next) => {
    expect(texts(code, value)).toEqual([why, next]);
  });
});
