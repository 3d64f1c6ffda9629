import type { Outcome } from '../../domain/problem.js';
import type { RawWorkbook } from './raw-workbook.js';
import { runReader, type RunOptions } from './run-reader.js';

/**
 * All cells of a workbook file, out of the same sealed process. The product itself asks only for
 * the LKE in a file (`readLkeWorkbook`): with this, tests read back what we write cell by
 * cell, and hold hostile files against the reader without the recogniser behind it.
 */
export async function readRawWorkbook(
  path: string,
  options: RunOptions = {},
): Promise<Outcome<RawWorkbook>> {
  return (await runReader({ kind: 'raw', path }, options)) as Outcome<RawWorkbook>;
}
