import type { Worksheet } from 'exceljs';
import { formatInstant } from '../text/format.js';
import { printText, workbookText } from '../text/messages/workbook.js';
import { cellText } from './cell-text.js';
import type { LkeWorkbookInput } from './lke-workbook-input.js';
import type { PlanRow, SheetPlan } from './sheet-plan.js';

const A4 = 9;
/** Keeps a whole header below Excel's 255 characters, each "&" counted twice. */
const MOST_NAME_CHARACTERS = 90;
const SHOWN_HASH = 16;

/** What the head and foot of a printed page say. */
export type PrintedInput = Pick<
  LkeWorkbookInput,
  'year' | 'productVersion' | 'exportedAt' | 'timeZone' | 'historyHead'
> & { readonly satker: { readonly name: string }; readonly title?: string };

/** Landscape, one page wide, headings repeated; reads on A4 and on F4. */
export function printLandscape(
  sheet: Worksheet,
  input: PrintedInput,
  {
    titles,
    area,
    onePage,
  }: { titles?: number | readonly [number, number]; area?: string; onePage?: true },
): void {
  const [first, last] = typeof titles === 'object' ? titles : [titles, titles];
  Object.assign(sheet.pageSetup, {
    paperSize: A4,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: onePage === true ? 1 : 0,
    horizontalCentered: true,
    margins: { left: 0.3, right: 0.3, top: 0.6, bottom: 0.55, header: 0.25, footer: 0.25 },
    ...(titles === undefined ? {} : { printTitlesRow: `${first}:${last}` }),
    ...(area === undefined ? {} : { printArea: area.replace(/([A-Z])(\d)/g, '$1$$$2') }),
  });
  Object.assign(sheet.headerFooter, headerFooter(input));
}

/** Every area starts on a page of its own, together with the headings right above it. */
export function breakAtAreas(sheet: Worksheet, { rows }: SheetPlan): void {
  rows.forEach((row, index) => {
    const above = rows[index - 1];
    if (above === undefined || !opensPage(row, rows[index + 1])) return;
    if (!isHighHeading(above)) sheet.getRow(row.row - 1).addPageBreak();
  });
}

/** A component, a part of pengungkit or an area; the parts of Hasil share one page. */
function opensPage(row: PlanRow, below: PlanRow | undefined): boolean {
  if (row.kind !== 'heading') return false;
  if (row.level === 'part') return below?.kind === 'heading';
  return row.level === 'component' || row.level === 'area';
}

function isHighHeading(row: PlanRow): boolean {
  return row.kind === 'heading' && (row.level === 'component' || row.level === 'part');
}

function headerFooter(input: PrintedInput): { oddHeader: string; oddFooter: string } {
  const { satker, year, productVersion, exportedAt, timeZone, historyHead } = input;
  const left = `${input.title ?? workbookText.title}, ${workbookText.year(year)}`;
  const when = formatInstant(exportedAt, timeZone);
  const head =
    historyHead === null
      ? ''
      : printText.footerRight(historyHead.seq, historyHead.hash.slice(0, SHOWN_HASH));
  const footerLeft = printText.footerLeft(productVersion, when);
  return {
    oddHeader: sections(plainCode(left), '', plainCode(satker.name.slice(0, MOST_NAME_CHARACTERS))),
    oddFooter: sections(plainCode(footerLeft), printText.pages('&P', '&N'), plainCode(head)),
  };
}

function sections(left: string, center: string, right: string): string {
  return `&L${left}&C${center}&R${right}`;
}

/** In headers "&" starts a code (&P, &G …): a literal one is doubled. */
function plainCode(text: string): string {
  return cellText(text).replace(/\s+/g, ' ').replaceAll('&', '&&');
}
