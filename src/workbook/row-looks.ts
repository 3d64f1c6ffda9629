import type { CellStyle } from './cells.js';
import { labelSpan } from './label-span.js';
import { LABEL_LETTERS, type Column, type LabelLetter } from './layouts.js';
import type { PlanRow } from './sheet-plan.js';
import { NUMBER_FORMATS, styleOf, type Edges, type Tone } from './styles.js';

/** How one cell of the main sheet looks; null where it stays bare. */
export function lookOf(row: PlanRow, column: Column): CellStyle | null {
  const tone = toneOf(row);
  switch (column.role) {
    case 'gap':
      return null;
    case 'label':
      return labelLook(row, column.letter as LabelLetter, tone);
    case 'id':
      return styleOf({ tone, shape: 'center', size: 8 });
    case 'weight':
    case 'value':
      return styleOf({ tone, shape: 'number', format: NUMBER_FORMATS.score });
    case 'percent':
      return styleOf({ tone, shape: 'number', format: NUMBER_FORMATS.percent });
    case 'choices':
      return styleOf({ tone, shape: 'center' });
    case 'answer':
      return answerLook(row, tone);
    case 'criteria':
    case 'note':
    case 'evidence':
    case 'evidence-with-links':
    case 'link':
      return styleOf({ tone, shape: 'text' });
  }
}

function toneOf(row: PlanRow): Tone {
  switch (row.kind) {
    case 'heading':
      return row.level;
    case 'total':
      return 'total';
    case 'indicator':
    case 'count':
      return 'plain';
  }
}

function labelLook(row: PlanRow, letter: LabelLetter, tone: Tone): CellStyle {
  const span = labelSpan(row);
  const isBroken = span !== null && span.isBroken && span.letter === letter;
  return styleOf({ tone, shape: isBroken ? 'label' : 'line', edges: edgesOf(letter) });
}

function edgesOf(letter: LabelLetter): Edges {
  if (letter === LABEL_LETTERS[0]) return 'left';
  return letter === LABEL_LETTERS.at(-1) ? 'right' : 'middle';
}

function answerLook(row: PlanRow, tone: Tone): CellStyle {
  if (row.kind === 'count') {
    const isComputed = row.input.computedFrom !== null;
    const fill = isComputed ? 'computed' : 'input';
    return styleOf({ tone: fill, shape: 'center', format: NUMBER_FORMATS.count });
  }
  if (row.kind !== 'indicator') return styleOf({ tone, shape: 'center' });
  switch (row.indicator.type) {
    case 'choice':
      return styleOf({ tone: 'input', shape: 'center' });
    case 'counts':
      return styleOf({ tone: 'computed', shape: 'center', format: NUMBER_FORMATS.percent });
    case 'index':
      return styleOf({ tone: 'input', shape: 'center', format: NUMBER_FORMATS.index });
  }
}
