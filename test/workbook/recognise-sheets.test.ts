import type { RawCell, RawSheet, RawWorkbook } from '../../src/workbook/read/raw-workbook.js';
import { recogniseLke } from '../../src/workbook/recognise/recognise-lke.js';
import { problemText } from '../../src/text/messages.js';
import {
  insertRows,
  mapCells,
  moveColumns,
  numberCell,
  officialRow,
  patch,
  rawExport,
  rawOfficial,
  textCell,
  valuesOf,
  withoutFormulas,
} from '../support/raw-lke.js';
import { answersIn, asRecord, reading } from '../support/readings.js';
import { CASES } from './cases.js';
import { answers, best, instrument, worst } from './sample-input.js';

const filled = CASES['on-the-gates'] ?? new Map();
const wanted = asRecord(valuesOf(filled));

let lampiran: RawSheet;
let portal: RawSheet;
let empty: RawSheet;

beforeAll(async () => {
  lampiran = withoutFormulas(await rawOfficial({ answers: { mandiri: filled } }));
  portal = withoutFormulas(
    await rawOfficial({
      layout: 'portalrb',
      answers: { mandiri: filled, tpi: answers(instrument, worst, () => 'catatan TPI') },
    }),
  );
  empty = withoutFormulas(await rawOfficial({ answers: { mandiri: new Map() } }));
});

function refusal(raw: RawWorkbook, sheet?: string) {
  const outcome = recogniseLke(raw, instrument, sheet === undefined ? {} : { sheet });
  if (outcome.ok) throw new Error(`read ${outcome.value.sheet}`);
  for (const problem of outcome.problems) expect(problemText(problem)).toMatch(/berubah\.$/);
  return outcome.problems.map(({ code, args }) => ({ code, names: args?.['names'] }));
}

const named = (sheet: RawSheet, name: string, state: RawSheet['state'] = 'visible'): RawSheet => ({
  ...sheet,
  name,
  state,
});

describe('the sheet to read', () => {
  it('is found under any name, and a summary with that name is not it', () => {
    const summary: RawSheet = {
      ...named(lampiran, 'LKE ZI'),
      cells: [textCell({ row: 1, column: 1 }, 'Jawaban'), textCell({ row: 1, column: 2 }, 'Bobot')],
    };
    expect(reading({ sheets: [summary, named(lampiran, 'Sheet3')] }).sheet).toBe('Sheet3');
  });

  it('is asked for where two could be meant', () => {
    const raw = { sheets: [named(lampiran, 'LKE ZI'), named(portal, 'Jawaban (2)')] };
    expect(refusal(raw)).toEqual([
      { code: 'workbook-sheet-ambiguous', names: 'LKE ZI\nJawaban (2)' },
    ]);
    expect(reading(raw, 'Jawaban (2)').layout).toBe('portalrb');
    expect(refusal(raw, 'Rekap')).toEqual([
      { code: 'workbook-sheet-unknown', names: 'LKE ZI\nJawaban (2)' },
    ]);
  });

  it('is the filled one beside its empty original', () => {
    const raw = { sheets: [named(empty, 'Contoh'), named(lampiran, 'Isian')] };
    expect(reading(raw).sheet).toBe('Isian');
  });

  it('is a hidden one only where no visible one fits', () => {
    const hidden = named(portal, 'lama', 'veryHidden');
    expect(reading({ sheets: [hidden, named(lampiran, 'LKE')] }).sheet).toBe('LKE');
    expect(reading({ sheets: [hidden] }).sheet).toBe('lama');
    expect(reading({ sheets: [hidden, named(lampiran, 'LKE')] }, 'lama').sheet).toBe('lama');
  });

  it.each<[string, RawWorkbook]>([
    ['a workbook without sheets', { sheets: [] }],
    ['an empty sheet', { sheets: [{ name: 'A', state: 'visible', cells: [], merges: [] }] }],
    [
      'a table of something else',
      {
        sheets: [
          {
            name: 'Anggaran',
            state: 'visible',
            cells: ['Uraian', 'Bobot', 'Jawaban', 'Nilai'].map((text, index) =>
              textCell({ row: 1, column: index + 1 }, text),
            ),
            merges: [],
          },
        ],
      },
    ],
  ])('is not found in %s', (_, raw) => {
    expect(refusal(raw)).toEqual([{ code: 'workbook-no-lke', names: undefined }]);
  });

  it('of our own export is never one of its other sheets', async () => {
    const raw = await rawExport({ layout: 'portalrb', answers: { mandiri: filled } });
    expect(reading(raw).sheet).toBe('Jawaban');
    const without = { sheets: raw.sheets.filter(({ name }) => name !== 'Jawaban') };
    expect(refusal(without)).toEqual([{ code: 'workbook-no-lke', names: undefined }]);
  });

  it.each([
    ['instrumentId', 'lke-2024', 'workbook-other-instrument'],
    ['format', 'tapak-zi/lke/9', 'workbook-newer-format'],
  ])('of an export with another %s is refused', async (key, value, code) => {
    const raw = await rawExport();
    const changed = raw.sheets.map((sheet) => {
      const row = sheet.cells.find((cell) => cell.column === 1 && cell.value === key)?.row;
      return mapCells(sheet, (cell) =>
        sheet.name === 'meta' && cell.row === row && cell.column === 2 ? { ...cell, value } : cell,
      );
    });
    expect(refusal({ sheets: changed }).map((one) => one.code)).toEqual([code]);
  });
});

