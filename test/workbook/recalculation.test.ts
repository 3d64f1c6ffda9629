import { LAYOUTS, type LkeWorkbookInput } from '../../src/workbook/lke-workbook-input.js';
import { writeLke } from '../../src/workbook/write-lke.js';
import { describeWithLibreOffice, mapSheets, recalculate } from '../support/libreoffice.js';
import { readXlsx, sheetOf, valueAt, type ReadWorkbook } from '../support/read-xlsx.js';
import { CASES } from './cases.js';
import { differences, figuresOf } from './check-figures.js';
import { PAYLOADS } from './payloads.js';
import { answers, instrument, option, sampleEvidence, sampleInput } from './sample-input.js';

interface Exported {
  readonly input: LkeWorkbookInput;
  readonly bytes: Uint8Array;
}

const FURTHER = ['pendahuluan', 'tpi', 'tpn'] as const;

const exported = new Map<string, Exported>();
let recalculated: ReadonlyMap<string, ReadWorkbook> = new Map();

const NAMES = LAYOUTS.flatMap((layout) =>
  [...Object.keys(CASES), 'hostile'].map((name) => `${layout}_${name}`),
);

describeWithLibreOffice('a recalculated worksheet', () => {
  beforeAll(async () => {
    for (const layout of LAYOUTS) {
      for (const [name, mandiri] of Object.entries(CASES)) {
        await add(`${layout}_${name}`, sampleInput({ layout, answers: { mandiri } }));
      }
      await add(`${layout}_hostile`, hostileInput({ layout }));
    }
    await add('tpi', tpiInput());
    for (const tier of FURTHER) await add(`lampiran-iii_${tier}`, tierInput(tier));
    await add('almost', almostInput());
    recalculated = await recalculate(
      new Map([...exported].map(([name, { bytes }]) => [name, bytes])),
    );
  }, 600_000);

  it.each(NAMES)('says what the application says: %s', (name) => {
    const { input } = caseOf(name);
    const again = againOf(name);
    expect(differences(again, figuresOf(input, again))).toEqual([]);
  });

  it.each(NAMES)('stores what the application says: %s', (name) => {
    const { input, bytes } = caseOf(name);
    const stored = readXlsx(bytes);
    expect(differences(stored, figuresOf(input, stored))).toEqual([]);
  });

  it.each(NAMES)('computes every single formula as it was stored: %s', (name) => {
    const stored = readXlsx(caseOf(name).bytes);
    expect(formulaDifferences(stored, againOf(name))).toEqual([]);
  });

  it('scores the tier asked for, with the other tier beside it', () => {
    const { input } = caseOf('tpi');
    const again = againOf('tpi');
    expect(differences(again, figuresOf(input, again))).toEqual([]);
    expect(formulaDifferences(readXlsx(caseOf('tpi').bytes), again)).toEqual([]);
    expect(valueAt(again, 'TPI Unit', 'E22')).toBeCloseTo(
      Number(valueAt(again, 'Jawaban', 'O204')),
    );
  });

  it.each(FURTHER)('scores %s by its own answers only, in a file of its own', (tier) => {
    const name = `lampiran-iii_${tier}`;
    const { input, bytes } = caseOf(name);
    const again = againOf(name);
    expect(differences(again, figuresOf(input, again))).toEqual([]);
    expect(formulaDifferences(readXlsx(bytes), again)).toEqual([]);
    expect(valueAt(again, 'LKE ZI', 'K8')).toBeNull();
    expect(Number(valueAt(again, 'LKE ZI', 'L208'))).toBeLessThan(100);
  });

  it('stands exactly on the gates and passes them', () => {
    const again = againOf('lampiran-iii_on-the-gates');
    expect([202, 203, 201, 204].map((row) => valueAt(again, 'LKE ZI', `L${row}`))).toEqual([
      15.75, 2.5, 18.25, 14,
    ]);
    expect(valueAt(againOf('lampiran-iii_on-the-total'), 'LKE ZI', 'L208')).toBeCloseTo(75, 12);
    const verdicts = [...sheetOf(againOf('lampiran-iii_on-the-total'), 'Ringkasan').cells];
    const wbk = verdicts.filter(([cell, { formula }]) => /^D/.test(cell) && formula !== null);
    expect(wbk.map(([, { value }]) => value)).not.toContain('Belum memenuhi');
  });

  it('leaves the last word to the application where nine decimals are not enough', () => {
    const again = againOf('almost');
    const row = [...sheetOf(again, 'Ringkasan').cells].find(
      ([cell, { value }]) => cell.startsWith('A') && value === 'Indeks persepsi antikorupsi (IPAK)',
    )?.[0];
    const at = (letter: string) => valueAt(again, 'Ringkasan', `${letter}${row?.slice(1)}`);
    expect(at('D')).toBe('Memenuhi');
    expect(at('E')).toMatch(/^Belum, kurang 0,0+\d+ poin$/);
  });

  it('keeps hostile texts as texts', () => {
    const stored = readXlsx(caseOf('lampiran-iii_hostile').bytes);
    const again = againOf('lampiran-iii_hostile');
    // LibreOffice itself writes "__x0041_x0042_" wrongly; hostile-text.test.ts reads our bytes.
    const texts = [...sheetOf(stored, 'LKE ZI').cells].filter(
      ([cell, { value }]) => /^O\d/.test(cell) && !/_x0041_/.test(String(value)),
    );
    expect(texts.length).toBeGreaterThan(90);
    for (const [cell, { value }] of texts) {
      expect([cell, valueAt(again, 'LKE ZI', cell)]).toEqual([cell, value]);
    }
  });

  it('would show a planted wrong result', async () => {
    const { input, bytes } = caseOf('lampiran-iii_mixed-1');
    const planted = mapSheets(bytes, (xml) =>
      xml.replace(/(<c r="L208"[^>]*><f>[^<]*<\/f><v>)[^<]*/, '$199.5'),
    );
    const stored = readXlsx(planted);
    expect(differences(stored, figuresOf(input, stored))).toEqual([
      expect.stringContaining('TOTAL LKE ZI!L208: 99.5'),
    ]);
    const again = (await recalculate(new Map([['planted', planted]]))).get('planted');
    expect(differences(again ?? stored, figuresOf(input, again ?? stored))).toEqual([]);
    expect(formulaDifferences(stored, again ?? stored)).toEqual([expect.stringContaining('L208')]);
  }, 300_000);
});

