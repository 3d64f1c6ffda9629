import {
  AlignmentType,
  HeadingLevel,
  LineRuleType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  type Paragraph,
} from 'docx';
import { factParagraphs, gap, lines, paragraph } from './docx-text.js';
import { isIntroduction, isLongRow, type PaperBlock, type PaperTable } from './paper.js';

/** A4, upright; measures in twentieths of a point. */
export const PAGE = { width: 11906, height: 16838 };
export const MARGIN = { top: 1134, bottom: 1418, left: 1701, right: 1134 };
export const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
/** Where the signature and the label of an annex begin. */
export const RIGHT_HALF = 4700;
export const DOTS = 'dots';
export const NUMBERS = 'numbers';

const TABLE_SIZE = 19;

/** The blocks of a paper. `endsInSignature`: the last words stay with what follows. */
export function docxBlocks(
  blocks: readonly PaperBlock[],
  endsInSignature: boolean,
): (Paragraph | Table)[] {
  const last = blocks.length - 1;
  return blocks.flatMap((block, at) => {
    const isLast = endsInSignature && at === last;
    return docxBlock(block, at, isLast || isAboutTable(block, blocks[at + 1]));
  });
}

/** Facts above a table are about it. */
function isAboutTable(block: PaperBlock, next: PaperBlock | undefined): boolean {
  return block.kind === 'facts' && next?.kind === 'table';
}

function docxBlock(block: PaperBlock, place: number, keepNext: boolean): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block.text, HeadingLevel.HEADING_1, 24)];
    case 'subheading':
      return [heading(block.text, HeadingLevel.HEADING_2, 23)];
    case 'text':
      return [textParagraph(block.text, keepNext)];
    case 'facts':
      return [...factParagraphs(block.facts, keepNext), gap(keepNext)];
    case 'list':
      return listOf(block.items, block.isNumbered === true, place, keepNext);
    case 'label':
      return [...block.lines.map(labelLine), gap(true)];
    case 'table':
      return [tableOf(block), gap(keepNext)];
  }
}

function textParagraph(text: string, keepNext: boolean): Paragraph {
  return paragraph({
    alignment: text.includes('\n') ? AlignmentType.LEFT : AlignmentType.JUSTIFIED,
    spacing: { after: 120 },
    keepNext: keepNext || isIntroduction(text),
    keepLines: keepNext,
    children: lines(text),
  });
}

/** `place` keeps lists apart, so that each begins at 1. */
function listOf(
  items: readonly string[],
  isNumbered: boolean,
  place: number,
  keepNext: boolean,
): Paragraph[] {
  const numbering = isNumbered
    ? { reference: NUMBERS, level: 0, instance: place }
    : { reference: DOTS, level: 0 };
  return items.map((item, at) => {
    const isLast = at === items.length - 1;
    const spacing = { after: isLast ? 120 : 60 };
    return paragraph({ numbering, spacing, keepNext: keepNext && isLast, children: lines(item) });
  });
}

function labelLine(text: string): Paragraph {
  return paragraph({ indent: { left: RIGHT_HALF }, keepNext: true, children: lines(text) });
}

function tableOf({ columns, rows, sums = [], isWhole }: PaperTable): Table {
  const widths = columns.map(({ width }) => Math.round((TEXT_WIDTH * width) / 100));
  const row = (cells: readonly string[], place: number): TableRow =>
    new TableRow({
      tableHeader: place < 0,
      cantSplit: !isLongRow(cells),
      children: cells.map((text, at) => {
        const isNumber = columns[at]?.isNumber === true;
        const keepNext = place < 0 || (isWhole === true && place < rows.length - 1);
        const look = { isNumber, isHead: place < 0, isBold: place < 0 || sums.includes(place) };
        return cellOf(text, widths[at] ?? 0, { ...look, keepNext });
      }),
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      row(
        columns.map(({ name }) => name),
        -1,
      ),
      ...rows.map(row),
    ],
  });
}

interface CellLook {
  readonly isNumber: boolean;
  readonly isHead: boolean;
  readonly isBold: boolean;
  readonly keepNext: boolean;
}

function cellOf(
  text: string,
  width: number,
  { isNumber, isHead, isBold, keepNext }: CellLook,
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(isHead ? { shading: { fill: 'E3EFF1' } } : {}),
    children: [
      paragraph({
        alignment: isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT,
        spacing: { line: 240, lineRule: LineRuleType.AUTO },
        keepNext,
        children: lines(text, { bold: isBold, size: TABLE_SIZE }),
      }),
    ],
  });
}

function heading(
  text: string,
  level: (typeof HeadingLevel)[keyof typeof HeadingLevel],
  size: number,
): Paragraph {
  return paragraph({
    heading: level,
    keepNext: true,
    spacing: { before: 200, after: 80 },
    children: lines(text, { bold: true, size, color: '000000' }),
  });
}
