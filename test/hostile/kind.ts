import type { RawCell } from '../../src/workbook/read/raw-workbook.js';

/** A file that somebody could hand in, and what must come of it. */
export interface Kind {
  readonly name: string;
  readonly bytes: () => Buffer;
  readonly expected: Refused | ReadAs;
}

export interface Refused {
  readonly refused: string;
}

/** Cells of the first sheet by their place, each with what it must hold at least. */
export interface ReadAs {
  readonly cells: Readonly<Record<string, RawCell['value'] | Partial<RawCell>>>;
}

export function refusedAs(name: string, refused: string, bytes: () => Buffer): Kind {
  return { name, bytes, expected: { refused } };
}

export function readAs(name: string, cells: ReadAs['cells'], bytes: () => Buffer): Kind {
  return { name, bytes, expected: { cells } };
}
