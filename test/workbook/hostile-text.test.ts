import {
  LAYOUTS,
  type Layout,
  type LkeWorkbookInput,
} from '../../src/workbook/lke-workbook-input.js';
import { writeLke } from '../../src/workbook/write-lke.js';
import { readXlsx, sheetOf, valueAt, type ReadWorkbook } from '../support/read-xlsx.js';
import { PAYLOADS, UNSAFE_ADDRESSES } from './payloads.js';
import { answers, best, instrument, sampleEvidence, sampleInput } from './sample-input.js';

const [first] = instrument.indicators;
const MAIN = { 'lampiran-iii': 'LKE ZI', portalrb: 'Jawaban' } as const;
const NOTE = { 'lampiran-iii': 'O8', portalrb: 'L6' } as const;
const TPI_NOTE = 'Q6';
const NAMES = { 'lampiran-iii': 'P8', portalrb: 'M6' } as const;

/** One text in every field that a user can fill. */
function everywhere(layout: Layout, text: string, href: string | null): LkeWorkbookInput {
  const evidence = sampleEvidence({
    name: text,
    fileName: text,
    physicalLocation: text,
    checklistCode: text,
    sha256: text,
    href,
  });
  const noted = answers(instrument, best, () => text);
  return sampleInput({
    layout,
    satker: { code: '52.71', name: text },
    answers: { mandiri: noted, tpi: noted },
    evidence: new Map([[first?.code ?? ('' as never), [evidence]]]),
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

describe.each(LAYOUTS)('a text in every field of %s', (layout) => {
  let harmless: ReadWorkbook;
  beforeAll(async () => {
    harmless = await written(everywhere(layout, 'biasa', null));
  });

  it.each(PAYLOADS)('stays the text it was: %j', async (text) => {
    const workbook = await written(everywhere(layout, text, text));
    expect(formulas(workbook)).toEqual(formulas(harmless));
    expect(workbook.parts).toEqual(harmless.parts);
    expect(links(workbook)).toEqual([]);
    expect(valueAt(workbook, MAIN[layout], NOTE[layout])).toBe(text);
    expect(valueAt(workbook, 'Ringkasan', 'B3')).toBe(text);
    for (const column of ['D', 'E', 'H', 'J', 'K', 'L']) {
      expect(valueAt(workbook, 'Bukti', `${column}3`)).toBe(text);
    }
    const names = layout === 'portalrb' ? `${text} (${text})` : text;
    expect(valueAt(workbook, MAIN[layout], NAMES[layout])).toBe(names);
    if (layout === 'portalrb') {
      expect(valueAt(workbook, MAIN[layout], TPI_NOTE)).toBe(text);
      expect(valueAt(workbook, 'Unit', 'B1')).toBe(text);
    }
  });

  it.each(UNSAFE_ADDRESSES)('never links to %j', async (href) => {
    const workbook = await written(everywhere(layout, 'bukti', href));
    expect(links(workbook)).toEqual([]);
    expect(valueAt(workbook, 'Bukti', 'J3')).toBe(href);
    expect(formulas(workbook)).toEqual(formulas(harmless));
  });

  it('links to http and https only, once per evidence', async () => {
    const href = "https://drive.kpu.example/a!B1?x=<1>&y='2'#bagian";
    const workbook = await written(everywhere(layout, 'bukti', href));
    const target = 'https://drive.kpu.example/a%21B1?x=%3C1%3E&y=%272%27#bagian';
    expect(links(workbook)).toEqual(layout === 'portalrb' ? [target] : [target, target]);
    expect(valueAt(workbook, 'Bukti', 'J3')).toBe(href);
  });

  it('has no part that reaches outside', async () => {
    const workbook = await written(everywhere(layout, "='[http://evil.example/x.xlsx]S'!A1", null));
    expect(
      workbook.parts.filter((part) => /external|connections|macro|vba|embed/i.test(part)),
    ).toEqual([]);
    expect(workbook.part('xl/workbook.xml')).not.toContain('evil');
  });
});

it('drops what a file cannot carry and cuts what a cell cannot hold', async () => {
  const text = `a\u0000b\u0007c\u007fd\ud800e\uffff\r\nf${'x'.repeat(33_000)}`;
  const workbook = await written(everywhere('lampiran-iii', text, null));
  const note = String(valueAt(workbook, 'LKE ZI', 'O8'));
  expect(note.slice(0, 8)).toBe('abcde\nfx');
  expect(note).toHaveLength(32_767);
  expect(note.endsWith(' … (dipotong)')).toBe(true);
});

it('prints an ampersand of the name of a satker as one', async () => {
  const workbook = await written(everywhere('lampiran-iii', 'A & B &P', null));
  expect(sheetOf(workbook, 'LKE ZI').xml).toContain('&amp;RA &amp;&amp; B &amp;&amp;P</oddHeader>');
});