describe('the columns', () => {
  it('of PortalRB give what the unit answered, never what TPI did', () => {
    const read = reading(portal);
    expect(read.layout).toBe('portalrb');
    expect(answersIn(read)).toEqual(wanted);
    expect(read.rows.map(({ note }) => note).filter((note) => note !== '')).toEqual([]);
  });

  it('of the ministry variant are found by their headings', () => {
    const roomy = moveColumns(portal, (column) => (column < 14 ? column : column + 1));
    const cells: Record<string, Partial<RawCell>> = {
      N1: { value: 'Tautan Bukti Dukung Baru' },
      S1: { value: 'Jawaban TPI Kementerian' },
      T1: { value: 'Catatan TPI Kementerian' },
      M6: { value: 'SK Tim' },
      N6: { value: 'https://drive.example/sk' },
      S6: { value: 'Tidak' },
    };
    const read = reading(patch(roomy, cells));
    expect(read.layout).toBe('portalrb-kementerian');
    expect(answersIn(read)).toEqual(wanted);
    expect(read.rows[0]?.evidence).toEqual([
      { cell: 'N6', name: 'SK Tim', href: 'https://drive.example/sk' },
    ]);
  });

  it('may be headed in two rows, the upper one drawn over several', () => {
    const lower = insertRows(portal, [2]);
    const cells: Record<string, Partial<RawCell> | null> = {
      K1: { value: 'Unit' },
      K2: { value: 'Jawaban' },
      L1: null,
      L2: { value: 'Catatan' },
      M1: null,
      M2: { value: 'Bukti Dukung' },
      N1: { value: 'TPI' },
      N2: { value: 'Jawaban' },
      Q1: { value: 'TPI' },
      Q2: { value: 'Catatan' },
      H1: null,
      H2: { value: 'Bobot' },
    };
    const swapped = patch(lower, cells);
    const merges = [
      ...swapped.merges,
      { fromRow: 1, toRow: 1, fromColumn: 11, toColumn: 13 },
      { fromRow: 1, toRow: 2, fromColumn: 2, toColumn: 7 },
    ];
    const read = reading({
      ...swapped,
      merges: merges.filter(
        ({ toColumn, fromRow, toRow }) => toColumn !== 7 || fromRow !== 1 || toRow === 2,
      ),
    });
    expect(answersIn(read)).toEqual(wanted);
  });

  it.each(['Jawaban Satker', 'JAWABAN\nUNIT KERJA', 'Jawaban KPU 2026', 'Isian'])(
    'may be headed “%s”',
    (heading) => {
      expect(answersIn(reading(patch(lampiran, { K2: { value: heading } })))).toEqual(wanted);
    },
  );

  it.each(['Jawaban TPI', 'Jawaban Tim Penilai Internal', 'Jawaban Evaluator'])(
    'headed “%s” are never the satker’s',
    (heading) => {
      const sheet = patch(lampiran, { K2: { value: heading } });
      expect(refusal({ sheets: [sheet] })).toEqual([{ code: 'workbook-no-lke', names: undefined }]);
    },
  );

  it('of a sheet without its total leave that to a summary', () => {
    const row = officialRow('lampiran-iii', 'TOTAL');
    const headless = { ...lampiran, cells: lampiran.cells.filter((cell) => cell.row !== row) };
    const unit: RawSheet = {
      name: 'Unit',
      state: 'visible',
      merges: [],
      cells: [
        textCell({ row: 22, column: 1 }, 'NILAI EVALUASI ZONA INTEGRITAS'),
        numberCell({ row: 22, column: 2 }, 100),
        numberCell({ row: 22, column: 5 }, 72.25),
      ],
    };
    expect(reading({ sheets: [headless, unit] }).fileTotal).toBe('72.25');
    expect(reading(headless).fileTotal).toBeNull();
    expect(reading(lampiran).fileTotal).toBe('72.25');
  });

  it('without a heading over the questions are found all the same', () => {
    expect(answersIn(reading(patch(lampiran, { B2: null })))).toEqual(wanted);
  });
});

