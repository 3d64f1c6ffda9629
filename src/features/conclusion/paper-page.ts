import type { Fact, Paper, PaperBlock, PaperColumn, Signature } from '../../paper/paper.js';
import type { LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';

export interface PaperPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly backHref: string;
  readonly docxHref: string;
  readonly docx: string;
  readonly agency: readonly string[];
  readonly address: string;
  readonly heading: readonly string[];
  readonly placeAndDay: string;
  readonly reference: readonly Fact[];
  readonly addressee: readonly string[];
  readonly blocks: readonly BlockView[];
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
  readonly facts: readonly Fact[] | null;
  readonly items: readonly string[] | null;
  readonly table: {
    readonly columns: readonly PaperColumn[];
    readonly rows: readonly { readonly cells: readonly CellView[] }[];
  } | null;
}

interface CellView {
  readonly text: string;
  readonly isNumber: boolean;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'conclusion/paper': PaperPage;
  }
}

/** The same paper as its DOCX, to be read and printed on A4. */
export function paperPage(
  nav: LkeNav,
  paper: Paper,
  links: Pick<PaperPage, 'backHref' | 'docxHref' | 'docx'>,
): PaperPage {
  return {
    title: paper.title,
    lkeNav: nav,
    ...links,
    agency: paper.letterhead.agency,
    address: paper.letterhead.address,
    heading: paper.heading,
    placeAndDay: paper.placeAndDay,
    reference: paper.reference,
    addressee: paper.addressee,
    blocks: paper.blocks.map(blockView),
    signature: paper.signature,
    copies: paper.copies,
    annex: paper.annex.map(blockView),
    footer: paper.footer,
  };
}

const NOTHING: BlockView = {
  heading: null,
  subheading: null,
  text: null,
  facts: null,
  items: null,
  table: null,
};

function blockView(block: PaperBlock): BlockView {
  switch (block.kind) {
    case 'heading':
      return { ...NOTHING, heading: block.text };
    case 'subheading':
      return { ...NOTHING, subheading: block.text };
    case 'text':
      return { ...NOTHING, text: block.text };
    case 'facts':
      return { ...NOTHING, facts: block.facts };
    case 'list':
      return { ...NOTHING, items: block.items };
    case 'table': {
      const { columns, rows } = block;
      const cells = (row: readonly string[]) =>
        row.map((text, at) => ({ text, isNumber: columns[at]?.isNumber === true }));
      return { ...NOTHING, table: { columns, rows: rows.map((row) => ({ cells: cells(row) })) } };
    }
  }
}
