import { MOST_CELLS, MOST_CHARACTERS_IN_ALL, MOST_RANGES } from './limits.js';
import { hostile, refuse } from './refusal.js';

/** What all sheets of a workbook may hold together; each call takes a part of it. */
export interface ReadingBudget {
  cell(characters: number): void;
  /** Characters of a cell that has been counted. */
  text(characters: number): void;
  range(): void;
}

export function newReadingBudget(): ReadingBudget {
  let [cells, characters, ranges] = [0, 0, 0];
  function text(more: number): void {
    characters += more;
    if (characters > MOST_CHARACTERS_IN_ALL) refuse('workbook-too-much-content');
  }
  return {
    cell: (more) => {
      cells += 1;
      if (cells > MOST_CELLS) refuse('workbook-too-many-cells', { max: MOST_CELLS });
      text(more);
    },
    text,
    range: () => {
      ranges += 1;
      if (ranges > MOST_RANGES) hostile('ranges');
    },
  };
}
