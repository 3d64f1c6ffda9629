import ExcelJS, { type CellValue, type Style } from 'exceljs';

/** A workbook as plain cells, so that others can write the same. */
export interface PlainWorkbook {
  readonly styles: readonly Partial<Style>[];
  readonly sheets: readonly PlainSheet[];
}

export interface PlainSheet {
  readonly name: string;
  readonly widths: readonly (readonly [column: number, width: number])[];
  readonly merges: readonly string[];
  readonly cells: readonly PlainCell[];
}

export interface PlainCell {
  readonly row: number;
  readonly column: number;
  readonly style: number;
  readonly value: string | number | boolean | null;
  /** Without "="; `value` is its stored result. */
  readonly formula: string | null;
  readonly link: string | null;
}

/** Every cell, style, width and merge of a finished workbook. */
export async function cellsOf(bytes: Buffer): Promise<PlainWorkbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const numbers = new Map<string, number>();
  const styles: Partial<Style>[] = [];

  function numberOf(style: Partial<Style>): number {
    const key = JSON.stringify(style);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, styles.length);
    return styles.push(JSON.parse(key) as Partial<Style>) - 1;
  }

  const sheets = workbook.worksheets.map((sheet) => {
    const cells: PlainCell[] = [];
    sheet.eachRow({ includeEmpty: false }, (row) => {
      row.eachCell({ includeEmpty: false }, (cell) => {
        if (cell.isMerged && cell.master !== cell) return;
        const place = { row: row.number, column: Number(cell.col) };
        cells.push({ ...place, style: numberOf(cell.style), ...contentOf(cell.value) });
      });
    });
    const widths = sheet.columns.map((column, at) => [at + 1, column.width ?? 9] as const);
    const { merges } = sheet.model as unknown as { merges: string[] };
    return { name: sheet.name, widths, merges, cells };
  });
  return { styles, sheets };
}

function contentOf(value: CellValue): Pick<PlainCell, 'value' | 'formula' | 'link'> {
  if (value === null || typeof value !== 'object') {
    return { value: value ?? null, formula: null, link: null };
  }
  if (value instanceof Date) return { value: serialOf(value), formula: null, link: null };
  if ('formula' in value) {
    const { result } = value;
    const isPlain = typeof result !== 'object' && result !== undefined;
    return { value: isPlain ? result : null, formula: value.formula, link: null };
  }
  if ('hyperlink' in value) return { value: value.text, formula: null, link: value.hyperlink };
  throw new Error(`a cell of another kind: ${JSON.stringify(value)}`);
}

/** Days are written as numbers with a date format; ExcelJS reads those as dates. */
function serialOf(date: Date): number {
  return (date.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000;
}

/** ExcelJS as its manual has it: the same cells with the same styles, nothing else. */
export async function writePlain({ styles, sheets }: PlainWorkbook): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const { name, widths, merges, cells } of sheets) {
    const sheet = workbook.addWorksheet(name);
    for (const [column, width] of widths) sheet.getColumn(column).width = width;
    for (const { row, column, style, value, formula, link } of cells) {
      const cell = sheet.getCell(row, column);
      cell.style = styles[style] ?? {};
      if (formula !== null) cell.value = { formula, result: value ?? '' };
      else if (link !== null) cell.value = { text: String(value), hyperlink: link };
      else cell.value = value;
    }
    for (const range of merges) sheet.mergeCells(range);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
