import { loadInstruments } from '../../instruments.js';
import type { CountsIndicator, IndicatorCode } from '../instrument/instrument.js';
import { implausibleCounts } from './implausible-counts.js';

const instrument = loadInstruments().instrument('lke-2026');

function countsIndicator(code: string): CountsIndicator {
  const indicator = instrument.byCode.get(code as IndicatorCode);
  if (indicator?.type !== 'counts') throw new Error(`${code} has no counts`);
  return indicator;
}

describe('typed counts that look wrong', () => {
  it.each([
    ['more integrated than made', 'A.II.1.i.b', { perubahan: 5, terintegrasi: 6 }, 1],
    ['as many integrated as made', 'A.II.1.i.b', { perubahan: 5, terintegrasi: 5 }, 0],
    ['more changes than agents, which is allowed', 'A.II.1.i.a', { agen: 2, perubahan: 9 }, 0],
    ['running and solved together too many', 'A.II.5.ii.a', { harus: 5, proses: 3, selesai: 3 }, 1],
    ['running and solved together all', 'A.II.5.ii.a', { harus: 5, proses: 2, selesai: 3 }, 0],
    [
      'more reports than people, by the computed total',
      'A.II.5.iii.a',
      { kepala: 1, pejabat: 2, lainnya: 0, lapor: 4 },
      1,
    ],
    ['one count still missing', 'A.II.5.ii.a', { proses: 3, selesai: 3 }, 0],
    ['everything zero', 'A.II.5.ii.a', { harus: 0, proses: 0, selesai: 0 }, 0],
  ])('%s', (_title, code, counts, found) => {
    const typed = counts as unknown as Record<string, number>;
    expect(implausibleCounts(countsIndicator(code), typed)).toHaveLength(found);
  });
});
