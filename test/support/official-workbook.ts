import ExcelJS from 'exceljs';
import type { Indicator } from '../../src/domain/instrument/instrument.js';
import { choicesOf } from '../../src/workbook/criteria.js';
import { layoutTable, letterOf, LABEL_LETTERS } from '../../src/workbook/layouts.js';
import type { Layout } from '../../src/workbook/lke-workbook-input.js';
import { sheetPlans } from '../../src/workbook/row-tables.js';
import type { PlanRow } from '../../src/workbook/sheet-plan.js';
import { xlsxFile } from '../../fixtures/example-files.js';
import { instrument } from './shipped.js';

export interface OfficialWords {
  readonly question?: string;
  readonly criteria?: string;
}

export interface OfficialBook {
  readonly layout?: Layout;
  /** What the sheet says of an indicator; null: it has no such row. */
  readonly words?: (indicator: Indicator) => OfficialWords | null;
  /** Name of the sheet, or of several alike. */
  readonly sheets?: readonly string[];
  /** Rows below the last one, by column letter. */
  readonly below?: readonly Readonly<Record<string, string>>[];
  /** What stands in the column of answers. */
  readonly answer?: (indicator: Indicator) => string | null;
}

/** Words that are nobody's: ours with a mark, and criteria as official sheets print them. */
export function exampleWords(indicator: Indicator): OfficialWords {
  // LHKPN and Non LHKPN are told apart by a word only: another one more would be too many.
  const mark = indicator.code.startsWith('A.II.5.iii.') ? '' : ' resmi';
  const question = `${indicator.name}${mark}`;
  if (indicator.type !== 'choice') return { question, criteria: `Rumus resmi ${indicator.code}` };
  const letters = indicator.options.map(({ letter }) => letter);
  if (letters[0] === 'Ya')
    return { question, criteria: `Ya, apabila ${indicator.code} terpenuhi.` };
  const lines = letters.map(
    (letter) => `${letter.toLowerCase()}. Naskah ${letter} ${indicator.code}`,
  );
  return { question, criteria: lines.join('\n') };
}

/** For pictures: our own words in the form in which official sheets print theirs. */
export function likelyWords(indicator: Indicator): OfficialWords {
  const question = indicator.name;
  if (indicator.type !== 'choice') return { question, criteria: indicator.explanation ?? '' };
  const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
  const [first] = indicator.options;
  if (first?.letter === 'Ya')
    return { question, criteria: `Ya, apabila ${small(first.criteria)}.` };
  const lines = indicator.options.map(
    ({ letter, criteria }) => `${letter.toLowerCase()}. Apabila ${small(criteria)};`,
  );
  return { question, criteria: lines.join('\n') };
}

/** A workbook as the ministry hands it out: no meta sheet, made from the rows of the layout. */
export async function officialWorkbook(book: OfficialBook = {}): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const { layout = 'lampiran-iii' } = book;
  const names = book.sheets ?? [layout === 'portalrb' ? 'Jawaban' : 'LKE ZI'];
  for (const name of names) fillSheet(workbook.addWorksheet(name), layout, book);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function fillSheet(sheet: ExcelJS.Worksheet, layout: Layout, book: OfficialBook): void {
  const table = layoutTable(layout, 'mandiri');
  for (const { letter, header } of table.columns) {
    if (header !== '') sheet.getCell(`${letter}${table.headerRow}`).value = header;
  }
  const plan = sheetPlans(instrument)[layout];
  const { words = exampleWords, answer = () => null } = book;
  for (const row of plan.rows) {
    const said = row.kind === 'indicator' ? words(row.indicator) : {};
    if (said === null) continue;
    writeLabels(sheet, row, said.question);
    const put = (role: 'criteria' | 'choices' | 'answer', value: string | null) => {
      const tier = role === 'answer' ? 'mandiri' : undefined;
      if (value !== null) sheet.getCell(`${letterOf(table, role, tier)}${row.row}`).value = value;
    };
    put('criteria', said.criteria ?? null);
    put('choices', choicesOf(row));
    if (row.kind === 'indicator') put('answer', answer(row.indicator));
  }
  (book.below ?? []).forEach((cells, index) => {
    for (const [letter, text] of Object.entries(cells)) {
      sheet.getCell(`${letter}${plan.lastRow + 2 + index}`).value = text;
    }
  });
}

function writeLabels(sheet: ExcelJS.Worksheet, row: PlanRow, question: string | undefined): void {
  const last = LABEL_LETTERS.findLast((letter) => row.labels[letter] !== undefined);
  for (const letter of LABEL_LETTERS) {
    const text = letter === last ? (question ?? row.labels[letter]) : row.labels[letter];
    if (text !== undefined) sheet.getCell(`${letter}${row.row}`).value = text;
  }
}

/** The same as the plainest of files, made at once: one sheet of texts. */
export function officialFile(): Buffer {
  const table = layoutTable('lampiran-iii', 'mandiri');
  const plan = sheetPlans(instrument)['lampiran-iii'];
  const letters = table.columns.map(({ letter }) => letter);
  const line = (cells: Readonly<Record<string, string>>) => letters.map((one) => cells[one] ?? '');
  const headers = table.columns.map(({ letter, header }) => [letter, header] as const);
  const rows = plan.rows.map((row) => {
    const criteria = row.kind === 'indicator' ? exampleWords(row.indicator).criteria : undefined;
    return line({ ...row.labels, I: criteria ?? '', J: choicesOf(row) ?? '' });
  });
  return xlsxFile([line({}), line(Object.fromEntries(headers)), ...rows]);
}
