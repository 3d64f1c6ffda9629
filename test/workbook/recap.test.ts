import { sum, type Exact } from '../../src/domain/exact.js';
import { TARGETS } from '../../src/domain/predikat/gate.js';
import type { RecapInput, RecapLke } from '../../src/workbook/recap-input.js';
import { writeRecap } from '../../src/workbook/write-recap.js';
import { describeWithLibreOffice, mapSheets, recalculate } from '../support/libreoffice.js';
import { readXlsx, sheetOf, type ReadSheet, type ReadWorkbook } from '../support/read-xlsx.js';
import { sampleRecap } from './recap-sample.js';

const TOLERANCE = 1e-9;
const AREA_NAMES = [1, 2, 3, 4, 5, 6];

describe('the recap of a province', () => {
  const input = sampleRecap();
  let stored: ReadWorkbook;
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = new Uint8Array(await writeRecap(input));
    stored = readXlsx(bytes);
  });

  it('stores every figure of the application', () => {
    expect(faults(stored, input)).toEqual([]);
  });

  it('shows sums, averages, places and gates by live formulas', () => {
    const formulas = (name: string) =>
      [...sheetOf(stored, name).cells.values()].filter(({ formula }) => formula !== null).length;
    const satker = input.satkerList.length - 1;
    expect(formulas('Rekap')).toBe(satker * 12 + 3 * 14);
    expect(formulas('Area')).toBe(satker * 9 + 3 * 21);
    for (const name of ['Ambang WBK', 'Ambang WBBM']) expect(formulas(name)).toBe(satker * 14);
  });

  it('keeps the name of a satker as text, whatever it looks like', () => {
    for (const name of stored.sheets.keys()) {
      const texts = [...sheetOf(stored, name).cells.values()].map(({ value }) => value);
      for (const satker of input.satkerList) expect(texts).toContain(satker.name);
      expect(sheetOf(stored, name).hyperlinks).toEqual([]);
    }
  });

  it('states a satker without LKE and gives it neither place nor figures', () => {
    const line = lineOf(sheetOf(stored, 'Rekap'), 'KPU Kabupaten Tanpa LKE');
    expect([...line.values()].filter((value) => value !== null)).toEqual([
      '52.99',
      'KPU Kabupaten Tanpa LKE',
      'LKE belum dibuka',
    ]);
  });

  it('prints landscape on A4, one page wide, with headings on every page', () => {
    for (const { xml } of stored.sheets.values()) {
      expect(xml).toMatch(/<pageSetup[^>]*paperSize="9"/);
      expect(xml).toMatch(/<pageSetup[^>]*orientation="landscape"/);
      expect(xml).toMatch(/<pageSetup[^>]*fitToWidth="1" fitToHeight="0"/);
    }
    const titles = stored.part('xl/workbook.xml').match(/Print_Titles[^>]*>[^<]*\$3:\$4</g);
    expect(titles).toHaveLength(4);
  });

  it('is the same file from the same data', async () => {
    expect(Buffer.from(await writeRecap(input)).equals(Buffer.from(bytes))).toBe(true);
  });

  it('can be made of a province in which nobody has an LKE', async () => {
    const closed = sampleRecap({
      satkerList: [{ code: '52.99', name: 'KPU Kabupaten Tanpa LKE', lke: null }],
      historyHead: null,
    });
    const book = readXlsx(new Uint8Array(await writeRecap(closed)));
    const values = [...sheetOf(book, 'Rekap').cells.values()];
    expect(values.some(({ formula }) => formula !== null)).toBe(false);
    expect(values.map(({ value }) => value)).toContain('LKE belum dibuka');
  });
});

describeWithLibreOffice('a recalculated recap', () => {
  const input = sampleRecap();
  let stored: ReadWorkbook;
  let again: ReadWorkbook;
  let planted: ReadWorkbook;
  beforeAll(async () => {
    const bytes = new Uint8Array(await writeRecap(input));
    stored = readXlsx(bytes);
    const wrong = mapSheets(bytes, (xml) => xml.replace(/(<\/f><v>)[\d.]+/, '$112.34'));
    planted = readXlsx(wrong);
    const books = await recalculate(new Map([['rekap', bytes]]));
    again = books.get('rekap') ?? stored;
  }, 300_000);

  it('says what the application says', () => {
    expect(faults(again, input)).toEqual([]);
  });

  it('computes every single formula as it was stored', () => {
    expect(differences(stored, again)).toEqual([]);
  });

  it('would show a planted wrong result', () => {
    expect(differences(planted, again).length).toBeGreaterThan(0);
  });
});

