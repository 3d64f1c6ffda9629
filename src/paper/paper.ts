/** A letter or report, finished: every figure and date is text. Page and DOCX are made from it. */
export interface Paper {
  readonly title: string;
  readonly letterhead: Letterhead;
  /** Lines of a centred title; none on a letter. */
  readonly heading: readonly string[];
  /** Nomor, Lampiran, Perihal. */
  readonly reference: readonly Fact[];
  /** "Mataram, 12 April 2026"; "" where the paper has none at its head. */
  readonly placeAndDay: string;
  readonly addressee: readonly string[];
  readonly blocks: readonly PaperBlock[];
  readonly signature: Signature;
  readonly copies: readonly string[];
  /** On pages of its own, behind the signature. */
  readonly annex: readonly PaperBlock[];
  /** Small print at the foot of every page. */
  readonly footer: string;
}

export interface Letterhead {
  readonly agency: readonly string[];
  readonly address: string;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface Signature {
  /** Line above: place and day, where they do not stand at the head. */
  readonly placeAndDay: string;
  readonly position: string;
  readonly name: string;
  readonly nip: string;
}

export type PaperBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'subheading'; readonly text: string }
  /** Lines as typed. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** With numbers where its items are spoken of, else with dots. */
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly isNumbered?: true }
  /** At the right above an annex: of which letter it is. */
  | { readonly kind: 'label'; readonly lines: readonly string[] }
  | PaperTable;

export interface PaperTable {
  readonly kind: 'table';
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Rows of sums, by their place. */
  readonly sums?: readonly number[];
  /** Short enough never to be torn between two pages. */
  readonly isWhole?: true;
}

/** A row is torn between pages only where it is long: else half a page would stay empty above it. */
export function isLongRow(cells: readonly string[]): boolean {
  return cells.some((text) => text.length > 600);
}

/** Words that announce what follows, and stay with it. */
export function isIntroduction(text: string): boolean {
  return text.endsWith(':');
}

export interface PaperColumn {
  readonly name: string;
  readonly isNumber: boolean;
  /** Share of the width, of 100. */
  readonly width: number;
}