async function add(name: string, input: LkeWorkbookInput): Promise<void> {
  exported.set(name, { input, bytes: new Uint8Array(await writeLke(input)) });
}

function caseOf(name: string): Exported {
  const found = exported.get(name);
  if (found === undefined) throw new Error(`no case ${name}`);
  return found;
}

function againOf(name: string): ReadWorkbook {
  const found = recalculated.get(name);
  if (found === undefined) throw new Error(`${name} was not recalculated`);
  return found;
}

function hostileInput(over: Partial<LkeWorkbookInput>): LkeWorkbookInput {
  const payload = (index: number) => PAYLOADS[index % PAYLOADS.length] ?? '';
  const evidence = instrument.indicators.map(({ code }, index) => {
    const name = payload(index);
    const one = sampleEvidence({ name, fileName: name, physicalLocation: name, href: name });
    return [code, [one]] as const;
  });
  const mandiri = answers(
    instrument,
    (one, index) => option(one, index % 3),
    ({ place }) => payload(place.portalrbRow),
  );
  const satker = { code: '52.71', name: '=cmd|\'/C calc\'!A0 & "Co" <KPU>' };
  return sampleInput({ satker, answers: { mandiri }, evidence: new Map(evidence), ...over });
}

function tpiInput(): LkeWorkbookInput {
  const mandiri = CASES['mixed-1'] ?? new Map();
  const tpi = CASES['zero-denominators-2'] ?? new Map();
  return sampleInput({ layout: 'portalrb', tier: 'tpi', answers: { mandiri, tpi } });
}

/** The satker claims the best of everything; the tier has answers to some of it. */
function tierInput(tier: (typeof FURTHER)[number]): LkeWorkbookInput {
  const mandiri = answers(instrument, (one) => option(one, 0));
  const assessed = new Map(CASES['zero-denominators-2'] ?? []);
  const [first] = instrument.indicators;
  if (first !== undefined) assessed.delete(first.code);
  return sampleInput({ layout: 'lampiran-iii', tier, answers: { mandiri, [tier]: assessed } });
}

function almostInput(): LkeWorkbookInput {
  const index = { kind: 'index', index: '3.599999999999999' } as const;
  const mandiri = answers(instrument, (one) => (one.code === 'B.I.a' ? index : option(one, 0)));
  return sampleInput({ answers: { mandiri } });
}

/** Formulas whose stored result is not what the other program computed. */
function formulaDifferences(stored: ReadWorkbook, again: ReadWorkbook): string[] {
  return [...stored.sheets].flatMap(([name, { cells }]) =>
    [...cells].flatMap(([cell, { formula, value }]) => {
      if (formula === null) return [];
      const found = valueAt(again, name, cell) ?? '';
      const isSame =
        typeof value === 'number' && typeof found === 'number'
          ? Math.abs(value - found) <= 1e-9
          : value === found;
      return isSame ? [] : [`${name}!${cell}: stored ${String(value)}, computed ${String(found)}`];
    }),
  );
}
