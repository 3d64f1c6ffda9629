import type { Instrument } from '../../domain/instrument/instrument.js';
import { refused, type Outcome } from '../../domain/problem.js';
import type { RawSheet, RawWorkbook } from '../read/raw-workbook.js';
import { answerKey } from './cell-answer.js';
import { findColumns, type Columns } from './find-columns.js';
import { gridOf, type Grid } from './grid.js';
import { matchLines, type Clues, type Matches } from './match-lines.js';
import { linesOf, type Line } from './sheet-lines.js';
import { targetsOf } from './targets.js';

/** The worksheet of a file with its columns and rows found. */
export interface FoundSheet {
  readonly grid: Grid;
  readonly columns: Columns;
  readonly lines: readonly Line[];
  readonly matches: Matches;
}

/** Fewer questions of the instrument than this do not make a worksheet of it. */
const FEWEST_QUESTIONS = 5;

/**
 * The sheet to read, by what it contains and never by its name: the one with the headings and
 * questions of the instrument. Hidden ones only where no visible one fits; of several the only one
 * that is filled; else the reader must say which.
 */
export function findSheet(
  raw: RawWorkbook,
  instrument: Instrument,
  { wanted, isOurs }: { readonly wanted: string | undefined; readonly isOurs: boolean },
): Outcome<FoundSheet> {
  const found = raw.sheets.flatMap((sheet) => foundIn(sheet, instrument, isOurs));
  if (wanted !== undefined) return chosen(found, wanted);
  const visible = found.filter(({ grid }) => grid.sheet.state === 'visible');
  const meant = visible.length > 0 ? visible : found;
  const filled = meant.filter(hasAnswers);
  const candidates = filled.length === 1 ? filled : meant;
  const [only, ...others] = candidates;
  if (only === undefined) return refused('sheet', 'workbook-no-lke');
  if (others.length > 0) {
    return refused('sheet', 'workbook-sheet-ambiguous', { names: namesOf(candidates) });
  }
  return { ok: true, value: only };
}

function foundIn(sheet: RawSheet, instrument: Instrument, isOurs: boolean): FoundSheet[] {
  const grid = gridOf(sheet);
  const columns = findColumns(grid);
  if (columns === null) return [];
  const lines = linesOf(grid, columns);
  const matches = matchLines(lines, targetsOf(instrument), {
    answerIn: ({ row }) => answerKey(grid.at(row, columns.answer)),
    isId: isOurs ? idOf(columns) : null,
  });
  const questions = [...matches.targetOf.values()].filter(({ kind }) => kind === 'indicator');
  return questions.length < FEWEST_QUESTIONS ? [] : [{ grid, columns, lines, matches }];
}

/** Our exports write the code of a row (Lampiran III) or its official number (PortalRB). */
function idOf({ layout }: Columns): Clues['isId'] {
  if (layout === 'lampiran-iii') return ({ key }, id) => key === id;
  return ({ portalrbRow }, id) => portalrbRow === Number(id);
}

function chosen(found: readonly FoundSheet[], wanted: string): Outcome<FoundSheet> {
  const value = found.find(({ grid }) => grid.sheet.name === wanted);
  if (value !== undefined) return { ok: true, value };
  if (found.length === 0) return refused('sheet', 'workbook-no-lke');
  return refused('sheet', 'workbook-sheet-unknown', { sheet: wanted, names: namesOf(found) });
}

function hasAnswers({ grid, columns, matches }: FoundSheet): boolean {
  return [...matches.targetOf].some(
    ([row, { kind }]) =>
      (kind === 'indicator' || kind === 'count') &&
      answerKey(grid.at(row, columns.answer)) !== '' &&
      grid.at(row, columns.answer)?.formula === null,
  );
}

/** Sheet names cannot hold a line break, so a list of lines can be taken apart again. */
function namesOf(found: readonly FoundSheet[]): string {
  return found.map(({ grid }) => grid.sheet.name).join('\n');
}
