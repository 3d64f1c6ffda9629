import { defectText } from '../../src/text/messages/workbook-defects.js';
import { DEFECT_KINDS } from '../../src/workbook/recognise/defects/context.js';
import type { LkeReading } from '../../src/workbook/recognise/lke-reading.js';
import type { RawCell, RawSheet } from '../../src/workbook/read/raw-workbook.js';
import { patch, rawExport, rawOfficial, textCell, numberCell } from '../support/raw-lke.js';
import { kindsIn, reading } from '../support/readings.js';
import { CASES } from './cases.js';

/** The official Lampiran III sheet, live formulas and all, filled without contradictions. */
let clean: RawSheet;
/** What is wrong with the official sheet itself. */
const ALWAYS = ['no-gates'];
/** As the circulating copy letters the questions of A.I.6.v. */
const SWAPPED = { F123: { value: 'c.' }, F124: { value: 'b.' } };
const seen = new Set<string>();

beforeAll(async () => {
  clean = await rawOfficial({ answers: { mandiri: CASES['on-the-gates'] ?? new Map() } });
});

function defects(sheet: RawSheet, ...others: readonly RawSheet[]): LkeReading['defects'] {
  const found = reading({ sheets: [sheet, ...others] }).defects;
  for (const one of found) {
    seen.add(one.kind);
    expect(defectText(one)).not.toMatch(/undefined|null|NaN|\[object/);
  }
  return found;
}

function cellsOf(found: LkeReading['defects'], kind: string): string[] {
  return found.filter((one) => one.kind === kind).map(({ cell }) => cell);
}

const number = (value: number): Partial<RawCell> => ({ value, numberText: String(value) });

function sheet(name: string, state: RawSheet['state'], cells: readonly RawCell[]): RawSheet {
  return { name, state, cells, merges: [] };
}

describe('a sheet without faults', () => {
  it('of Lampiran III has only that of the official print: no gates', () => {
    expect(kindsIn(reading(clean))).toEqual(ALWAYS);
  });

  it('of PortalRB has none beside its summary', async () => {
    const raw = await rawExport({
      layout: 'portalrb',
      answers: { mandiri: CASES['on-the-gates'] ?? new Map() },
    });
    const [main, unit] = raw.sheets;
    if (main === undefined || unit === undefined) throw new Error('no sheets');
    const found = reading({ sheets: [main, unit] });
    expect(found.defects).toEqual([]);
    expect(found.fileGates.map(({ code }) => code)).toContain('area-1');
  });
});

describe('a fault of the file is found at its cell', () => {
  it.each<[string, string, Readonly<Record<string, Partial<RawCell> | null>>]>([
    ['answer-is-formula', 'K9', { K9: { value: 'A', formula: 'K8' } }],
    ['average-misses-rows', 'L18', { L18: { ...number(1.5), formula: 'AVERAGE(L19:L21)*H18' } }],
    ['sum-misses-rows', 'L6', { L6: { ...number(4), formula: 'SUM(L7,L10,L14)' } }],
    ['sum-misses-rows', 'L4', { L4: { ...number(40), formula: 'L5' } }],
    ['lhkpn-half-missing', 'L175', { L175: { ...number(2), formula: 'AVERAGE(L177:L182)*H175' } }],
    ['formula-wrong-rows', 'L7', { L7: { ...number(0.5), formula: 'AVERAGE(L8:L11)*H7' } }],
    ['error-in-score', 'L160', { L160: { error: '#DIV/0!', formula: 'K162/K161' } }],
    ['error-in-score', 'K160', { K160: { error: '#DIV/0!', formula: 'K162/K161' } }],
    ['error-in-score', 'L208', { L208: { error: '#DIV/0!', formula: 'L198+L206' } }],
    ['error-in-score', 'L202', { K202: null, L202: { error: '#VALUE!', formula: 'K202/4*H202' } }],
    ['weight-differs', 'H7', { H7: number(0.75) }],
    ['weight-differs', 'H202', { H202: { value: '15,5' } }],
    ['type-overwritten', 'J8', { J8: { value: 'Ya' } }],
    ['type-overwritten', 'J129', { J129: { value: '%' } }],
    ['type-missing', 'J9', { J9: null }],
    ['score-typed-over', 'L9', { L9: number(1) }],
    ['score-typed-over', 'L208', { L208: number(72.25) }],
    ['score-differs', 'L9', { L9: { ...number(0.5), formula: 'IF(K9="A",1,0.5)' } }],
    ['score-differs', 'L208', { L208: { ...number(91), formula: 'L198+L206' } }],
    ['percent-typed', 'K160', { K160: number(0.5) }],
    ['percent-wrong-rows', 'K160', { K160: { ...number(0.5), formula: 'K173/K172' } }],
    ['total-typed-differs', 'K185', { K185: number(12) }],
    ['counts-contradict', 'K132', { K132: number(9) }],
    ['counts-implausible', 'K162', { K162: number(900) }],
    ['external-reference', 'L9', { L9: { ...number(1), formula: "'[LKE lama.xlsx]LKE'!L9" } }],
    ['external-reference', 'L9', { L9: { ...number(1), formula: '[1]LKE!L9' } }],
    ['link-is-local', 'P9', { P9: { value: 'SK', link: 'D:\\zi\\sk.pdf' } }],
    ['year-differs', 'B1', { B1: { value: 'LKE Zona Integritas Tahun 2024' } }],
  ])('%s at %s', (kind, cell, cells) => {
    expect(cellsOf(defects(patch(clean, cells)), kind)).toContain(cell);
  });

  it('unanswered rows that are text are skipped by the mean', () => {
    const text = { value: 'Blm Diisi', formula: 'IF(K9="","Blm Diisi",1)' };
    const found = defects(patch(clean, { K9: null, L9: text }));
    expect(found).toContainEqual({
      kind: 'unanswered-is-text',
      cell: 'L7',
      args: { name: 'Penyusunan Tim Kerja', skipped: 1, of: 2 },
    });
  });

  it('letters that stand at each other’s question', () => {
    expect(cellsOf(defects(patch(clean, SWAPPED)), 'letters-swapped')).toEqual(['B123']);
  });

  it('says what would happen while every row is answered', () => {
    const formula = 'IF(K9="","Blm Diisi",1)';
    const found = defects(patch(clean, { L9: { ...number(1), formula } }));
    expect(cellsOf(found, 'unanswered-would-be-text')).toEqual(['L9']);
    expect(cellsOf(found, 'unanswered-is-text')).toEqual([]);
  });

  it('a total of Non LHKPN without its parts', () => {
    const cells = { K185: number(40), K186: null, K187: null, K188: null, K189: null };
    expect(cellsOf(defects(patch(clean, cells)), 'total-without-parts')).toEqual(['K185']);
  });

  it('an answer drawn over several questions', () => {
    const merge = { fromRow: 8, toRow: 9, fromColumn: 11, toColumn: 11 };
    const found = defects({ ...patch(clean, { K9: null }), merges: [...clean.merges, merge] });
    expect(found).toContainEqual({
      kind: 'answer-merged',
      cell: 'K8',
      args: { range: 'K8:K9', others: 1 },
    });
  });

  it('a question that stands twice', () => {
    const label = {
      value: 'Seluruh kegiatan pembangunan sudah dilaksanakan sesuai dengan rencana',
    };
    const found = defects(patch(clean, { G210: label, K210: { value: 'D' } }));
    expect(cellsOf(found, 'question-twice')).toEqual(['K210']);
  });

  it('a second column of answers', () => {
    const found = defects(patch(clean, { S2: { value: 'Jawaban' } }));
    expect(cellsOf(found, 'column-repeated')).toEqual(['S2']);
  });

  it('a row of counts that is gone', () => {
    const found = defects({ ...clean, cells: clean.cells.filter(({ row }) => row !== 161) });
    expect(cellsOf(found, 'count-row-missing')).toHaveLength(1);
  });

  it('figures that were not computed again', () => {
    const stale = clean.cells.map((cell) =>
      cell.column === 12 && typeof cell.value === 'number'
        ? { ...cell, value: 0.25, numberText: '0.25' }
        : cell,
    );
    expect(cellsOf(defects({ ...clean, cells: stale }), 'scores-not-current')).toHaveLength(1);
  });

  it('a summary of another year', () => {
    const year = (value: number) =>
      sheet('Unit', 'visible', [
        textCell({ row: 3, column: 1 }, 'Tahun'),
        numberCell({ row: 3, column: 2 }, value),
      ]);
    const portal = patch(clean, { B1: { value: 'LEMBAR KERJA EVALUASI' } });
    expect(cellsOf(defects(portal, year(2025)), 'year-differs')).toEqual(['Unit!B3']);
    expect(cellsOf(defects(portal, year(2026)), 'year-differs')).toEqual([]);
    const regulation = patch(clean, { B1: { value: 'PERMENPANRB NOMOR 90 TAHUN 2021' } });
    expect(cellsOf(defects(regulation), 'year-differs')).toEqual([]);
  });

  it('hidden summaries with errors and the weights of an older rule', () => {
    const hidden = sheet('Rekap', 'hidden', [
      textCell({ row: 1, column: 1 }, 'Area'),
      textCell({ row: 1, column: 2 }, 'Bobot'),
      textCell({ row: 2, column: 1 }, '1. Manajemen Perubahan'),
      numberCell({ row: 2, column: 2 }, 5),
      { ...textCell({ row: 2, column: 3 }, ''), value: null, error: '#REF!', formula: '#REF!*2' },
    ]);
    const found = defects(clean, hidden);
    expect(cellsOf(found, 'hidden-sheet-error')).toEqual(['Rekap!C2']);
    expect(cellsOf(found, 'summary-weight-differs')).toEqual(['Rekap!B2']);
    const visible = defects(clean, { ...hidden, state: 'visible' });
    expect(cellsOf(visible, 'summary-error')).toEqual(['Rekap!C2']);
  });

  it('many of one kind are counted, not listed without end', () => {
    const cells = Object.fromEntries(
      clean.cells
        .filter(({ column, value }) => column === 11 && typeof value === 'string' && value !== '')
        .filter(({ row }) => row > 2)
        .map(({ row, value }) => [`K${row}`, { value, formula: `"${String(value)}"` }]),
    );
    const found = defects(patch(clean, cells));
    expect(cellsOf(found, 'answer-is-formula')).toHaveLength(25);
    expect(found).toContainEqual(
      expect.objectContaining({
        kind: 'defects-more',
        args: expect.objectContaining({ kind: 'answer-is-formula' }) as unknown,
      }),
    );
  });

  it('leaves no kind untried', () => {
    expect(DEFECT_KINDS.filter((kind) => !seen.has(kind))).toEqual([]);
  });
});

describe('the sum of a circulating copy', () => {
  it('is its own, with everything that makes it so', () => {
    const text = (row: number) => ({ value: 'Blm Diisi', formula: `IF(K${row}="","Blm Diisi",1)` });
    const copy = patch(clean, {
      ...SWAPPED,
      K9: null,
      L9: text(9),
      K16: { value: 'Blm Diisi' },
      L16: text(16),
      J20: { value: 'Ya' },
      L175: { ...number(1), formula: 'AVERAGE(L177:L182)*H175' },
      K161: number(0),
      K160: { error: '#DIV/0!', formula: 'K162/K161' },
      L160: { error: '#DIV/0!', formula: 'K160' },
      L208: { error: '#DIV/0!', formula: 'L198+L206' },
      K185: number(99),
      K202: null,
      L202: { error: '#VALUE!', formula: 'K202/4*H202' },
    });
    const found = reading(copy);
    expect(found.fileTotal).toBeNull();
    expect(found.invalid).toEqual([]);
    expect(kindsIn(found)).toEqual([
      'counts-implausible',
      'error-in-score',
      'letters-swapped',
      'lhkpn-half-missing',
      'no-gates',
      'score-differs',
      'total-typed-differs',
      'type-overwritten',
      'unanswered-is-text',
    ]);
  });
});