/** Figures of the workbook that are not those of the domain, in words. */
function faults(book: ReadWorkbook, input: RecapInput): string[] {
  const opened = input.satkerList.flatMap(({ name, code, lke }) =>
    lke === null ? [] : [{ name, code, lke }],
  );
  const [recap, areas] = [sheetOf(book, 'Rekap'), sheetOf(book, 'Area')];
  const means = (of: (lke: RecapLke) => Exact) =>
    sum(opened.map(({ lke }) => of(lke))).div(opened.length);
  const found: string[] = [];
  const compare = (what: string, value: unknown, exact: Exact | number | string) => {
    const expected = typeof exact === 'object' ? exact.valueOf() : exact;
    const isSame =
      typeof expected === 'number'
        ? typeof value === 'number' && Math.abs(value - expected) <= TOLERANCE
        : value === expected;
    if (!isSame) found.push(`${what}: ${String(value)}, not ${String(expected)}`);
  };
  for (const { code, lke } of opened) {
    const line = lineOf(recap, code);
    const at = (header: RegExp) => line.get(columnOf(recap, header)) ?? null;
    compare(`${code} place`, at(/^Peringkat/), lke.rank);
    compare(`${code} filled`, at(/^Terisi dari/), lke.score.answered);
    compare(`${code} part`, at(/^Terisi \(/), lke.score.answered / lke.score.of);
    compare(`${code} pengungkit`, at(/^Pengungkit/), lke.score.pengungkit);
    compare(`${code} hasil`, at(/^Total hasil/), lke.score.hasil.score);
    compare(`${code} total`, at(/^Nilai total/), lke.score.total);
    for (const [index, area] of lke.score.areas.entries()) {
      compare(`${code} area`, at(new RegExp(`^${AREA_NAMES[index]}\\. `)), area.score);
    }
    const halves = [...lineOf(areas, code).values()].slice(2);
    const wanted = [
      ...lke.score.areas.flatMap(({ pemenuhan, reform, score }) => [pemenuhan, reform, score]),
      ...[lke.score.pemenuhan, lke.score.reform, lke.score.pengungkit],
    ];
    wanted.forEach((exact, index) => compare(`${code} half ${index}`, halves[index], exact));
    for (const target of TARGETS) {
      const gates = [...lineOf(sheetOf(book, `Ambang ${target.toUpperCase()}`), code).values()];
      const { items, passed } = lke.gates[target];
      items.forEach((gate, index) => compare(`${code} ${gate.code}`, gates[2 + index], gate.value));
      const failed = items.filter((gate) => !gate.passed);
      compare(`${code} ${target} short`, gates[2 + items.length], failed.length);
      compare(
        `${code} ${target} verdict`,
        gates[3 + items.length],
        passed ? 'Memenuhi' : 'Belum memenuhi',
      );
      const words = gates[5 + items.length];
      for (const gate of failed) {
        expect(words).toContain(`${gate.name} kurang`);
      }
    }
  }
  const mean = lineOf(recap, 'Rata-rata');
  compare(
    'mean total',
    mean.get(columnOf(recap, /^Nilai total/)),
    means((l) => l.score.total),
  );
  compare(
    'mean hasil',
    mean.get(columnOf(recap, /^Total hasil/)),
    means((l) => l.score.hasil.score),
  );
  return found;
}

/** The cells of the row in which a text stands, by column in their order. */
function lineOf(sheet: ReadSheet, text: string): Map<string, unknown> {
  const row = [...sheet.cells].find(([, { value }]) => value === text)?.[0].replace(/^[A-Z]+/, '');
  const cells = [...sheet.cells].filter(([cell]) => cell.replace(/^[A-Z]+/, '') === row);
  return new Map(cells.map(([cell, { value }]) => [cell.replace(/\d+$/, ''), value]));
}

function columnOf(sheet: ReadSheet, header: RegExp): string {
  const found = [...sheet.cells].find(
    ([cell, { value }]) => /^[A-Z]+3$/.test(cell) && header.test(String(value)),
  );
  return found?.[0].replace(/\d+$/, '') ?? '';
}

function differences(stored: ReadWorkbook, again: ReadWorkbook): string[] {
  return [...stored.sheets].flatMap(([name, { cells }]) =>
    [...cells].flatMap(([cell, { formula, value }]) => {
      if (formula === null) return [];
      const found = sheetOf(again, name).cells.get(cell)?.value ?? '';
      const isSame =
        typeof value === 'number' && typeof found === 'number'
          ? Math.abs(value - found) <= TOLERANCE
          : value === found;
      return isSame ? [] : [`${name}!${cell}: stored ${String(value)}, computed ${String(found)}`];
    }),
  );
}
