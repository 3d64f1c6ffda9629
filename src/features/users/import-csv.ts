import { CsvError, parse } from 'csv-parse/sync';
import { refused, type Outcome } from '../../domain/problem.js';

/** The columns of the import, as its first line names them. */
export const IMPORT_COLUMNS = ['username', 'nama', 'email', 'peran', 'satker'] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

export const MOST_ROWS = 1000;
/** The confirmation sends the list once more, as an ordinary form. */
const MOST_ENCODED = 240_000;

/** One line of the file; `cells` is null where it has too few or too many columns. */
export interface CsvRow {
  readonly line: number;
  readonly cells: Readonly<Record<ImportColumn, string>> | null;
  readonly found: number;
}

export interface CsvTable {
  readonly rows: readonly CsvRow[];
  readonly columns: number;
}

/** Bytes of a file as text, without byte order mark; refused unless they are UTF-8. */
export function decodeCsv(bytes: Uint8Array): Outcome<string> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? refused('file', 'csv-not-utf8') : { ok: true, value: text };
  } catch {
    return refused('file', 'csv-not-utf8');
  }
}

/** The rows under the line of column names; comma or semicolon, whichever that line uses. */
export function readCsv(text: string): Outcome<CsvTable> {
  const field = 'text';
  const body = text.replace(/^\ufeff/, '');
  if (body.trim() === '') return refused(field, 'csv-missing');
  if (encodeURIComponent(body.toWellFormed()).length > MOST_ENCODED) {
    return refused(field, 'csv-too-large', { max: MOST_ROWS });
  }
  const records = parseRecords(body);
  if (!records.ok) return records;
  const [header, ...rows] = records.value;
  const places = header === undefined ? null : columnPlaces(header.cells);
  if (places === null) return refused(field, 'csv-header', { expected: IMPORT_COLUMNS.join(', ') });
  if (rows.length === 0) return refused(field, 'csv-no-rows');
  if (rows.length > MOST_ROWS) return refused(field, 'csv-too-large', { max: MOST_ROWS });
  const columns = header?.cells.length ?? 0;
  return { ok: true, value: { columns, rows: rows.map((row) => rowOf(row, places, columns)) } };
}

interface RawRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

function parseRecords(text: string): Outcome<readonly RawRecord[]> {
  try {
    const parsed: unknown = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    });
    const records = parsed as { info: { lines: number }; record: string[] }[];
    const value = records.map(({ info, record }) => ({ line: info.lines, cells: record }));
    return { ok: true, value };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refused('text', 'csv-broken', { line: Number(error['lines'] ?? 1) });
  }
}

function delimiterOf(text: string): ',' | ';' {
  const header = text.split(/\r?\n|\r/, 1)[0] ?? '';
  return header.split(';').length > header.split(',').length ? ';' : ',';
}

/** Where each column stands; null unless every one is named exactly once and nothing else is. */
function columnPlaces(header: readonly string[]): ReadonlyMap<ImportColumn, number> | null {
  const names = header.map((name) => name.trim().toLowerCase());
  const places = new Map(IMPORT_COLUMNS.map((column) => [column, names.indexOf(column)]));
  const complete = names.length === places.size && ![...places.values()].includes(-1);
  return complete ? places : null;
}

function rowOf(
  { line, cells }: RawRecord,
  places: ReadonlyMap<ImportColumn, number>,
  columns: number,
): CsvRow {
  if (cells.length !== columns) return { line, cells: null, found: cells.length };
  const cell = (column: ImportColumn) => cells[places.get(column) ?? -1] ?? '';
  return {
    line,
    found: cells.length,
    cells: {
      username: cell('username'),
      nama: cell('nama'),
      email: cell('email'),
      peran: cell('peran'),
      satker: cell('satker'),
    },
  };
}
