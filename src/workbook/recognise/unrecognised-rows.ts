import { answerKey } from './cell-answer.js';
import type { FoundSheet } from './find-sheet.js';
import { cellName, textIn } from './grid.js';
import type { LkeReading } from './lke-reading.js';
import type { Line } from './sheet-lines.js';
import { choiceType } from './choice-type.js';

const MOST_TEXT = 200;

/** A numbered text of this length among the questions is a question, whatever stands beside it. */
const LEAST_QUESTION = 20;

/**
 * Rows below the headings that carry an answer or look like a question (a type of answer beside
 * them, or a number and a sentence) and belong to no row of the instrument.
 */
export function unrecognisedRows(found: FoundSheet): LkeReading['unrecognised'] {
  const { grid, columns, lines, matches } = found;
  const lineOf = new Map(lines.map((line) => [line.row, line]));
  const lastKnown = Math.max(...matches.targetOf.keys());
  const heading = answerKey(grid.at(columns.headerRow, columns.answer));
  return grid.rows.flatMap((row) => {
    if (row <= columns.headerRow || matches.targetOf.has(row)) return [];
    const answer = answerKey(grid.at(row, columns.answer));
    if (answer !== '' && answer === heading) return [];
    const line = lineOf.get(row);
    const choices = columns.choices === null ? '' : textIn(grid.at(row, columns.choices));
    const isTyped = line !== undefined && choiceType(choices) !== null;
    const isQuestion = isTyped || (row < lastKnown && isNumberedText(line));
    if (answer === '' && !isQuestion) return [];
    const text = line?.text ?? textIn(grid.at(row, columns.answer));
    return [{ cell: cellName(row, columns.answer), text: text.slice(0, MOST_TEXT) }];
  });
}

function isNumberedText(line: Line | undefined): boolean {
  return line !== undefined && line.number !== null && line.key.length >= LEAST_QUESTION;
}
