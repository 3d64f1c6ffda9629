/**
 * A workbook as it stands in the file, before anything is understood: bounded in size by the reader,
 * plain data that passes between processes as JSON.
 */
export interface RawWorkbook {
  /** In the order of the tabs, hidden ones included. */
  readonly sheets: readonly RawSheet[];
}

export interface RawSheet {
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  /** Cells that hold something, by row, then column. Of a merged range only the first. */
  readonly cells: readonly RawCell[];
  readonly merges: readonly RawRange[];
}

export interface RawCell {
  /** From 1. */
  readonly row: number;
  /** From 1 (A). */
  readonly column: number;
  /**
   * What the cell shows or, of a formula, its stored result; null where it has none. A date is the
   * number of days of the 1900 system, also where the file counts from 1904.
   */
  readonly value: string | number | boolean | null;
  /** A number as the file writes it ("3.6"); null for everything else. */
  readonly numberText: string | null;
  /** "#DIV/0!" and its like; null where the cell has no error. */
  readonly error: string | null;
  /** Without "="; of a shared formula the one it comes down to in this cell, where it can be told. */
  readonly formula: string | null;
  /** Target of the cell's hyperlink: an address, or "#Sheet!A1". Not checked. */
  readonly link: string | null;
  /** What the number format makes of a number. */
  readonly format: 'general' | 'percent' | 'date';
}

/** Rows and columns from 1, both ends included. */
export interface RawRange {
  readonly fromRow: number;
  readonly fromColumn: number;
  readonly toRow: number;
  readonly toColumn: number;
}
