import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellRef } from '../../src/workbook/read/cell-ref.js';
import type { RawCell, RawWorkbook } from '../../src/workbook/read/raw-workbook.js';
import { readRawWorkbook } from '../../src/workbook/read/read-raw-workbook.js';
import { writeLke } from '../../src/workbook/write-lke.js';
import { describeWithLibreOffice, resave } from '../support/libreoffice.js';
import { readXlsx, sheetOf } from '../support/read-xlsx.js';
import { temporaryFolders } from '../support/temporary-folder.js';
import { answers, best, sampleEvidence, instrument, sampleInput } from './sample-input.js';

const newFolder = temporaryFolders();
const LAYOUTS = ['lampiran-iii', 'portalrb'] as const;
const NOTE = 'Baris satu\n_x0041_ = "tetap" & <utuh>, ✓ 🏅';

async function exported(layout: (typeof LAYOUTS)[number]): Promise<Buffer> {
  const filled = answers(instrument, best, () => NOTE);
  const first = instrument.indicators[0]?.code;
  if (first === undefined) throw new Error('no indicator');
  return writeLke(
    sampleInput({
      layout,
      answers: { mandiri: filled },
      evidence: new Map([[first, [sampleEvidence({ href: 'https://ntb.kpu.go.id/a?b=1&c=2' })]]]),
    }),
  );
}

async function readBack(bytes: Uint8Array): Promise<RawWorkbook> {
  const path = join(newFolder(), 'lke.xlsx');
  writeFileSync(path, bytes);
  const read = await readRawWorkbook(path);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

function cellsOf(workbook: RawWorkbook, sheet: string): Map<string, RawCell> {
  const found = workbook.sheets.find(({ name }) => name === sheet);
  return new Map((found?.cells ?? []).map((cell) => [cellRef(cell), cell]));
}

describe('a workbook that we wrote', () => {
  it.each(LAYOUTS)('%s comes back with every value and every formula', async (layout) => {
    const bytes = await exported(layout);
    const [read, written] = [await readBack(bytes), readXlsx(new Uint8Array(bytes))];
    expect(read.sheets.map(({ name }) => name)).toEqual([...written.sheets.keys()]);
    for (const { name, state } of read.sheets) {
      expect(state !== 'visible').toBe(sheetOf(written, name).hidden);
      const cells = cellsOf(read, name);
      for (const [place, { value, formula }] of sheetOf(written, name).cells) {
        if (value === null && formula === null) continue;
        expect([place, ...pick(cells.get(place))]).toEqual([place, value, formula]);
      }
    }
  });

  it.each(LAYOUTS)('%s comes back with its notes, links, formats and merges', async (layout) => {
    const read = await readBack(await exported(layout));
    const main = read.sheets[0];
    const cells = main?.cells ?? [];
    expect(cells.filter(({ value }) => value === NOTE)).toHaveLength(instrument.indicators.length);
    const bukti = read.sheets.find(({ name }) => name === 'Bukti')?.cells ?? [];
    expect(bukti.map(({ link }) => link)).toContain('https://ntb.kpu.go.id/a?b=1&c=2');
    expect(cells.some(({ format }) => format === 'percent')).toBe(true);
    expect(main?.merges.length).toBeGreaterThan(0);
    const places = cells.map(({ row, column }) => row * 100_000 + column);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });
});

describeWithLibreOffice('a workbook that we wrote and LibreOffice saved', () => {
  it('comes back with the same answers and notes', async () => {
    const files = new Map<string, Buffer>();
    for (const layout of LAYOUTS) files.set(layout, await exported(layout));
    for (const [name, bytes] of await resave(files)) {
      const [before, after] = [
        await readBack(files.get(name) ?? Buffer.alloc(0)),
        await readBack(bytes),
      ];
      expect(after.sheets.map((sheet) => [sheet.name, sheet.state])).toEqual(
        before.sheets.map((sheet) => [sheet.name, sheet.state]),
      );
      expect(shown(after)).toEqual(shown(before));
    }
  });
});

/** Texts and typed numbers of the main sheet; formulas are written anew by each program. */
function shown(workbook: RawWorkbook): (readonly [string, RawCell['value']])[] {
  const cells = workbook.sheets[0]?.cells ?? [];
  return cells
    .filter(({ formula, value }) => formula === null && value !== null)
    .map((cell) => [cellRef(cell), cell.value] as const);
}

function pick(cell: RawCell | undefined): unknown[] {
  if (cell === undefined) return [];
  return [cell.error === null ? cell.value : `error ${cell.error}`, cell.formula];
}
