import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import type { Fact, Paper, PaperBlock, PaperTable, Signature } from './paper.js';

/** The only place that writes DOCX. A4, measures in twentieths of a point. */
const PAGE = { width: 11906, height: 16838 };
const MARGIN = { top: 1134, bottom: 1134, left: 1418, right: 1134 };
const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
const FONT = 'Arial';
const LABEL_WIDTH = 1500;
const SIGNATURE_LEFT = 4900;
const BOLD = { bold: true };

/** A paper as DOCX: the same words as on its page. Deterministic but for the time in its properties. */
export async function writeDocx(paper: Paper): Promise<Buffer> {
  const document = new Document({
    title: paper.title,
    creator: 'Tapak ZI',
    styles: {
      default: {
        document: { run: { font: FONT, size: 22 }, paragraph: { spacing: { line: 276 } } },
      },
    },
    sections: [
      {
        properties: { page: { size: PAGE, margin: MARGIN } },
        footers: { default: footerOf(paper) },
        children: [
          ...headOf(paper),
          ...paper.blocks.flatMap(blockOf),
          ...signatureOf(paper.signature),
          ...copiesOf(paper.copies),
          ...annexOf(paper.annex),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function headOf(paper: Paper): (Paragraph | Table)[] {
  const { agency, address } = paper.letterhead;
  const rule = { style: BorderStyle.DOUBLE, size: 6, color: '000000', space: 4 };
  return [
    ...agency.map((line, at) => centred(line, { bold: true, size: at === 0 ? 28 : 26 })),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      border: { bottom: rule },
      spacing: { after: 240 },
      children: [new TextRun({ text: address, size: 18 })],
    }),
    ...paper.heading.map((line) => centred(line, { bold: true, size: 24 })),
    ...(paper.heading.length > 0 ? [gap()] : []),
    ...(paper.placeAndDay === ''
      ? []
      : [
          new Paragraph({ alignment: AlignmentType.RIGHT, children: [run(paper.placeAndDay)] }),
          gap(),
        ]),
    ...paper.reference.map((fact) => factOf(fact)),
    ...(paper.reference.length > 0 ? [gap()] : []),
    ...paper.addressee.map((line) => plain(line)),
    ...(paper.addressee.length > 0 ? [gap()] : []),
  ];
}

function blockOf(block: PaperBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block.text, HeadingLevel.HEADING_1, 24)];
    case 'subheading':
      return [heading(block.text, HeadingLevel.HEADING_2, 22)];
    case 'text':
      return [
        new Paragraph({
          alignment: AlignmentType.LEFT,
          spacing: { after: 120 },
          children: lines(block.text),
        }),
      ];
    case 'facts':
      return [...block.facts.map((fact) => factOf(fact, 3200)), gap()];
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({ bullet: { level: 0 }, spacing: { after: 60 }, children: lines(item) }),
      );
    case 'table':
      return [tableOf(block), gap()];
  }
}

function tableOf({ columns, rows }: PaperTable): Table {
  const widths = columns.map(({ width }) => Math.round((TEXT_WIDTH * width) / 100));
  const cell = (text: string, at: number, bold: boolean): TableCell =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      ...(bold ? { shading: { fill: 'E3EFF1' } } : {}),
      children: [
        new Paragraph({
          alignment: columns[at]?.isNumber === true ? AlignmentType.RIGHT : AlignmentType.LEFT,
          spacing: { line: 240 },
          children: lines(text, { bold, size: 18 }),
        }),
      ],
    });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ name }, at) => cell(name, at, true)),
  });
  const body = rows.map(
    (row) =>
      new TableRow({ cantSplit: true, children: row.map((text, at) => cell(text, at, false)) }),
  );
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [head, ...body],
  });
}

function signatureOf({ placeAndDay, position, name, nip }: Signature): Paragraph[] {
  const said = [placeAndDay, position].filter((line) => line !== '');
  const at = { indent: { left: SIGNATURE_LEFT }, keepNext: true };
  return [
    gap(),
    ...said.map((line) => new Paragraph({ ...at, children: lines(line) })),
    ...[1, 2, 3].map(() => new Paragraph({ ...at, children: [] })),
    new Paragraph({ ...at, children: [new TextRun({ text: name, ...BOLD })] }),
    ...(nip === '' ? [] : [new Paragraph({ indent: at.indent, children: [run(nip)] })]),
  ];
}

function copiesOf(copies: readonly string[]): Paragraph[] {
  const small = (text: string): Paragraph =>
    new Paragraph({ children: [new TextRun({ text, size: 18 })] });
  return copies.length === 0 ? [] : [gap(), ...copies.map(small)];
}

function annexOf(annex: readonly PaperBlock[]): (Paragraph | Table)[] {
  if (annex.length === 0) return [];
  return [new Paragraph({ pageBreakBefore: true, children: [] }), ...annex.flatMap(blockOf)];
}

function footerOf({ footer }: Paper): Footer {
  const size = 14;
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          new TextRun({ text: `${footer}\t`, size }),
          new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size }),
        ],
      }),
    ],
  });
}

function factOf({ label, value }: Fact, width = LABEL_WIDTH): Paragraph {
  return new Paragraph({
    tabStops: [
      { type: TabStopType.LEFT, position: width },
      { type: TabStopType.LEFT, position: width + 200 },
    ],
    indent: { left: width + 200, hanging: width + 200 },
    children: [run(`${label}\t:\t`), ...lines(value)],
  });
}

function heading(
  text: string,
  level: (typeof HeadingLevel)[keyof typeof HeadingLevel],
  size: number,
): Paragraph {
  return new Paragraph({
    heading: level,
    keepNext: true,
    spacing: { before: 200, after: 80 },
    children: [new TextRun({ text, ...BOLD, size, font: FONT, color: '000000' })],
  });
}

function centred(text: string, look: { bold: boolean; size: number }): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: 240 },
    children: [new TextRun({ text, ...look })],
  });
}

function plain(text: string): Paragraph {
  return new Paragraph({ children: lines(text) });
}

function gap(): Paragraph {
  return new Paragraph({ spacing: { line: 200 }, children: [] });
}

function run(text: string): TextRun {
  return new TextRun({ text });
}

/** Line ends as they were typed. */
function lines(text: string, look: { bold?: boolean; size?: number } = {}): TextRun[] {
  return text
    .split('\n')
    .map((line, at) => new TextRun({ text: line, ...look, ...(at === 0 ? {} : { break: 1 }) }));
}
