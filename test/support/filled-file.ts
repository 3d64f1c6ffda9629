import { xlsxFile } from '../../fixtures/example-files.js';
import { choicesOf } from '../../src/workbook/criteria.js';
import { layoutTable } from '../../src/workbook/layouts.js';
import { sheetPlans } from '../../src/workbook/row-tables.js';
import { instrument } from './shipped.js';

/** The plainest worksheet there is, made at once: one sheet of texts, two answers and a note. */
export function filledFile(note = 'SK 1/2026'): Buffer {
  const table = layoutTable('lampiran-iii', 'mandiri');
  const letters = table.columns.map(({ letter }) => letter);
  const line = (cells: Readonly<Record<string, string>>) => letters.map((one) => cells[one] ?? '');
  const headers = table.columns.map(({ letter, header }) => [letter, header] as const);
  const answers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'A.I.1.i.a': { K: 'Ya', O: note },
    'A.I.1.i.b': { K: 'B' },
  };
  const rows = sheetPlans(instrument)['lampiran-iii'].rows.map((row) => {
    const code = row.kind === 'indicator' ? row.indicator.code : '';
    return line({ ...row.labels, J: choicesOf(row) ?? '', ...answers[code] });
  });
  return xlsxFile([line({}), line(Object.fromEntries(headers)), ...rows]);
}
