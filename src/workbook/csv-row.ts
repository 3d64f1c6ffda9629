/** A line of a row table in fixtures/instruments, by its column headings. */
export type CsvRow = Readonly<Record<string, string>>;

export function field(line: CsvRow, name: string): string {
  const value = line[name];
  if (value === undefined) throw new Error(`row table has no column ${name}`);
  return value;
}
