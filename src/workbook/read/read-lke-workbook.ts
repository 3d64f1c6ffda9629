import { refused, type Outcome } from '../../domain/problem.js';
import type { LkeReading } from '../recognise/lke-reading.js';
import { isLkeReading } from './is-lke-reading.js';
import { runReader, type RunOptions } from './run-reader.js';

export interface LkeAsk {
  readonly instrumentId: string;
  /** The sheet to read, where the file has several that could be meant. */
  readonly sheet?: string;
}

/** What the LKE in a workbook file says. Only that comes back from the reading process. */
export async function readLkeWorkbook(
  path: string,
  { instrumentId, sheet }: LkeAsk,
  options: RunOptions = {},
): Promise<Outcome<LkeReading>> {
  const request = { kind: 'lke', path, instrumentId, sheet: sheet ?? null } as const;
  const read = await runReader(request, options);
  if (!read.ok) return read;
  if (isLkeReading(read.value)) return { ok: true, value: read.value };
  options.onFault?.('the reading has another shape');
  return refused('', 'workbook-failed');
}
