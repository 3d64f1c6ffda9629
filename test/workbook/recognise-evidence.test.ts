import type { RawCell, RawSheet } from '../../src/workbook/read/raw-workbook.js';
import { patch, rawExport, rawOfficial, withoutFormulas } from '../support/raw-lke.js';
import { kindsIn, reading } from '../support/readings.js';
import { instrument, sampleEvidence } from './sample-input.js';

let blank: RawSheet;

beforeAll(async () => {
  blank = withoutFormulas(await rawOfficial({ answers: { mandiri: new Map() } }));
});

/** Row 8 is the first question: O note, P evidence, Q link. */
function evidence(cells: Readonly<Record<string, Partial<RawCell>>>) {
  const found = reading(patch(blank, cells));
  return found.rows[0]?.evidence.map(({ name, href }) => [name, href]);
}

describe('evidence of a file of others', () => {
  it.each<[string, Readonly<Record<string, Partial<RawCell>>>, [string, string | null][]]>([
    ['a name alone', { P8: { value: 'SK Tim ZI' } }, [['SK Tim ZI', null]]],
    [
      'names by line',
      { P8: { value: '1. SK Tim\n2. Notulen\n-' } },
      [
        ['SK Tim', null],
        ['Notulen', null],
      ],
    ],
    [
      'a hyperlink under a name',
      { P8: { value: 'SK Tim', link: 'https://drive.example/1' } },
      [['SK Tim', 'https://drive.example/1']],
    ],
    [
      'a name with its link in the next column',
      { P8: { value: 'SK Tim' }, Q8: { value: 'https://drive.example/1' } },
      [['SK Tim', 'https://drive.example/1']],
    ],
    [
      'several names and one link, not paired',
      { P8: { value: 'SK\nNotulen' }, Q8: { value: 'https://drive.example/1' } },
      [
        ['SK', null],
        ['Notulen', null],
        ['https://drive.example/1', 'https://drive.example/1'],
      ],
    ],
    [
      'several addresses in a cell',
      { Q8: { value: 'https://a.example/1, https://b.example/2; https://c.example/3' } },
      [
        ['https://a.example/1', 'https://a.example/1'],
        ['https://b.example/2', 'https://b.example/2'],
        ['https://c.example/3', 'https://c.example/3'],
      ],
    ],
    [
      'a name with its address in brackets',
      { P8: { value: 'SK Tim (https://a.example/x)' } },
      [['SK Tim', 'https://a.example/x']],
    ],
    [
      'an address without its scheme',
      { Q8: { value: 'bit.ly/zi-kpu' } },
      [['https://bit.ly/zi-kpu', 'https://bit.ly/zi-kpu']],
    ],
    [
      'a link in the note',
      { O8: { value: 'Lihat: https://a.example/x.' } },
      [['Lihat', 'https://a.example/x']],
    ],
    [
      'a formula that makes a link',
      { Q8: { value: 'buka', formula: 'HYPERLINK("https://a.example/x","buka")' } },
      [['buka', 'https://a.example/x']],
    ],
    [
      'the same address twice, once',
      { O8: { value: 'https://a.example/x' }, Q8: { value: 'https://a.example/x' } },
      [['https://a.example/x', 'https://a.example/x']],
    ],
    [
      'a place in the workbook, which is no address',
      { P8: { value: 'SK', link: '#Bukti!A1' } },
      [['SK', null]],
    ],
    ['marks of nothing', { P8: { value: '-' }, Q8: { value: 'belum ada' } }, []],
  ])('%s', (_, cells, wanted) => {
    expect(evidence(cells)).toEqual(wanted);
  });

  it('opens no file of a computer and says so', () => {
    const cells = { P8: { value: 'SK Tim', link: 'file:///C:/Users/kpu/sk.pdf' } };
    expect(evidence(cells)).toEqual([['SK Tim', null]]);
    expect(kindsIn(reading(patch(blank, cells)))).toContain('link-is-local');
  });

  it('belongs to the numeric question when it stands beside one of its counts', () => {
    const found = reading(patch(blank, { P130: { value: 'Daftar perubahan' } }));
    const row = found.rows.find(({ code }) => code === 'A.II.1.i.a');
    expect(row?.evidence).toEqual([{ cell: 'P130', name: 'Daftar perubahan', href: null }]);
  });
});

describe('columns of evidence', () => {
  it.each([
    ['Daftar Bukti', 'Link Bukti'],
    ['Daftar Bukti Pendukung', 'Tautan Bukti Pendukung'],
    ['Bukti Fisik', 'Link'],
  ])('are found under “%s” and “%s”', (names, links) => {
    const cells = {
      P2: { value: names },
      Q2: { value: links },
      P8: { value: 'SK Tim' },
      Q8: { value: 'https://drive.example/1' },
    };
    expect(evidence(cells)).toEqual([['SK Tim', 'https://drive.example/1']]);
  });
});

describe('evidence of our own export', () => {
  it('has what was added beside the answer, once, and keeps what it had', async () => {
    const kept = [
      sampleEvidence({ name: 'SK Tim', href: 'https://zi.example/bukti/1' }),
      sampleEvidence({ name: 'Notulen; 2, revisi', href: 'https://zi.example/bukti/2' }),
      sampleEvidence({ name: '1. Foto (https://lain.example)', href: null }),
    ];
    const code = instrument.indicators[0]?.code;
    if (code === undefined) throw new Error('no indicator');
    const raw = await rawExport({ evidence: new Map([[code, kept]]) });
    const [main, ...others] = raw.sheets;
    if (main === undefined) throw new Error('no sheet');
    const edited = patch(main, {
      P8: {
        value: '1. SK Tim\n2. Notulen; 2, revisi\n3. 1. Foto (https://lain.example)\n4. Foto apel',
      },
      Q8: { value: 'https://drive.example/foto' },
      O8: { value: 'Catatan dengan https://lain.example' },
    });
    const found = reading({ sheets: [edited, ...others] });
    expect(found.rows[0]?.evidence.map(({ name, href }) => [name, href])).toEqual([
      ['SK Tim', 'https://zi.example/bukti/1'],
      ['Notulen; 2, revisi', 'https://zi.example/bukti/2'],
      ['1. Foto (https://lain.example)', null],
      ['Foto apel', null],
      ['https://drive.example/foto', 'https://drive.example/foto'],
    ]);
  });
});
