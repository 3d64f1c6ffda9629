import ExcelJS from 'exceljs';
import { workbookText } from '../text/messages/workbook.js';
import { writeEvidenceSheet } from './evidence-sheet.js';
import type { LkeWorkbookInput } from './lke-workbook-input.js';
import { writeLkeSheet } from './lke-sheet.js';
import { writeMetaSheet } from './meta-sheet.js';
import { packageXlsx } from './package-xlsx.js';
import { sheetData } from './sheet-data.js';
import { writeSummarySheet } from './summary-sheet.js';
import { writeUnitSheet } from './unit-sheet.js';
import { validationsOf } from './validations.js';

/**
 * One LKE as an official worksheet (xlsx): live formulas with the application's figures as their
 * stored results. Same input, same bytes. Throws for a tier that is not in `tiersOfLayout` and for
 * answers that do not fit the instrument (bugs of the caller).
 */
export async function writeLke(input: LkeWorkbookInput): Promise<Buffer> {
  const data = sheetData(input);
  const workbook = new ExcelJS.Workbook();
  setProperties(workbook, input);
  const main = writeLkeSheet(workbook, data);
  if (input.layout === 'portalrb') writeUnitSheet(workbook, data);
  writeSummarySheet(workbook, data);
  writeEvidenceSheet(workbook, data);
  writeMetaSheet(workbook, data);
  return packageXlsx(workbook, main.id, validationsOf(data));
}

function setProperties(workbook: ExcelJS.Workbook, input: LkeWorkbookInput): void {
  const { creator, title, year } = workbookText;
  workbook.creator = creator;
  workbook.lastModifiedBy = creator;
  workbook.created = new Date(input.exportedAt);
  workbook.modified = new Date(input.exportedAt);
  workbook.title = `${title}, ${year(input.year)}`;
}
