import type { Outcome } from '../../domain/problem.js';
import type { RawWorkbook } from './raw-workbook.js';
import { runReader, type RunOptions } from './run-reader.js';

/** All cells of a workbook file; use `readLkeWorkbook` where only the LKE in it is wanted. */
export async function readRawWorkbook(
  path: string,
  options: RunOptions = {},
): Promise<Outcome<RawWorkbook>> {
  return (await runReader({ kind: 'raw', path }, options)) as Outcome<RawWorkbook>;
}
