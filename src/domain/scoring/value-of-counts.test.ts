import { instrument } from '../../../test/support/shipped.js';
import type { CountsIndicator, IndicatorCode } from '../instrument/instrument.js';
import { completeCounts } from './complete-counts.js';
import { valueOfCounts } from './value-of-counts.js';

function counts(code: string): CountsIndicator {
  const found = instrument.byCode.get(code as IndicatorCode);
  if (found?.type !== 'counts') throw new Error(code);
  return found;
}

const AGENTS = 'A.II.1.i.a';
const DISCIPLINE = 'A.II.3.iii.a';
const COMPLAINTS = 'A.II.5.ii.a';
const LHKPN = 'A.II.5.iii.a';

type Case = readonly [
  title: string,
  code: string,
  typed: Readonly<Record<string, number>>,
  state: string,
  value: string,
  appRule: string | null,
];

const CASES: readonly Case[] = [
  ['a ratio is exact', AGENTS, { agen: 7, perubahan: 2 }, 'answered', '2/7', null],
  ['a ratio above 1 is capped', AGENTS, { agen: 7, perubahan: 8 }, 'answered', '1', null],
  ['zero of some is 0 and an answer', AGENTS, { agen: 7, perubahan: 0 }, 'answered', '0', null],
  ['one count alone is unanswered', AGENTS, { agen: 7 }, 'unanswered', '0', null],
  ['no count is unanswered', AGENTS, {}, 'unanswered', '0', null],
  [
    'no agents is not computable',
    AGENTS,
    { agen: 0, perubahan: 0 },
    'not-computable',
    '0',
    'not-computable',
  ],
  [
    'changes by no agents is not computable',
    AGENTS,
    { agen: 0, perubahan: 3 },
    'not-computable',
    '0',
    'not-computable',
  ],
  [
    'a fall is a share of last year',
    DISCIPLINE,
    { tahun_lalu: 4, tahun_ini: 1, disanksi: 1 },
    'answered',
    '3/4',
    null,
  ],
  [
    'a rise is worth 0',
    DISCIPLINE,
    { tahun_lalu: 1, tahun_ini: 4, disanksi: 1 },
    'answered',
    '0',
    null,
  ],
  [
    'no offences in both years is full',
    DISCIPLINE,
    { tahun_lalu: 0, tahun_ini: 0, disanksi: 0 },
    'answered',
    '1',
    null,
  ],
  [
    'from none to some is 0 by our rule',
    DISCIPLINE,
    { tahun_lalu: 0, tahun_ini: 2, disanksi: 2 },
    'answered',
    '0',
    'discipline-from-zero',
  ],
  [
    'the sanctions must be counted too',
    DISCIPLINE,
    { tahun_lalu: 4, tahun_ini: 1 },
    'unanswered',
    '0',
    null,
  ],
  [
    'complaints under way do not count',
    COMPLAINTS,
    { harus: 4, proses: 3, selesai: 1 },
    'answered',
    '1/4',
    null,
  ],
  [
    'no complaints at all is full by our rule',
    COMPLAINTS,
    { harus: 0, proses: 0, selesai: 0 },
    'answered',
    '1',
    'nihil-complaints',
  ],
  [
    'complaints settled though none were due',
    COMPLAINTS,
    { harus: 0, proses: 0, selesai: 1 },
    'not-computable',
    '0',
    'not-computable',
  ],
  [
    'complaints under way though none were due',
    COMPLAINTS,
    { harus: 0, proses: 1, selesai: 0 },
    'not-computable',
    '0',
    'not-computable',
  ],
  [
    'the total to report is computed',
    LHKPN,
    { kepala: 1, pejabat: 2, lainnya: 3, lapor: 4 },
    'answered',
    '2/3',
    null,
  ],
  [
    'nobody to report is not computable',
    LHKPN,
    { kepala: 0, pejabat: 0, lainnya: 0, lapor: 0 },
    'not-computable',
    '0',
    'not-computable',
  ],
  [
    'the largest counts stay exact',
    LHKPN,
    { kepala: 999_999_999, pejabat: 999_999_999, lainnya: 999_999_999, lapor: 999_999_998 },
    'answered',
    '999999998/2999999997',
    null,
  ],
];

describe('the value of counts', () => {
  it.each(CASES)('%s', (_title, code, typed, state, value, appRule) => {
    const found = valueOfCounts(counts(code), typed);
    expect([found.state, found.value.toFraction(), found.appRule]).toEqual([state, value, appRule]);
  });

  it('completes the counts with their totals', () => {
    const complete = completeCounts(counts(LHKPN), { kepala: 1, pejabat: 2, lainnya: 3, lapor: 4 });
    expect(complete?.get('wajib')).toBe(6);
  });

  it('is not misled by the names of objects', () => {
    expect(
      completeCounts(
        counts(AGENTS),
        JSON.parse('{"__proto__":{"agen":1,"perubahan":1}}') as Record<string, number>,
      ),
    ).toBeNull();
  });
});
