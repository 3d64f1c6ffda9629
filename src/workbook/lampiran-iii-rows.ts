import type { IndicatorCode, Instrument } from '../domain/instrument/instrument.js';
import { field, type CsvRow } from './csv-row.js';
import type { LabelLetter } from './layouts.js';
import type { TableRow } from './sheet-plan.js';

/**
 * Rows of the Lampiran III table: `text_columns` names the column of the number and of the text
 * ("FG"), or of the text alone ("G").
 */
export function lampiranIiiRows(instrument: Instrument, csv: readonly CsvRow[]): TableRow[] {
  return csv.map((line) => {
    const code = field(line, 'code');
    const indicator = instrument.byCode.get(code as IndicatorCode);
    const isGroup = indicator !== undefined && field(line, 'type') === '';
    const name = isGroup ? (indicator.group ?? '') : field(line, 'name');
    const columns = field(line, 'text_columns').split('') as LabelLetter[];
    const number = field(line, 'number');
    const text = isDashed(code, number) ? `- ${name}` : name;
    return {
      row: Number(field(line, 'row')),
      code,
      labels: labelsOf(columns, number, text),
      weight: field(line, 'weight'),
      isGroup,
    };
  });
}

/** A count without a number of its own is printed "- Jumlah …". */
function isDashed(code: string, number: string): boolean {
  return code.includes(':') && number === '';
}

function labelsOf(
  columns: readonly LabelLetter[],
  number: string,
  text: string,
): TableRow['labels'] {
  const [first, second] = columns;
  if (first === undefined) return {};
  return second === undefined ? { [first]: text } : { [first]: number, [second]: text };
}
