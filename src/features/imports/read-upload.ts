import { refused, type Outcome, type Problem } from '../../domain/problem.js';
import type { ReceivedFile } from '../../web/uploads.js';
import { readLkeWorkbook } from '../../workbook/read/read-lke-workbook.js';
import type { LkeReading } from '../../workbook/recognise/lke-reading.js';
import { checkReading } from './check-reading.js';
import type { ImportLke } from './compare-import.js';

/** A person chooses among so many at most, and each is read in its turn. */
const MOST_SHEETS = 8;

export interface ReadOptions {
  /** The sheet to read, where the person has said which. */
  readonly sheet?: string;
  /** Told what went wrong in the reader itself, for the log. */
  readonly onFault: (detail: string) => void;
}

/**
 * What a file says that belongs to this LKE: one reading, or one per sheet that could be meant.
 * Nothing of the file is kept.
 */
export async function readForLke(
  path: string,
  lke: ImportLke,
  { sheet, onFault }: ReadOptions,
): Promise<Outcome<readonly LkeReading[]>> {
  const { instrumentId } = lke;
  const ask = sheet === undefined ? { instrumentId } : { instrumentId, sheet };
  const read = await readLkeWorkbook(path, ask, { onFault });
  if (read.ok) return checked([read.value], lke);
  const names = ambiguousNames(read.problems);
  if (names === null) return read;
  if (names.length > MOST_SHEETS) {
    return refused('file', 'import-many-sheets', { count: names.length, most: MOST_SHEETS });
  }
  const readings: LkeReading[] = [];
  for (const name of names) {
    const one = await readLkeWorkbook(path, { instrumentId, sheet: name }, { onFault });
    if (!one.ok) return one;
    readings.push(one.value);
  }
  return checked(readings, lke);
}

/** Of several sheets those that bring something; all of them refused only where none does. */
function checked(readings: readonly LkeReading[], lke: ImportLke): Outcome<readonly LkeReading[]> {
  const judged = readings.map((reading) => ({ reading, problems: checkReading(reading, lke) }));
  const usable = judged.filter(({ problems }) => problems.length === 0);
  if (usable.length > 0) return { ok: true, value: usable.map(({ reading }) => reading) };
  return { ok: false, problems: [...(judged[0]?.problems ?? [])] };
}

/** Sheets that could be meant, one name per line (recognise-lke.ts). */
function ambiguousNames(problems: readonly Problem[]): readonly string[] | null {
  const found = problems.find(({ code }) => code === 'workbook-sheet-ambiguous');
  return found === undefined ? null : String(found.args?.['names'] ?? '').split('\n');
}

/** The one file of the form, by its ending; what it is decides the reader. */
export function onlyWorkbook(files: readonly ReceivedFile[]): Outcome<ReceivedFile> {
  const [file] = files;
  if (file === undefined) return refused('file', 'import-file-missing');
  if (/\.(?:xlsx|xls|xlsb|ods|csv)$/i.test(file.name)) return { ok: true, value: file };
  return refused('file', 'import-not-xlsx', { name: file.name });
}
