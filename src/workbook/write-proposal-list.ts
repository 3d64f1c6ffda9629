import ExcelJS from 'exceljs';
import { proposalListText as text } from '../text/messages/proposal.js';
import { workbookText } from '../text/messages/workbook.js';
import { put } from './cells.js';
import { packageXlsx } from './package-xlsx.js';
import { printLandscape, type PrintedInput } from './page-setup.js';
import { fitRow } from './row-height.js';
import { styleOf } from './styles.js';
import { centeredIn, columnLetter, putHeadings, putRow, scoreIn, textIn } from './table-rows.js';

/** The satker of one letter to TPN, as a list that can be sorted and copied. */
export interface ProposalList extends PrintedInput {
  readonly heading: string;
  readonly reference: string;
  readonly rows: readonly ProposalListRow[];
}

export interface ProposalListRow {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly afirmasi: string;
  readonly total: number | null;
  readonly pengungkit: number | null;
  readonly hasil: number | null;
  readonly gates: string;
  readonly open: string;
  readonly reason: string;
}

const WIDTHS = [6, 10, 34, 20, 10, 10, 12, 10, 13, 44, 44] as const;
const HEADING_ROW = 4;

export async function writeProposalList(list: ProposalList): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = workbookText.creator;
  workbook.lastModifiedBy = workbookText.creator;
  workbook.created = new Date(list.exportedAt);
  workbook.modified = new Date(list.exportedAt);
  const sheet = workbook.addWorksheet(text.sheetName, {
    views: [{ state: 'frozen', ySplit: HEADING_ROW, xSplit: 3 }],
  });
  WIDTHS.forEach((width, at) => (sheet.getColumn(columnLetter(at)).width = width));
  const heading = styleOf({ tone: 'heading', shape: 'line', edges: 'none', size: 13 });
  put(sheet, 1, 'A', list.heading, heading);
  put(sheet, 2, 'A', list.reference, styleOf({ tone: 'plain', shape: 'line', edges: 'none' }));
  putHeadings(sheet, HEADING_ROW, text.columns);
  list.rows.forEach((row, at) => {
    const place = HEADING_ROW + 1 + at;
    const [label, score, middle] = [textIn('plain'), scoreIn('plain'), centeredIn('plain')];
    putRow(sheet, place, [
      [at + 1, middle],
      [row.code, middle],
      [row.name, label],
      [row.category, label],
      [row.afirmasi, middle],
      [row.total, score],
      [row.pengungkit, score],
      [row.hasil, score],
      [row.gates, middle],
      [row.open, label],
      [row.reason, label],
    ]);
    const long = [row.name, row.open, row.reason].map((words, index) => ({
      text: words,
      width: [WIDTHS[2], WIDTHS[9], WIDTHS[10]][index] ?? WIDTHS[2],
    }));
    fitRow(sheet, place, long);
  });
  printLandscape(sheet, { ...list, title: text.sheetName }, { titles: HEADING_ROW });
  return packageXlsx(workbook, sheet.id, []);
}
