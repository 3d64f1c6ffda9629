import type { Instrument } from '../../domain/instrument/instrument.js';
import { refused, type Outcome } from '../../domain/problem.js';
import type { RawWorkbook } from '../read/raw-workbook.js';
import type { LkeReading } from './lke-reading.js';

export interface RecogniseOptions {
  /** Name of the sheet to read, where the file has several that could be meant. */
  readonly sheet?: string;
}

/** What a filled LKE worksheet says, found by header text, row text and order. */
export function recogniseLke(
  raw: RawWorkbook,
  instrument: Instrument,
  options: RecogniseOptions,
): Outcome<LkeReading> {
  const sheet = raw.sheets.find(({ name }) => options.sheet === undefined || name === options.sheet);
  if (sheet === undefined || instrument.indicators.length === 0) {
    return refused('sheet', 'workbook-no-lke');
  }
  return refused('sheet', 'workbook-no-lke');
}
