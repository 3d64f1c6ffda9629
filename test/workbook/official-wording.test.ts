import type { Indicator, IndicatorCode } from '../../src/domain/instrument/instrument.js';
import type { OfficialText, OfficialWording } from '../../src/domain/wording/official-text.js';
import { LAYOUTS, type Layout } from '../../src/workbook/lke-workbook-input.js';
import { writeLke } from '../../src/workbook/write-lke.js';
import { readXlsx, valueAt, type ReadWorkbook } from '../support/read-xlsx.js';
import { exampleWords } from '../support/official-workbook.js';
import { PAYLOADS } from './payloads.js';
import { instrument, sampleInput } from './sample-input.js';

const MAIN = { 'lampiran-iii': 'LKE ZI', portalrb: 'Jawaban' } as const;
const CRITERIA = 'I';
const source = { title: 'Lampiran III', number: '90/2021', day: '2021-12-31' };

function wordingOf(of: (indicator: Indicator, index: number) => OfficialText | null) {
  const texts = instrument.indicators.flatMap((indicator, index) => {
    const text = of(indicator, index);
    return text === null ? [] : [[indicator.code, text] as const];
  });
  return { source, texts: new Map<IndicatorCode, OfficialText>(texts) };
}

async function written(layout: Layout, wording?: OfficialWording | null): Promise<ReadWorkbook> {
  const input = sampleInput({ layout, ...(wording === undefined ? {} : { wording }) });
  return readXlsx(new Uint8Array(await writeLke(input)));
}

function rowOf(layout: Layout, { place }: Indicator): number {
  return layout === 'portalrb' ? place.portalrbRow : place.lampiranIiiRow;
}

/** What stands in the columns of the label of a row. */
function labelsIn(workbook: ReadWorkbook, layout: Layout, indicator: Indicator): unknown[] {
  return ['B', 'C', 'D', 'E', 'F', 'G']
    .map((letter) => valueAt(workbook, MAIN[layout], `${letter}${rowOf(layout, indicator)}`))
    .filter((text) => text !== null);
}

function formulas(workbook: ReadWorkbook): string[] {
  return [...workbook.sheets.values()].flatMap(({ cells }) =>
    [...cells].flatMap(([cell, { formula }]) => (formula === null ? [] : [`${cell} ${formula}`])),
  );
}

describe.each(LAYOUTS)('official words in the layout %s', (layout) => {
  it('stand in the place of ours, with the number of the row kept and the source named', async () => {
    const wording = wordingOf((one) => ({ question: '', criteria: '', ...exampleWords(one) }));
    const workbook = await written(layout, wording);
    for (const indicator of instrument.indicators) {
      const { question, criteria } = exampleWords(indicator);
      const labels = labelsIn(workbook, layout, indicator);
      expect(labels.at(-1)).toBe(question);
      const row = rowOf(layout, indicator);
      expect(valueAt(workbook, MAIN[layout], `${CRITERIA}${row}`)).toBe(criteria);
    }
    const summary = [...(workbook.sheets.get('Ringkasan')?.cells.values() ?? [])];
    expect(summary.map(({ value }) => value)).toContain(
      'Pertanyaan dan kriteria memakai naskah resmi (113 dari 113 indikator): Lampiran III, nomor 90/2021, 31 Desember 2021.',
    );
    if (layout === 'lampiran-iii') {
      expect(String(valueAt(workbook, 'LKE ZI', 'B1'))).toContain('Lampiran III, nomor 90/2021');
    }
  });

  it('leave ours where the official sheet says nothing', async () => {
    const [first, second] = instrument.indicators;
    if (first === undefined || second === undefined) throw new Error('no indicators');
    const texts = { [first.code]: { question: '', criteria: 'Ya, apabila resmi.' } };
    const ours = await written(layout);
    const mixed = await written(
      layout,
      wordingOf(({ code }) => texts[code] ?? null),
    );
    expect(labelsIn(mixed, layout, first)).toEqual(labelsIn(ours, layout, first));
    const at = (book: ReadWorkbook, one: Indicator) =>
      valueAt(book, MAIN[layout], `${CRITERIA}${rowOf(layout, one)}`);
    expect(at(mixed, first)).toBe('Ya, apabila resmi.');
    expect(at(mixed, second)).toBe(at(ours, second));
  });

  it('change no figure, formula or answer of the worksheet', async () => {
    const ours = await written(layout);
    const official = await written(
      layout,
      wordingOf((one) => ({ question: '', criteria: '', ...exampleWords(one) })),
    );
    expect(formulas(official)).toEqual(formulas(ours));
  });

  it('are texts whatever they look like, and come out as they went in', async () => {
    const ours = await written(layout);
    const hostile = await written(
      layout,
      wordingOf((_, index) => {
        const text = PAYLOADS[index];
        return text === undefined ? null : { question: text, criteria: text };
      }),
    );
    expect(formulas(hostile)).toEqual(formulas(ours));
    expect(hostile.parts).toEqual(ours.parts);
    PAYLOADS.forEach((text, index) => {
      const indicator = instrument.indicators[index];
      if (indicator === undefined) throw new Error('more texts than indicators');
      expect(labelsIn(hostile, layout, indicator).at(-1)).toBe(text);
      const row = rowOf(layout, indicator);
      expect(valueAt(hostile, MAIN[layout], `${CRITERIA}${row}`)).toBe(text);
    });
  });

  it('are cut with a mark where a cell cannot hold them', async () => {
    const long = 'x'.repeat(33_000);
    const workbook = await written(
      layout,
      wordingOf((_, index) => (index === 0 ? { question: long, criteria: long } : null)),
    );
    const row = rowOf(layout, instrument.indicators[0] as Indicator);
    const cell = String(valueAt(workbook, MAIN[layout], `${CRITERIA}${row}`));
    expect(cell).toHaveLength(32_767);
    expect(cell.endsWith(' … (dipotong)')).toBe(true);
  });

  it('leave the file as it was, byte for byte, once there are none', async () => {
    const input = sampleInput({ layout });
    const before = await writeLke(input);
    expect(await writeLke({ ...input, wording: null })).toEqual(before);
  });
});
