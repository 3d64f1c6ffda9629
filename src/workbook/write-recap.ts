import ExcelJS from 'exceljs';
import { TARGETS } from '../domain/predikat/gate.js';
import { recapBookText as text } from '../text/messages/recap.js';
import { workbookText } from '../text/messages/workbook.js';
import { packageXlsx } from './package-xlsx.js';
import { writeAreaSheet } from './recap-area-sheet.js';
import { writeGateSheet } from './recap-gate-sheet.js';
import type { RecapInput } from './recap-input.js';
import { writeRecapSheet } from './recap-sheet.js';
import { writeTierSheet } from './recap-tier-sheet.js';

/**
 * The recap of a province (xlsx): Rekap, Tingkat where further tiers are shown, Area, Ambang
 * WBK and Ambang WBBM, with live formulas where
 * sums, averages and places are shown and the application's figures as their stored results. Same
 * input, same bytes.
 */
export async function writeRecap(input: RecapInput): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = workbookText.creator;
  workbook.lastModifiedBy = workbookText.creator;
  workbook.created = new Date(input.exportedAt);
  workbook.modified = new Date(input.exportedAt);
  workbook.title = text.heading(
    text.province(input.province.code, input.province.name),
    input.year,
  );
  const main = writeRecapSheet(workbook, input);
  writeTierSheet(workbook, input);
  writeAreaSheet(workbook, input);
  for (const target of TARGETS) writeGateSheet(workbook, input, target);
  return packageXlsx(workbook, main.id, []);
}
