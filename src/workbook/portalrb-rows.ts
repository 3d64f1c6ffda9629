import { field, type CsvRow } from './csv-row.js';
import { LABEL_LETTERS, type LabelLetter } from './layouts.js';
import { TOTAL_CODES, type TableRow } from './sheet-plan.js';

/** Columns of the numbers of component, part, area and sub-component: "A." "I." "1." "i.". */
const NUMBER_LETTERS = ['B', 'C', 'D', 'E'] as const;
const ROMAN = /^[ivx]+\.?$/;

/**
 * Rows of the PortalRB table. Headings carry no code there: it follows from the numbers above
 * them. A heading lettered "a." where sub-components count in roman numerals belongs to the
 * indicator that follows.
 */
export function portalrbRows(csv: readonly CsvRow[]): TableRow[] {
  const path: string[] = [];
  let totals = 0;
  return csv.map((line, index) => {
    const given = field(line, 'kode').replace('#', ':');
    const isTotal = given === '' && field(line, 'B') !== '' && field(line, 'C') === '';
    const depth = NUMBER_LETTERS.findIndex((letter) => field(line, letter) !== '');
    const isGroup = given === '' && !isTotal && depth === 3 && !ROMAN.test(field(line, 'E'));
    if (given === '' && !isTotal && !isGroup) stepTo(path, depth, line);
    const code = isTotal ? TOTAL_CODES[totals++] : isGroup ? nextCode(csv, index) : given;
    return {
      row: Number(field(line, 'baris')),
      code: code === '' ? path.join('.') : (code ?? ''),
      labels: labelsOf(line),
      weight: field(line, 'H_bobot'),
      isGroup,
    };
  });
}

function stepTo(path: string[], depth: number, line: CsvRow): void {
  const letter = NUMBER_LETTERS[depth] ?? 'B';
  path.length = depth;
  path.push(field(line, letter).replace('.', ''));
}

function nextCode(csv: readonly CsvRow[], index: number): string {
  const next = csv[index + 1];
  return next === undefined ? '' : field(next, 'kode');
}

function labelsOf(line: CsvRow): TableRow['labels'] {
  const filled = LABEL_LETTERS.filter((letter) => field(line, letter) !== '');
  const labels: Partial<Record<LabelLetter, string>> = {};
  for (const letter of filled) labels[letter] = field(line, letter);
  return labels;
}
