import { isIntroduction, isLongRow } from '../paper/paper.js';
import type { Fact, Paper, PaperBlock, PaperTable, Signature } from '../paper/paper.js';

/** A paper as its page shows and prints it: the same words as its DOCX. */
export interface PaperView {
  readonly title: string;
  readonly agency: readonly string[];
  readonly address: string;
  readonly heading: readonly string[];
  readonly placeAndDay: string;
  readonly reference: readonly Fact[];
  readonly addressee: readonly string[];
  readonly blocks: readonly BlockView[];
  /** What is printed on the same sheet as the signature. */
  readonly ending: readonly BlockView[];
  readonly signature: Signature;
  readonly copies: readonly string[];
  readonly annex: readonly BlockView[];
  readonly footer: string;
}

/** One block, of which one part is there. */
interface BlockView {
  readonly heading: string | null;
  readonly subheading: string | null;
  readonly text: string | null;
  /** Stays with what follows. */
  readonly intro: string | null;
  readonly facts: readonly Fact[] | null;
  readonly items: readonly string[] | null;
  readonly numbered: readonly string[] | null;
  readonly label: readonly string[] | null;
  readonly table: TableView | null;
}

interface TableView {
  /** Names the scrolling region on a phone. */
  readonly label: string;
  readonly isWhole: boolean;
  readonly columns: readonly {
    readonly name: string;
    readonly isNumber: boolean;
    readonly width: number;
  }[];
  readonly rows: readonly {
    readonly isSum: boolean;
    readonly isLong: boolean;
    readonly cells: readonly { readonly text: string; readonly isNumber: boolean }[];
  }[];
}

export function paperView(paper: Paper): PaperView {
  const { title, letterhead, heading, reference, placeAndDay, addressee } = paper;
  const { blocks, signature, copies, annex, footer } = paper;
  const last = blocks.at(-1);
  const ending = last?.kind === 'text' || last?.kind === 'facts' ? [last] : [];
  return {
    title,
    agency: letterhead.agency,
    address: letterhead.address,
    heading,
    placeAndDay,
    reference,
    addressee,
    blocks: blockViews(blocks.slice(0, blocks.length - ending.length)),
    ending: blockViews(ending),
    signature,
    copies,
    annex: blockViews(annex),
    footer,
  };
}

const NOTHING: BlockView = {
  heading: null,
  subheading: null,
  text: null,
  intro: null,
  facts: null,
  items: null,
  numbered: null,
  label: null,
  table: null,
};

/** A table is named after the heading it stands under, since many have the same columns. */
function blockViews(blocks: readonly PaperBlock[]): readonly BlockView[] {
  let under = '';
  return blocks.map((block) => {
    if (block.kind === 'heading' || block.kind === 'subheading') under = `${block.text}: `;
    return blockView(block, under);
  });
}

function blockView(block: PaperBlock, under: string): BlockView {
  switch (block.kind) {
    case 'heading':
      return { ...NOTHING, heading: block.text };
    case 'subheading':
      return { ...NOTHING, subheading: block.text };
    case 'text':
      return { ...NOTHING, [isIntroduction(block.text) ? 'intro' : 'text']: block.text };
    case 'facts':
      return { ...NOTHING, facts: block.facts };
    case 'list':
      return { ...NOTHING, [block.isNumbered === true ? 'numbered' : 'items']: block.items };
    case 'label':
      return { ...NOTHING, label: block.lines };
    case 'table':
      return { ...NOTHING, table: tableView(block, under) };
  }
}

function tableView({ columns, rows, sums = [], isWhole }: PaperTable, under: string): TableView {
  return {
    label: under + columns.map(({ name }) => name).join(', '),
    isWhole: isWhole === true,
    columns,
    rows: rows.map((row, place) => ({
      isSum: sums.includes(place),
      isLong: isLongRow(row),
      cells: row.map((text, at) => ({ text, isNumber: columns[at]?.isNumber === true })),
    })),
  };
}
