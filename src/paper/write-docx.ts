import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import { docxBlocks, DOTS, MARGIN, NUMBERS, PAGE, RIGHT_HALF, TEXT_WIDTH } from './docx-blocks.js';
import { factParagraphs, FONT, gap, lines, paragraph } from './docx-text.js';
import type { Paper, PaperBlock, Signature } from './paper.js';

const BODY_SIZE = 24;
const SMALL = { size: 20 };
const FOOT = { size: 14 };
/** Of the width, for number and subject; the day takes the rest. */
const REFERENCE_WIDTH = 5700;

/** A paper as DOCX: the same words as on its page. Deterministic but for the time in its properties. */
export async function writeDocx(paper: Paper): Promise<Buffer> {
  const document = new Document({
    title: paper.title,
    creator: 'Tapak ZI',
    styles: {
      default: {
        document: {
          run: { font: FONT, size: BODY_SIZE, language: { value: 'id-ID' } },
          paragraph: { spacing: { line: 264, lineRule: LineRuleType.AUTO } },
        },
      },
    },
    numbering: { config: [listLook(DOTS), listLook(NUMBERS)] },
    sections: [
      {
        properties: { page: { size: PAGE, margin: MARGIN } },
        footers: { default: footerOf(paper) },
        children: [
          ...headOf(paper),
          ...docxBlocks(paper.blocks, true),
          ...signatureOf(paper.signature),
          ...copiesOf(paper.copies),
          ...annexOf(paper.annex),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function listLook(reference: string) {
  const isNumbers = reference === NUMBERS;
  const level = {
    level: 0,
    format: isNumbers ? LevelFormat.DECIMAL : LevelFormat.BULLET,
    text: isNumbers ? '%1.' : '•',
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 420, hanging: 420 } }, run: { font: FONT } },
  };
  return { reference, levels: [level] };
}

function headOf(paper: Paper): (Paragraph | Table)[] {
  const { agency, address } = paper.letterhead;
  const rule = { style: BorderStyle.DOUBLE, size: 6, color: '000000', space: 4 };
  return [
    ...agency.map((line) => centred(line, 28)),
    paragraph({
      alignment: AlignmentType.CENTER,
      border: { bottom: rule },
      spacing: { after: 240 },
      children: lines(address, { size: 18 }),
    }),
    ...paper.heading.map((line) => centred(line, BODY_SIZE)),
    ...(paper.heading.length > 0 ? [gap()] : []),
    ...referenceOf(paper),
    ...paper.addressee.map((line) => paragraph({ children: lines(line) })),
    ...(paper.addressee.length > 0 ? [gap()] : []),
  ];
}

/** Number and subject at the left, place and day in the same line at the right. */
function referenceOf({ reference, placeAndDay }: Paper): (Paragraph | Table)[] {
  if (reference.length === 0) return [];
  if (placeAndDay === '') return [...factParagraphs(reference), gap()];
  const cell = (size: number, children: Paragraph[]): TableCell =>
    new TableCell({
      width: { size, type: WidthType.DXA },
      margins: { left: 0, right: 0 },
      children,
    });
  const widths = [REFERENCE_WIDTH, TEXT_WIDTH - REFERENCE_WIDTH];
  const day = paragraph({ alignment: AlignmentType.RIGHT, children: lines(placeAndDay) });
  return [
    new Table({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: TableBorders.NONE,
      rows: [
        new TableRow({
          children: [cell(REFERENCE_WIDTH, factParagraphs(reference)), cell(widths[1] ?? 0, [day])],
        }),
      ],
    }),
    gap(),
  ];
}

function signatureOf({ placeAndDay, position, name, nip }: Signature): Paragraph[] {
  const said = [placeAndDay, position].filter((line) => line !== '');
  const at = { indent: { left: RIGHT_HALF }, keepNext: true };
  return [
    gap(true),
    ...said.map((line) => paragraph({ ...at, children: lines(line) })),
    ...[1, 2, 3].map(() => new Paragraph({ ...at, children: [] })),
    paragraph({ ...at, keepNext: nip !== '', children: lines(name, { bold: true }) }),
    ...(nip === '' ? [] : [paragraph({ indent: at.indent, children: lines(nip) })]),
  ];
}

function copiesOf(copies: readonly string[]): Paragraph[] {
  if (copies.length === 0) return [];
  const last = copies.length - 1;
  return [
    gap(),
    ...copies.map((text, at) => paragraph({ keepNext: at < last, children: lines(text, SMALL) })),
  ];
}

/** On pages of its own. */
function annexOf(annex: readonly PaperBlock[]): (Paragraph | Table)[] {
  if (annex.length === 0) return [];
  const turn = new Paragraph({
    pageBreakBefore: true,
    spacing: { line: 20, lineRule: LineRuleType.EXACT },
    children: [],
  });
  return [turn, ...docxBlocks(annex, false)];
}

function footerOf({ footer }: Paper): Footer {
  return new Footer({
    children: [
      paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          new TextRun({ text: `${footer}\t`, ...FOOT }),
          new TextRun({
            children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
            ...FOOT,
          }),
        ],
      }),
    ],
  });
}

function centred(text: string, size: number): Paragraph {
  return paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: 240, lineRule: LineRuleType.AUTO },
    keepNext: true,
    children: lines(text, { bold: true, size }),
  });
}
