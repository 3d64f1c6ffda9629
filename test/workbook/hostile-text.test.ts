import type { IndicatorCode } from '../../src/domain/instrument/instrument.js';
import {
  LAYOUTS,
  type ExportedEvidence,
  type Layout,
  type LkeWorkbookInput,
} from '../../src/workbook/lke-workbook-input.js';
import { writeLke } from '../../src/workbook/write-lke.js';
import { readXlsx, sheetOf, valueAt, type ReadWorkbook } from '../support/read-xlsx.js';
import { PAYLOADS, UNSAFE_ADDRESSES } from './payloads.js';
import { answers, best, instrument, sampleEvidence, sampleInput } from './sample-input.js';

const MAIN = { 'lampiran-iii': 'LKE ZI', portalrb: 'Jawaban' } as const;
const NOTE = { 'lampiran-iii': 'O', portalrb: 'L' } as const;
const NAMES = { 'lampiran-iii': 'P', portalrb: 'M' } as const;
const FIRST_EVIDENCE_ROW = 3;

/** The n-th text in every field of the n-th indicator, and one in the name of the satker. */
function filled(
  layout: Layout,
  texts: readonly string[],
  over: { readonly satker?: string; readonly evidence?: Partial<ExportedEvidence>[] } = {},
): LkeWorkbookInput {
  const evidence = new Map<IndicatorCode, ExportedEvidence[]>();
  texts.forEach((text, index) => {
    const code = instrument.indicators[index]?.code;
    if (code === undefined) throw new Error('more texts than indicators');
    const fields = { name: text, fileName: text, physicalLocation: text, href: text };
    const rest = { checklistCode: text, sha256: text, ...over.evidence?.[index] };
    evidence.set(code, [sampleEvidence({ ...fields, ...rest })]);
  });
  const notes = new Map(instrument.indicators.map(({ code }, index) => [code, texts[index] ?? '']));
  const noted = answers(instrument, best, ({ code }) => notes.get(code) ?? '');
  return sampleInput({
    layout,
    satker: { code: '52.71', name: over.satker ?? 'KPU Kota Mataram' },
    answers: { mandiri: noted, tpi: noted },
    evidence,
  });
}

async function written(input: LkeWorkbookInput): Promise<ReadWorkbook> {
  return readXlsx(new Uint8Array(await writeLke(input)));
}

function formulas(workbook: ReadWorkbook): string[] {
  return [...workbook.sheets].flatMap(([name, { cells }]) =>
    [...cells].flatMap(([cell, { formula }]) =>
      formula === null ? [] : [`${name}!${cell} ${formula}`],
    ),
  );
}

function links(workbook: ReadWorkbook): string[] {
  return [...workbook.sheets.values()].flatMap(({ hyperlinks }) =>
    hyperlinks.map(({ target }) => target),
  );
}

function rowOf(layout: Layout, index: number): number {
  const place = instrument.indicators[index]?.place;
  return (layout === 'portalrb' ? place?.portalrbRow : place?.lampiranIiiRow) ?? 0;
}

describe.each(LAYOUTS)('texts in every field of %s', (layout) => {
  let harmless: ReadWorkbook;
  let hostile: ReadWorkbook;
  beforeAll(async () => {
    harmless = await written(
      filled(
        layout,
        PAYLOADS.map(() => 'biasa'),
      ),
    );
    hostile = await written(filled(layout, PAYLOADS));
  });

  it('add no formula, no link and no part to the file', () => {
    expect(formulas(hostile)).toEqual(formulas(harmless));
    expect(formulas(hostile).length).toBeGreaterThan(300);
    expect(links(hostile)).toEqual([]);
    expect(hostile.parts).toEqual(harmless.parts);
    expect(hostile.parts.filter((part) => /external|connect|macro|vba|embed/i.test(part))).toEqual(
      [],
    );
    expect(hostile.part('xl/workbook.xml')).toBe(harmless.part('xl/workbook.xml'));
  });

  it.each(PAYLOADS.map((text, index) => [text, index] as const))(
    'come back equal: %j',
    (text, index) => {
      const at = (letter: string) =>
        valueAt(hostile, MAIN[layout], `${letter}${rowOf(layout, index)}`);
      expect(at(NOTE[layout])).toBe(text);
      expect(at(NAMES[layout])).toBe(layout === 'portalrb' ? `${text} (${text})` : text);
      if (layout === 'portalrb') expect(at('Q')).toBe(text);
      for (const letter of ['D', 'E', 'H', 'J', 'K', 'L']) {
        expect(valueAt(hostile, 'Bukti', `${letter}${FIRST_EVIDENCE_ROW + index}`)).toBe(text);
      }
    },
  );

  it('are no link when the address is not http or https', async () => {
    const workbook = await written(filled(layout, UNSAFE_ADDRESSES));
    expect(links(workbook)).toEqual([]);
    UNSAFE_ADDRESSES.forEach((href, index) => {
      expect(valueAt(workbook, 'Bukti', `J${FIRST_EVIDENCE_ROW + index}`)).toBe(href);
    });
  });

  it('link to http and https only, once per evidence', async () => {
    const href = "https://drive.kpu.example/a!B1?x=<1>&y='2'#bagian";
    const workbook = await written(filled(layout, ['bukti'], { evidence: [{ href }] }));
    const target = 'https://drive.kpu.example/a%21B1?x=%3C1%3E&y=%272%27#bagian';
    expect(links(workbook)).toEqual(layout === 'portalrb' ? [target] : [target, target]);
    expect(valueAt(workbook, 'Bukti', 'J3')).toBe(href);
  });
});

describe('the name of a satker', () => {
  let ordinary: ReadWorkbook;
  beforeAll(async () => {
    ordinary = await written(filled('portalrb', []));
  });

  it.each(PAYLOADS)('stays the text it was: %j', async (text) => {
    const workbook = await written(filled('portalrb', [], { satker: text }));
    expect(valueAt(workbook, 'Ringkasan', 'B3')).toBe(text);
    expect(valueAt(workbook, 'Unit', 'B1')).toBe(text);
    expect(formulas(workbook)).toEqual(formulas(ordinary));
    expect(links(workbook)).toEqual([]);
  });

  it('is printed with an ampersand as one', async () => {
    const workbook = await written(filled('lampiran-iii', [], { satker: 'A & B &P' }));
    expect(sheetOf(workbook, 'LKE ZI').xml).toContain(
      '&amp;RA &amp;&amp; B &amp;&amp;P</oddHeader>',
    );
  });
});

it('drops what a file cannot carry and cuts what a cell cannot hold', async () => {
  const text = `a\u0000b\u0007c\u007fd\ud800e\uffff\r\nf${'x'.repeat(33_000)}`;
  const workbook = await written(filled('lampiran-iii', [text]));
  const note = String(valueAt(workbook, 'LKE ZI', 'O8'));
  expect(note.slice(0, 8)).toBe('abcde\nfx');
  expect(note).toHaveLength(32_767);
  expect(note.endsWith(' … (dipotong)')).toBe(true);
});
