import { forEachCovered, isFirstOf } from './covered-cells.js';
import { parseRange } from './cell-ref.js';
import { MOST_LINK_CHARACTERS } from './limits.js';
import { parseXml, prefixed, type XmlAttributes } from './parse-xml.js';
import type { RawRange, RawSheet } from './raw-workbook.js';
import { damaged, hostile } from './refusal.js';
import type { Relation } from './relations.js';
import {
  collectCells,
  type CellCollector,
  type DraftCell,
  type SheetContext,
} from './sheet-cells.js';

export type SheetContent = Pick<RawSheet, 'cells' | 'merges'>;

interface RawLink extends RawRange {
  readonly link: string;
}

/** The cells of a worksheet. Validations, columns, drawings and the rest are passed over unread. */
export function readSheet(
  bytes: Buffer,
  relations: ReadonlyMap<string, Relation>,
  context: SheetContext,
): SheetContent {
  const collector = collectCells(context);
  const merges: RawRange[] = [];
  const links: RawLink[] = [];
  parseXml(bytes, {
    open: (name, attributes, parent, depth) => {
      if (depth === 0 && name !== 'worksheet') damaged('worksheet');
      openCellPart(collector, name, attributes, parent, depth);
      if (name === 'mergeCell' && parent === 'mergeCells' && depth === 2) {
        context.budget.range();
        merges.push(parseRange(attributes.ref ?? ''));
      }
      if (name === 'hyperlink' && parent === 'hyperlinks' && depth === 2) {
        context.budget.range();
        const link = linkOf(attributes, relations);
        if (link !== null) links.push({ ...parseRange(attributes.ref ?? ''), link });
      }
    },
    close: (name, text, parent, depth) => closeCellPart(collector, name, text, parent, depth),
  });
  return { cells: uncovered(withLinks(collector.finish(), links), merges), merges };
}

function openCellPart(
  collector: CellCollector,
  name: string,
  attributes: XmlAttributes,
  parent: string,
  depth: number,
): void {
  if (name === 'row' && parent === 'sheetData' && depth === 2) collector.row(attributes);
  else if (name === 'c' && parent === 'row' && depth === 3) collector.cell(attributes);
  else if (name === 'f' && parent === 'c' && depth === 4) collector.formula(attributes);
}

function closeCellPart(
  collector: CellCollector,
  name: string,
  text: string,
  parent: string,
  depth: number,
): void {
  if (name === 'f' && parent === 'c' && depth === 4) collector.formulaText(text);
  else if (name === 'v' && parent === 'c' && depth === 4) collector.value(text);
  else if (name === 't' && (parent === 'is' || parent === 'r')) collector.inlineText(text);
  else if (name === 'c' && parent === 'row' && depth === 3) collector.cellEnd();
}

/** An address with its place in it, or "#" and a place in this workbook. */
function linkOf(
  attributes: XmlAttributes,
  relations: ReadonlyMap<string, Relation>,
): string | null {
  const relation = relations.get(prefixed(attributes, 'id') ?? '');
  const place = attributes.location ?? '';
  const link = (relation?.target ?? '') + (place === '' ? '' : `#${place.replace(/^#/, '')}`);
  if (link.length > MOST_LINK_CHARACTERS) hostile('link');
  return link === '' ? null : link;
}

/** The first link of a cell counts; a link on an empty cell makes it a cell with something in it. */
function withLinks(cells: readonly DraftCell[], links: readonly RawLink[]): DraftCell[] {
  const unused = new Set(links);
  forEachCovered(cells, links, (cell, link) => {
    cell.link ??= link.link;
    if (isFirstOf(cell, link)) unused.delete(link);
  });
  const added = [...unused].map(({ fromRow, fromColumn, link }) =>
    linkCell(fromRow, fromColumn, link),
  );
  if (added.length === 0) return [...cells];
  return [...cells, ...added].sort((a, b) => a.row - b.row || a.column - b.column);
}

function linkCell(row: number, column: number, link: string): DraftCell {
  const nothing = { value: null, numberText: null, error: null, formula: null };
  return { row, column, ...nothing, link, format: 'general' };
}

/** Of a merged range programs show the first cell only, whatever the others hold. */
function uncovered(cells: readonly DraftCell[], merges: readonly RawRange[]): DraftCell[] {
  const hidden = new Set<DraftCell>();
  forEachCovered(cells, merges, (cell, range) => {
    if (!isFirstOf(cell, range)) hidden.add(cell);
  });
  return hidden.size === 0 ? [...cells] : cells.filter((cell) => !hidden.has(cell));
}
