import type { Workbook } from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { validationText } from '../text/messages/workbook.js';
import type { Validation } from './validations.js';

/** Same input, same bytes: the entries carry no time of writing (1980 is the oldest a zip knows). */
const NO_TIME = new Date(1980, 0, 1);

/**
 * The finished file. ExcelJS writes one rule per run of cells and stamps the entries with the time
 * of writing; so it only stores, and the rules of the main sheet are added here, one per type.
 */
export async function packageXlsx(
  workbook: Workbook,
  sheetId: number,
  validations: readonly Validation[],
): Promise<Buffer> {
  const stored = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } });
  const files = unzipSync(new Uint8Array(stored));
  const path = `xl/worksheets/sheet${sheetId}.xml`;
  const sheet = files[path];
  if (sheet === undefined) throw new Error(`the workbook has no ${path}`);
  if (validations.length > 0) {
    files[path] = strToU8(withValidations(strFromU8(sheet), validations));
  }
  const entries: Zippable = {};
  for (const [name, bytes] of Object.entries(files)) {
    if (name.endsWith('/')) continue;
    entries[name] = name.startsWith('xl/worksheets/sheet') ? withAutomaticHeights(bytes) : bytes;
  }
  return Buffer.from(zipSync(entries, { level: 6, mtime: NO_TIME }));
}

/** Our row heights are a start only: a row grows again when somebody types more into it. */
function withAutomaticHeights(bytes: Uint8Array): Uint8Array {
  const xml = strFromU8(bytes);
  return strToU8(xml.replace(/(<row [^>]*) customHeight="1"/g, '$1'));
}

/** Validations stand before hyperlinks, print options and margins (ECMA-376 CT_Worksheet). */
function withValidations(xml: string, validations: readonly Validation[]): string {
  const end = xml.indexOf('</sheetData>');
  const at = xml.slice(end).search(/<(hyperlinks|printOptions|pageMargins)[ >/]/);
  if (end === -1 || at === -1) throw new Error('the sheet has no place for its validations');
  const place = end + at;
  const rules = validations.map(ruleXml).join('');
  const block = `<dataValidations count="${validations.length}">${rules}</dataValidations>`;
  return xml.slice(0, place) + block + xml.slice(place);
}

function ruleXml({ type, formulas, message, cells }: Validation): string {
  const texts = ` errorTitle="${escapeXml(validationText.title)}" error="${escapeXml(message)}"`;
  const attributes = `type="${type}" allowBlank="1" showErrorMessage="1"${texts} sqref="${cells}"`;
  const limits = formulas.map(
    (formula, index) => `<formula${index + 1}>${escapeXml(formula)}</formula${index + 1}>`,
  );
  return `<dataValidation ${attributes}>${limits.join('')}</dataValidation>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
