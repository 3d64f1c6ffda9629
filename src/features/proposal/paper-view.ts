import type { Paper, PaperBlock, PaperTable } from '../../paper/paper.js';

/** A paper as its page shows it: each block names what it is by the one field that is not null. */
export interface PaperView {
  readonly agency: readonly string[];
  readonly address: string;
  readonly heading: readonly string[];
  readonly reference: readonly { readonly label: string; readonly value: string }[];
  readonly blocks: readonly BlockView[];
  readonly signature: readonly string[];
  readonly signatory: readonly string[];
  readonly footer: string;
}

interface BlockView {
  readonly heading: string | null;
  readonly text: string | null;
  readonly facts: readonly { readonly label: string; readonly value: string }[] | null;
  readonly list: readonly string[] | null;
  readonly table: TableView | null;
}

interface TableView {
  /** Names the scrolling region on a phone. */
  readonly label: string;
  readonly columns: readonly { readonly name: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly { readonly text: string; readonly isNumber: boolean }[])[];
}

export function paperView(paper: Paper): PaperView {
  const { letterhead, heading, reference, blocks, signature, footer } = paper;
  const filled = (lines: readonly string[]) => lines.filter((line) => line !== '');
  return {
    agency: letterhead.agency,
    address: letterhead.address,
    heading,
    reference,
    blocks: blocks.map(blockView),
    signature: filled([signature.placeAndDay, signature.position]),
    signatory: filled([signature.name, signature.nip]),
    footer,
  };
}

const NONE: BlockView = { heading: null, text: null, facts: null, list: null, table: null };

function blockView(block: PaperBlock): BlockView {
  switch (block.kind) {
    case 'heading':
    case 'subheading':
      return { ...NONE, heading: block.text };
    case 'text':
      return { ...NONE, text: block.text };
    case 'facts':
      return { ...NONE, facts: block.facts };
    case 'list':
      return { ...NONE, list: block.items };
    case 'table':
      return { ...NONE, table: tableView(block) };
  }
}

function tableView({ columns, rows }: PaperTable): TableView {
  return {
    label: columns.map(({ name }) => name).join(', '),
    columns,
    rows: rows.map((row) =>
      row.map((text, at) => ({ text, isNumber: columns[at]?.isNumber === true })),
    ),
  };
}
