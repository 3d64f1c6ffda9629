import type { Instrument } from '../../domain/instrument/instrument.js';
import type { Outcome } from '../../domain/problem.js';
import { readLkeWorkbook } from '../../workbook/read/read-lke-workbook.js';
import { draftOf, type WordingDraft } from './draft.js';

export interface WordingAsk {
  readonly path: string;
  readonly instrument: Instrument;
  /** The sheet to read; "" where the file has only one that can be meant. */
  readonly sheet: string;
  /** Told what went wrong in the reader itself, for the log. */
  readonly onFault: (detail: string) => void;
}

/** The official texts of a workbook file, or why they cannot be had; problems of it are the file's. */
export async function readWordingFile(ask: WordingAsk): Promise<Outcome<WordingDraft>> {
  const { path, instrument, sheet, onFault } = ask;
  const asked = { instrumentId: instrument.id, ...(sheet === '' ? {} : { sheet }) };
  const reading = await readLkeWorkbook(path, asked, { onFault });
  if (reading.ok) return draftOf(reading.value, instrument);
  const problems = reading.problems.map((one) => ({ ...one, field: one.field || 'file' }));
  return { ok: false, problems };
}