describe('the rows', () => {
  it.each(['official', 'former'])('are known by their %s wording', (which) => {
    const cells = new Map<number, string>();
    for (const one of instrument.indicators) {
      const name =
        which === 'official' ? one.officialName : (one.formerName?.replace(/ \(.*/, '') ?? null);
      if (name !== null) cells.set(officialRow('lampiran-iii', one.code), name);
      if (one.type !== 'counts' || which !== 'official') continue;
      for (const { key, officialLabel } of one.inputs) {
        if (officialLabel !== null)
          cells.set(officialRow('lampiran-iii', `${one.code}:${key}`), officialLabel);
      }
    }
    const worded = mapCells(lampiran, (cell) =>
      cell.column === 7 && cells.has(cell.row)
        ? { ...cell, value: cells.get(cell.row) ?? '' }
        : cell,
    );
    const read = reading(worded);
    expect(answersIn(read)).toEqual(wanted);
    expect([read.missing, read.unrecognised]).toEqual([[], []]);
  });

  it('keep their question and criteria as they stand in the file', () => {
    const read = reading(
      patch(lampiran, {
        G8: {
          value: 'Unit kerja  telah membentuk tim untuk melakukan pembangunan Zona Integritas ',
        },
        I8: { value: 'a. Ya, bila…\r\nb. Tidak' },
      }),
    );
    expect(read.rows[0]).toMatchObject({
      question: 'Unit kerja  telah membentuk tim untuk melakukan pembangunan Zona Integritas',
      criteria: 'a. Ya, bila…\nb. Tidak',
    });
  });

  it('that are nobody’s are reported with what they say', () => {
    const row = 210;
    const cells = {
      [`F${row}`]: { value: 'z.' },
      [`G${row}`]: { value: 'Pertanyaan tambahan dari provinsi tentang inovasi' },
      [`J${row}`]: { value: 'A/B/C' },
      [`K${row}`]: { value: 'B' },
      G212: { value: 'Mataram, 2 Maret 2026' },
    };
    expect(reading(patch(lampiran, cells)).unrecognised).toEqual([
      { cell: 'K210', text: 'Pertanyaan tambahan dari provinsi tentang inovasi' },
    ]);
  });

  it('with the same question and different answers are taken neither', () => {
    const code = 'A.I.1.iii.a';
    const row = officialRow('lampiran-iii', code);
    const copied = insertRows(lampiran, [row + 1]);
    const twin = copied.cells
      .filter((cell) => cell.row === row)
      .map((cell) => ({ ...cell, row: row + 1 }));
    const sheet = patch(
      { ...copied, cells: [...copied.cells, ...twin] },
      { [`K${row}`]: { value: 'A' }, [`K${row + 1}`]: { value: 'D' } },
    );
    const read = reading(sheet);
    expect(read.missing).toEqual([code]);
    expect(read.unrecognised.map(({ cell }) => cell)).toEqual([`K${row}`, `K${row + 1}`]);
    const agreed = reading(patch(sheet, { [`K${row + 1}`]: { value: 'a' } }));
    expect(agreed.missing).toEqual([]);
  });

  it('of our own export are known by their code when their wording is gone', async () => {
    const raw = await rawExport({ answers: { mandiri: answers(instrument, best) } });
    const sheets = raw.sheets.map((sheet) =>
      sheet.name === 'LKE ZI'
        ? patch(sheet, { G8: { value: 'Bunyi yang lain sama sekali' } })
        : sheet,
    );
    expect(reading({ sheets }).missing).toEqual([]);
    expect(reading({ sheets: sheets.slice(0, 1) }).missing).toEqual(['A.I.1.i.a']);
  });
});

describe('a very long sheet', () => {
  it.each([
    ['the same question again and again', () => 'Jumlah Perubahan yang dibuat'],
    ['one known question again and again', () => 'Sudah ditetapkan agen perubahan'],
    [
      'questions nearly known',
      (row: number) => `Sudah ditetapkan agen perubahan nomor ${row % 97}`,
    ],
    [
      'long texts',
      (row: number) => `${row} ${'Penanganan Benturan Kepentingan telah '.repeat(60)}`,
    ],
  ])('of 10,000 rows with %s is read at once', (_, text) => {
    const cells = Array.from({ length: 10_000 }, (__, index) => [
      textCell({ row: 300 + index, column: 7 }, text(index)),
      textCell({ row: 300 + index, column: 11 }, index % 2 === 0 ? 'A' : 'B'),
    ]).flat();
    const long = { ...lampiran, cells: [...lampiran.cells, ...cells] };
    const started = process.cpuUsage();
    const read = reading(long);
    const { user, system } = process.cpuUsage(started);
    expect(answersIn(read)).toEqual(wanted);
    expect(read.unrecognised).toHaveLength(10_000);
    // Time of the processor, not of the clock: about 0.2 s, several times that on a busy machine.
    expect((user + system) / 1e6).toBeLessThan(1.5);
  });

  it.each<[string, string, Partial<RawCell>]>([
    [
      'brackets around an address',
      'P',
      { value: `${'('.repeat(15_000)}https://${')'.repeat(15_000)}` },
    ],
    ['commas before nothing', 'P', { value: `${','.repeat(32_000)}x` }],
    ['an address of dots', 'O', { value: `https://a.example/${'.'.repeat(32_000)}x` }],
    ['an answer of brackets', 'K', { value: `${')'.repeat(32_000)}x` }],
    ['a formula of quotes', 'L', { value: 1, formula: "'".repeat(8000) }],
    ['a formula of letters', 'L', { value: 1, formula: 'a'.repeat(8000) }],
    ['a formula of brackets', 'L', { value: 1, formula: '['.repeat(8000) }],
  ])('with %s in every row is read at once', (_, column, cell) => {
    const rows = Array.from({ length: 205 }, (__, index) => [`${column}${4 + index}`, cell]);
    const sheet = patch(lampiran, Object.fromEntries(rows) as Record<string, Partial<RawCell>>);
    const started = process.cpuUsage();
    expect(reading(sheet).rows).toHaveLength(113);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e6).toBeLessThan(1.5);
  });
});
