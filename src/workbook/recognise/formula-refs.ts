import { columnNumber } from '../read/cell-ref.js';

/** Cells that a formula names in its own sheet. */
export interface Reference {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

const LONGEST = 8192;
const TEXTS = /"(?:[^"]|"")*"/g;
/** No name of a sheet is longer than 31 characters; bounded, so that no text takes long. */
const REFERENCE =
  /(?<![\p{L}\p{N}_.$!'])(?<sheet>(?:'(?:[^']|''){1,62}'|[\p{L}\p{N}_.]{1,31})!)?\$?(?<c1>[A-Z]{1,3})\$?(?<r1>\d{1,7})(?::\$?(?<c2>[A-Z]{1,3})\$?(?<r2>\d{1,7}))?(?![\p{L}\p{N}_(])/gu;
/** "[1]Sheet!A1", "'C:\folder\[file.xlsx]Sheet'!A1". */
const EXTERNAL = /\[\d{1,6}\]|\.(?:xls[xmb]?|ods|csv)\]|(?:file|https?):\/\//i;

/** References to the sheet itself; those to other sheets are left out. */
export function referencesIn(formula: string, sheet: string): Reference[] {
  const text = formula.slice(0, LONGEST).replace(TEXTS, '""');
  return [...text.matchAll(REFERENCE)].flatMap(({ groups }) => {
    const { sheet: named, c1 = '', r1 = '', c2, r2 } = groups ?? {};
    if (named !== undefined && bareName(named) !== sheet) return [];
    const rows = [Number(r1), Number(r2 ?? r1)] as const;
    const columns = [columnNumber(c1), columnNumber(c2 ?? c1)] as const;
    return {
      fromRow: Math.min(...rows),
      toRow: Math.max(...rows),
      fromColumn: Math.min(...columns),
      toColumn: Math.max(...columns),
    };
  });
}

export function covers(references: readonly Reference[], row: number, column: number): boolean {
  return references.some(
    (one) =>
      one.fromRow <= row && row <= one.toRow && one.fromColumn <= column && column <= one.toColumn,
  );
}

/** The formula reads another workbook. A link that HYPERLINK opens reads nothing. */
export function isExternal(formula: string): boolean {
  return EXTERNAL.test(formula.slice(0, LONGEST).replace(TEXTS, '""'));
}

/** Texts that a formula can give as its result. */
export function textsIn(formula: string): string[] {
  return [...formula.slice(0, LONGEST).matchAll(TEXTS)].map(([text]) =>
    text.slice(1, -1).replaceAll('""', '"'),
  );
}

function bareName(named: string): string {
  const name = named.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}
