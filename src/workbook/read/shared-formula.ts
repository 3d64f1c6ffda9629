import { cellRef, columnNumber, isOnGrid, type CellPlace } from './cell-ref.js';

/** A text, a quoted name, a word with what may follow it, or a cell with its dollar signs. */
const TOKEN =
  /"[^"]*"|'[^']*'|(?<cell>\$?[A-Z]{1,3}\$?[1-9]\d{0,6})(?![\w.(!])|[A-Za-z_\\$][\w.$]*|\d[\w.]*/g;

/** "[", "A:C" and "2:4". */
const UNMOVABLE =
  /\[|(?<![A-Z0-9])\$?[A-Z]{1,3}:\$?[A-Z]{1,3}(?![A-Z0-9])|(?<![A-Z0-9$.])\$?\d{1,7}:\$?\d/;

/**
 * The formula of a shared formula's first cell as it reads in another of its cells: relative
 * references move along. Where it names tables, other files, whole rows or columns it stays as it is.
 */
export function movedFormula(formula: string, from: CellPlace, to: CellPlace): string {
  if (UNMOVABLE.test(formula)) return formula;
  const [down, right] = [to.row - from.row, to.column - from.column];
  return formula.replace(TOKEN, (token: string, ...rest: unknown[]) => {
    const { cell } = rest.at(-1) as { cell?: string };
    return cell === undefined ? token : movedRef(cell, down, right);
  });
}

function movedRef(ref: string, down: number, right: number): string {
  const [, fixColumn = '', letters = '', fixRow = '', digits = ''] =
    /^(\$?)([A-Z]+)(\$?)(\d+)$/.exec(ref) ?? [];
  const place = {
    row: Number(digits) + (fixRow === '' ? down : 0),
    column: columnNumber(letters) + (fixColumn === '' ? right : 0),
  };
  if (!isOnGrid(place)) return '#REF!';
  const [, movedLetters = '', movedDigits = ''] = /^([A-Z]+)(\d+)$/.exec(cellRef(place)) ?? [];
  return `${fixColumn}${movedLetters}${fixRow}${movedDigits}`;
}
