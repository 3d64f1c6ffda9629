import { cellRef, isOnGrid, parseCellRef, parseRowNumber, type CellPlace } from './cell-ref.js';
import { cellContent, DAYS_TO_1904, NO_CONTENT, ofText, type CellContent } from './cell-value.js';
import { MOST_CELL_CHARACTERS, MOST_FORMULA_CHARACTERS } from './limits.js';
import type { CellFormat } from './number-formats.js';
import type { XmlAttributes } from './parse-xml.js';
import type { RawCell } from './raw-workbook.js';
import type { ReadingBudget } from './reading-budget.js';
import { damaged, hostile, refuse } from './refusal.js';
import { movedFormula } from './shared-formula.js';
import { unescapeText } from './unescape-text.js';

export interface SheetContext {
  readonly strings: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly countsFrom1904: boolean;
  readonly budget: ReadingBudget;
}

/** A cell that is still being put together: the link comes after all cells. */
export type DraftCell = { -readonly [Key in keyof RawCell]: RawCell[Key] };

/** Collects the cells of one sheet from the events of its XML. */
export interface CellCollector {
  row(attributes: XmlAttributes): void;
  cell(attributes: XmlAttributes): void;
  formula(attributes: XmlAttributes): void;
  formulaText(text: string): void;
  value(text: string): void;
  inlineText(text: string): void;
  cellEnd(): void;
  /** By row, then column. Refuses two cells of one place. */
  finish(): DraftCell[];
}

interface OpenCell {
  readonly place: CellPlace;
  readonly type: string;
  readonly style: string;
  raw: string | null;
  inline: string | null;
  formula: { readonly text: string; readonly shared: string | null } | null;
}

interface SharedFormula {
  readonly text: string;
  readonly place: CellPlace;
}

export function collectCells(context: SheetContext): CellCollector {
  const cells: DraftCell[] = [];
  const shared = new Map<string, SharedFormula>();
  const followers: { readonly cell: DraftCell; readonly index: string }[] = [];
  let row = 0;
  let column = 0;
  let open: OpenCell | null = null;
  let shares: string | null = null;

  return {
    row: ({ r }) => {
      row = r === undefined ? row + 1 : parseRowNumber(r);
      column = 0;
    },
    cell: ({ r, t, s }) => {
      const place = r === undefined ? { row, column: column + 1 } : parseCellRef(r);
      if (place.row !== row || !isOnGrid(place)) damaged('cell-ref');
      column = place.column;
      open = { place, type: t ?? 'n', style: s ?? '', raw: null, inline: null, formula: null };
    },
    formula: ({ t, si }) => (shares = t === 'shared' ? (si ?? '') : null),
    formulaText: (text) => {
      if (text.length > MOST_FORMULA_CHARACTERS) hostile('formula');
      if (open !== null) open.formula = { text: unescapeText(text), shared: shares };
    },
    value: (text) => {
      if (open !== null) open.raw = text;
    },
    inlineText: (text) => {
      if (open !== null) open.inline = (open.inline ?? '') + text;
    },
    cellEnd: () => {
      const done = open === null ? null : draftOf(open, context);
      if (open !== null && done !== null) {
        cells.push(done);
        const { formula, place } = open;
        if (formula !== null && formula.shared !== null) {
          if (formula.text === '') followers.push({ cell: done, index: formula.shared });
          else if (!shared.has(formula.shared))
            shared.set(formula.shared, { text: formula.text, place });
        }
      }
      open = null;
    },
    finish: () => {
      for (const { cell, index } of followers) follow(cell, shared.get(index), context.budget);
      return inOrder(cells);
    },
  };
}

function draftOf(open: OpenCell, context: SheetContext): DraftCell | null {
  const content = contentOf(open, context);
  const formula = open.formula === null || open.formula.text === '' ? null : open.formula.text;
  const isEmpty = content.value === null && content.error === null;
  if (isEmpty && open.formula === null) return null;
  const length = typeof content.value === 'string' ? content.value.length : 0;
  if (length > MOST_CELL_CHARACTERS) {
    refuse('workbook-cell-too-long', { cell: cellRef(open.place), max: MOST_CELL_CHARACTERS });
  }
  context.budget.cell(length + (formula?.length ?? 0));
  const format = formatOf(open, context.formats);
  const from1904 = format === 'date' && context.countsFrom1904 && open.type !== 'd';
  // Each by name: with two hundred thousand cells a spread is felt.
  return {
    row: open.place.row,
    column: open.place.column,
    value: from1904 ? counted1900(content.value) : content.value,
    numberText: content.numberText,
    error: content.error,
    formula,
    link: null,
    format,
  };
}

function contentOf({ type, raw, inline }: OpenCell, { strings }: SheetContext): CellContent {
  if (inline !== null) return ofText(unescapeText(inline));
  if (raw !== null) return cellContent(type, raw, strings);
  return NO_CONTENT;
}

function formatOf({ type, style }: OpenCell, formats: readonly CellFormat[]): CellFormat {
  if (type === 'd') return 'date';
  return (/^\d{1,5}$/.test(style) ? formats[Number(style)] : undefined) ?? 'general';
}

function counted1900(value: RawCell['value']): RawCell['value'] {
  return typeof value === 'number' ? value + DAYS_TO_1904 : value;
}

/** A follower whose first cell is nowhere keeps its result and has no formula that could be told. */
function follow(cell: DraftCell, first: SharedFormula | undefined, budget: ReadingBudget): void {
  if (first === undefined) return;
  cell.formula = movedFormula(first.text, first.place, cell);
  budget.text(cell.formula.length);
}

function inOrder(cells: readonly DraftCell[]): DraftCell[] {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  sorted.forEach((cell, index) => {
    const before = sorted[index - 1];
    if (before?.row === cell.row && before.column === cell.column) damaged('cell-twice');
  });
  return sorted;
}
