import ExcelJS from 'exceljs';
import type TestAgent from 'supertest/lib/agent.js';
import { layoutTable, letterOf, type LayoutTable } from '../../src/workbook/layouts.js';
import type { Layout } from '../../src/workbook/lke-workbook-input.js';
import { sheetPlans } from '../../src/workbook/row-tables.js';
import { rowOf } from '../../src/workbook/sheet-plan.js';
import { LKE } from './filling.js';
import { instrument } from './shipped.js';

/** The worksheet as a person downloads it. */
export async function download(
  agent: TestAgent,
  layout: Layout = 'lampiran-iii',
  lke = LKE,
): Promise<Buffer> {
  const reply = await agent.get(`${lke}/unduhan/${layout}.xlsx`).responseType('blob').expect(200);
  return reply.body as Buffer;
}

export interface Edits {
  readonly layout?: Layout;
  /** By code, or "code:count"; null empties the cell. */
  readonly answers?: Readonly<Record<string, string | number | null>>;
  readonly notes?: Readonly<Record<string, string | null>>;
  /** Lampiran III only: what stands in the columns of evidence. */
  readonly links?: Readonly<Record<string, { readonly name: string; readonly href: string }>>;
  /** Without the sheets that tell it for an export of ours. */
  readonly isForeign?: boolean;
  /** Everything else a person may do to a file. */
  readonly also?: (workbook: ExcelJS.Workbook, main: ExcelJS.Worksheet) => void;
}

/** The same file after somebody has worked in it offline. */
export async function edited(bytes: Buffer, edits: Edits): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const { layout = 'lampiran-iii' } = edits;
  const [main] = workbook.worksheets;
  if (main === undefined) throw new Error('no sheet');
  const table = layoutTable(layout, 'mandiri');
  const plan = sheetPlans(instrument)[layout];
  const cell = (code: string, letter: string) => main.getCell(`${letter}${rowOf(plan, code)}`);
  for (const [code, value] of Object.entries(edits.answers ?? {})) {
    cell(code, letterOf(table, 'answer', 'mandiri')).value = value;
  }
  for (const [code, note] of Object.entries(edits.notes ?? {})) {
    cell(code, letterOf(table, 'note', 'mandiri')).value = note;
  }
  for (const [code, link] of Object.entries(edits.links ?? {})) {
    putLink((letter) => cell(code, letter), table, link);
  }
  if (edits.isForeign === true) makeForeign(workbook, main, layout);
  edits.also?.(workbook, main);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function putLink(
  cell: (letter: string) => ExcelJS.Cell,
  table: LayoutTable,
  { name, href }: { readonly name: string; readonly href: string },
): void {
  cell(letterOf(table, 'evidence')).value = name;
  cell(letterOf(table, 'link')).value = { text: href, hyperlink: href };
}

/** Our codes in the first column and the hidden sheet are ours alone. */
function makeForeign(workbook: ExcelJS.Workbook, main: ExcelJS.Worksheet, layout: Layout): void {
  for (const sheet of workbook.worksheets.filter((one) => one !== main)) {
    workbook.removeWorksheet(sheet.id);
  }
  if (layout !== 'lampiran-iii') return;
  main.getColumn(1).eachCell((cell, row) => {
    if (row > 2) cell.value = row;
  });
}
