import { exactToDecimal } from '../../../domain/exact.js';
import type { Indicator } from '../../../domain/instrument/instrument.js';
import { workbookText } from '../../../text/messages/workbook.js';
import { plainNumber } from '../cell-answer.js';
import { choiceType, expectedType } from '../choice-type.js';
import { cellName, numberIn, textIn } from '../grid.js';
import type { WorkbookDefect } from '../lke-reading.js';
import type { Target } from '../targets.js';
import { cellIn, defect, knownRows, type DefectContext } from './context.js';

/** Weights, types and letters that differ from the instrument, and questions that stand twice. */
export function rowDefects(context: DefectContext): WorkbookDefect[] {
  const rows = knownRows(context);
  const hasTypes = rows.some(({ row }) => typeAt(context, row) !== '');
  return [
    ...rows.flatMap(({ row, target }) => weightDefect(context, row, target)),
    ...rows.flatMap(({ row, target }) => (hasTypes ? typeDefect(context, row, target) : [])),
    ...(context.ours === null ? swappedLetters(context) : []),
    ...twins(context),
  ];
}

function weightDefect(context: DefectContext, row: number, target: Target): WorkbookDefect[] {
  const place = cellIn(context, row, 'weight');
  if (place === null || target.weight === null) return [];
  const typed = numberIn(place.cell) ?? numberOf(textIn(place.cell));
  if (typed === null) return [];
  const expected = exactToDecimal(target.weight, 6, 'half-up');
  if (Math.abs(typed - Number(expected)) < 1e-9) return [];
  return [defect('weight-differs', place.name, { found: plainNumber(typed), expected })];
}

function numberOf(text: string): number | null {
  const typed = text.trim().replace(',', '.');
  return /^\d{1,6}(\.\d{1,9})?$/.test(typed) ? Number(typed) : null;
}

/** The official formulas go by the type of a row: overwritten, the row is left out of the score. */
function typeDefect(context: DefectContext, row: number, target: Target): WorkbookDefect[] {
  const indicator = context.instrument.indicators.find(({ code }) => code === target.code);
  const place = cellIn(context, row, 'choices');
  if (indicator === undefined || place === null) return [];
  const isCount = target.kind === 'count';
  const found = typeAt(context, row);
  const expected = isCount ? workbookText.countChoice : typeText(indicator);
  if (found === '') return isCount ? [] : [defect('type-missing', place.name, { expected })];
  const type = isCount ? 'count' : expectedType(indicator);
  return choiceType(found) === type
    ? []
    : [defect('type-overwritten', place.name, { found: found.slice(0, 60), expected })];
}

function typeAt(context: DefectContext, row: number): string {
  return textIn(cellIn(context, row, 'choices')?.cell ?? null).trim();
}

function typeText(indicator: Indicator): string {
  switch (indicator.type) {
    case 'choice':
      return indicator.options.map(({ letter }) => letter).join('/');
    case 'counts':
      return workbookText.percentChoice;
    case 'index':
      return workbookText.indexChoice('0', exactToDecimal(indicator.maximum, 2, 'half-up'));
  }
}

/** Letters out of order within a sub-component; rows are matched by their text all the same. */
function swappedLetters({ instrument, found }: DefectContext): WorkbookDefect[] {
  return instrument.subcomponents.flatMap(({ name, indicators }) => {
    const lines = indicators.flatMap(({ code }) => {
      const line = found.matches.rowOf.get(code);
      const own = code.split('.').at(-1) ?? '';
      const isLetter = /^[a-z]$/.test(line?.number ?? '');
      return line !== undefined && isLetter ? [{ line, isOwn: line.number === own }] : [];
    });
    const wrong = lines.filter(({ isOwn }) => !isOwn);
    const [first] = wrong;
    if (first === undefined || lines.length < 2) return [];
    const cell = cellName(first.line.row, found.columns.label[0]);
    const letters = wrong.map(({ line }) => line.number ?? '').join(', ');
    return [defect('letters-swapped', cell, { name, letters })];
  });
}

/** Rows with the wording of a question that another row already is. */
function twins({ found }: DefectContext): WorkbookDefect[] {
  return found.matches.undecided.flatMap(({ line, targets }) => {
    const [target] = targets;
    if (target === undefined || target.code === null) return [];
    const other = found.matches.rowOf.get(target.key)?.row;
    const cell = cellName(line.row, found.columns.answer);
    const place = other === undefined ? '' : cellName(other, found.columns.answer);
    return [defect('question-twice', cell, { other: place })];
  });
}
