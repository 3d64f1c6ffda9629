import { MOST_SHEETS, MOST_SHEET_NAME_CHARACTERS } from './limits.js';
import { parseXml, prefixed, type XmlAttributes } from './parse-xml.js';
import type { RawSheet } from './raw-workbook.js';
import { damaged, refuse } from './refusal.js';

export interface WorkbookPart {
  readonly sheets: readonly ListedSheet[];
  readonly countsFrom1904: boolean;
}

export interface ListedSheet {
  readonly name: string;
  readonly state: RawSheet['state'];
  readonly relationId: string;
}

/** The tabs in their order, and how the workbook counts its days. */
export function readWorkbookPart(bytes: Buffer): WorkbookPart {
  const sheets: ListedSheet[] = [];
  let countsFrom1904 = false;
  let root = '';
  parseXml(bytes, {
    open: (name, attributes, parent) => {
      if (parent === '') root = name;
      if (name === 'workbookPr') countsFrom1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
      if (name === 'sheet' && parent === 'sheets') sheets.push(listed(attributes));
      if (sheets.length > MOST_SHEETS) refuse('workbook-too-many-sheets', { max: MOST_SHEETS });
    },
  });
  if (root !== 'workbook' || hasTwins(sheets)) damaged('workbook');
  return { sheets, countsFrom1904 };
}

function listed(attributes: XmlAttributes): ListedSheet {
  const name = attributes.name ?? '';
  if (name === '' || name.length > MOST_SHEET_NAME_CHARACTERS) damaged('sheet-name');
  return { name, state: stateOf(attributes.state), relationId: prefixed(attributes, 'id') ?? '' };
}

function stateOf(state: string | undefined): RawSheet['state'] {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible';
}

/** Sheets are named by people and chosen by name, so a name stands for one sheet only. */
function hasTwins(sheets: readonly ListedSheet[]): boolean {
  return new Set(sheets.map(({ name }) => name.toLowerCase())).size !== sheets.length;
}
