import type { Indicator, IndicatorCode } from '../../src/domain/instrument/instrument.js';
import type { AnswerValue } from '../../src/domain/scoring/answer.js';
import type { ExportedAnswer } from '../../src/workbook/lke-workbook-input.js';
import { answers, best, counts, instrument, option, worst } from './sample-input.js';

type Sheet = Map<IndicatorCode, ExportedAnswer>;
type CountsOf = Readonly<Record<string, number>>;

/** Every way counts can meet a zero, and a ratio above 1. */
const ZERO_DENOMINATORS: Readonly<Record<string, readonly CountsOf[]>> = {
  'A.II.1.i.a': [
    { agen: 0, perubahan: 0 },
    { agen: 0, perubahan: 3 },
    { agen: 2, perubahan: 9 },
  ],
  'A.II.1.i.b': [
    { perubahan: 0, terintegrasi: 0 },
    { perubahan: 0, terintegrasi: 4 },
    { perubahan: 3, terintegrasi: 1 },
  ],
  'A.II.3.iii.a': [
    { tahun_lalu: 0, tahun_ini: 0, disanksi: 0 },
    { tahun_lalu: 0, tahun_ini: 2, disanksi: 2 },
    { tahun_lalu: 2, tahun_ini: 5, disanksi: 5 },
  ],
  'A.II.4.i.a': [
    { sasaran: 0, tercapai: 0 },
    { sasaran: 0, tercapai: 1 },
    { sasaran: 7, tercapai: 3 },
  ],
  'A.II.5.ii.a': [
    { harus: 0, proses: 0, selesai: 0 },
    { harus: 0, proses: 1, selesai: 0 },
    { harus: 0, proses: 0, selesai: 2 },
  ],
  'A.II.5.iii.a': [
    { kepala: 0, pejabat: 0, lainnya: 0, lapor: 0 },
    { kepala: 0, pejabat: 0, lainnya: 0, lapor: 2 },
    { kepala: 1, pejabat: 5, lainnya: 0, lapor: 4 },
  ],
  'A.II.5.iii.b': [
    { eselon3: 0, eselon4: 0, fungsional: 0, lapor: 0 },
    { eselon3: 0, eselon4: 0, fungsional: 0, lapor: 1 },
    { eselon3: 999_999_999, eselon4: 999_999_999, fungsional: 999_999_999, lapor: 7 },
  ],
  'A.II.6.i.b': [
    { terdaftar: 0, dipermudah: 0 },
    { terdaftar: 0, dipermudah: 2 },
    { terdaftar: 7, dipermudah: 5 },
  ],
};

/**
 * Everything best but what brings the areas 1, 3, 4 and 6 to exactly 60 %, pengungkit to exactly
 * 40, IPAK to 3.60, capaian kinerja to 2.50, B.I to 18.25 and IPKP to 3.20.
 */
const ON_THE_GATES: Readonly<Record<string, AnswerValue>> = {
  'A.II.1.i.a': ofCounts({ agen: 5, perubahan: 4 }),
  'A.II.1.i.b': ofCounts({ perubahan: 4, terintegrasi: 0 }),
  'A.II.1.ii.a': letter('E'),
  'A.II.1.iii.a': letter('D'),
  'A.II.3.i.a': letter('C'),
  'A.II.3.ii.a': letter('C'),
  'A.II.3.iii.a': ofCounts({ tahun_lalu: 4, tahun_ini: 2, disanksi: 2 }),
  'A.II.4.i.a': ofCounts({ sasaran: 6, tercapai: 3 }),
  'A.II.4.ii.a': letter('D'),
  'A.II.4.iii.a': letter('D'),
  'A.II.5.i.a': letter('E'),
  'A.II.5.ii.a': ofCounts({ harus: 2, proses: 1, selesai: 1 }),
  'A.II.5.iii.a': ofCounts({ kepala: 1, pejabat: 9, lainnya: 0, lapor: 6 }),
  'A.II.5.iii.b': ofCounts({ eselon3: 1, eselon4: 4, fungsional: 5, lapor: 6 }),
  'A.II.6.i.a': letter('D'),
  'A.II.6.i.b': ofCounts({ terdaftar: 5, dipermudah: 4 }),
  'A.II.6.ii.a': letter('D'),
  'B.I.a': { kind: 'index', index: '3.6' },
  'B.I.b': letter('C'),
  'B.II.a': { kind: 'index', index: '3.2' },
};

/** As above with 40.25 of pengungkit and full capaian kinerja: a total of exactly 75. */
const ON_THE_TOTAL: Readonly<Record<string, AnswerValue>> = {
  ...ON_THE_GATES,
  'A.II.5.iii.a': ofCounts({ kepala: 1, pejabat: 19, lainnya: 0, lapor: 17 }),
  'B.I.b': letter('A'),
};

/** The states in which a worksheet is taken out, each by its answers. */
export const CASES: Readonly<Record<string, Sheet>> = {
  complete: answers(instrument, best),
  'all-zero': answers(instrument, worst),
  empty: new Map(),
  'half-filled': answers(instrument, halfFilled),
  'mixed-1': answers(instrument, (indicator, index) => option(indicator, (index * 7) % 5)),
  'mixed-2': answers(instrument, (indicator, index) => option(indicator, (index * 3 + 1) % 4)),
  'zero-denominators-1': answers(instrument, zeroes(0)),
  'zero-denominators-2': answers(instrument, zeroes(1)),
  'zero-denominators-3': answers(instrument, zeroes(2)),
  'on-the-gates': answers(instrument, (one) => ON_THE_GATES[one.code] ?? best(one)),
  'on-the-total': answers(instrument, (one) => ON_THE_TOTAL[one.code] ?? best(one)),
};

/** Every other indicator, and one count of the numeric ones missing. */
function halfFilled(indicator: Indicator, index: number): AnswerValue | null {
  if (indicator.type === 'counts') {
    const full = counts(indicator, () => 3);
    if (full.kind !== 'counts') return null;
    return { kind: 'counts', counts: Object.fromEntries(Object.entries(full.counts).slice(1)) };
  }
  return index % 2 === 0 ? null : option(indicator, index % 3);
}

function zeroes(place: number): (indicator: Indicator) => AnswerValue {
  return (indicator) => {
    const given = ZERO_DENOMINATORS[indicator.code]?.[place];
    return given === undefined ? best(indicator) : ofCounts(given);
  };
}

function ofCounts(of: CountsOf): AnswerValue {
  return { kind: 'counts', counts: of };
}

function letter(of: string): AnswerValue {
  return { kind: 'choice', letter: of };
}
