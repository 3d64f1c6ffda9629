import type { Outcome } from '../../domain/problem.js';
import type { LkeReading } from '../recognise/lke-reading.js';
import { runReader, type RunOptions } from './run-reader.js';

export interface LkeAsk {
  readonly instrumentId: string;
  /** The sheet to read, where the file has several that could be meant. */
  readonly sheet?: string;
}

/** What the LKE in a workbook file says. Only that comes back from the reading process. */
export async function readLkeWorkbook(
  path: string,
  ask: LkeAsk,
  options: RunOptions = {},
): Promise<Outcome<LkeReading>> {
  const { instrumentId, sheet = null } = ask;
  const request = { kind: 'lke', path, instrumentId, sheet } as const;
  return (await runReader(request, options)) as Outcome<LkeReading>;
}
