import type { Tier } from '../domain/access/tiers.js';
import { columnText } from '../text/messages/workbook.js';
import type { Layout } from './lke-workbook-input.js';

/** What a column holds; `answer` and `note` belong to one tier. */
export type ColumnRole =
  | { readonly role: 'id' | 'label' | 'weight' | 'criteria' | 'choices' | 'gap' }
  | { readonly role: 'value' | 'percent' | 'evidence' | 'evidence-with-links' | 'link' }
  | { readonly role: 'answer' | 'note'; readonly tier: Tier };

export type Column = ColumnRole & {
  readonly letter: string;
  readonly width: number;
  readonly header: string;
  readonly hidden?: true;
};

/** Where everything stands in the main sheet. */
export interface LayoutTable {
  readonly columns: readonly Column[];
  /** Row with the column headings, repeated on every printed page. */
  readonly headerRow: number;
  /** Row of the merged title, null where the layout has none. */
  readonly titleRow: number | null;
  /** Tier whose answers are scored. */
  readonly tier: Tier;
}

export const LABEL_LETTERS = ['B', 'C', 'D', 'E', 'F', 'G'] as const;
export type LabelLetter = (typeof LABEL_LETTERS)[number];

export const LABEL_WIDTHS: Readonly<Record<LabelLetter, number>> = {
  B: 3.6,
  C: 3.6,
  D: 3.6,
  E: 3.6,
  F: 3.6,
  G: 40,
};

export function layoutTable(layout: Layout, tier: Tier): LayoutTable {
  return layout === 'portalrb' ? portalrb(tier) : lampiranIii(tier);
}

/** The column of a role; for `answer` and `note` that of the given tier. */
export function letterOf(table: LayoutTable, role: Column['role'], tier?: Tier): string {
  const found = table.columns.find(
    (column) => column.role === role && (!('tier' in column) || column.tier === tier),
  );
  if (found === undefined) throw new Error(`layout has no column ${role} ${tier ?? ''}`);
  return found.letter;
}

/** Workbook "LKE ZI" of 90/2021 Lampiran III: data in rows 4 to 208. */
function lampiranIii(tier: Tier): LayoutTable {
  const columns: Column[] = [
    { letter: 'A', role: 'id', width: 14, header: columnText.id, hidden: true },
    ...labelColumns(),
    { letter: 'H', role: 'weight', width: 8, header: columnText.weight },
    { letter: 'I', role: 'criteria', width: 45, header: columnText.explanation },
    { letter: 'J', role: 'choices', width: 11, header: columnText.choices },
    { letter: 'K', role: 'answer', tier, width: 11, header: columnText.answer },
    { letter: 'L', role: 'value', width: 8, header: columnText.value },
    { letter: 'M', role: 'percent', width: 9.5, header: columnText.percent },
    { letter: 'N', role: 'gap', width: 1.5, header: '' },
    { letter: 'O', role: 'note', tier, width: 32, header: columnText.note },
    { letter: 'P', role: 'evidence', width: 27, header: columnText.evidence },
    { letter: 'Q', role: 'link', width: 21, header: columnText.link },
  ];
  return { columns, titleRow: 1, headerRow: 2, tier };
}

/** Sheet "Jawaban" of PortalRB 2026: data in rows 2 to 204. */
function portalrb(tier: Tier): LayoutTable {
  const columns: Column[] = [
    { letter: 'A', role: 'id', width: 5, header: columnText.id },
    ...labelColumns(),
    { letter: 'H', role: 'weight', width: 8, header: columnText.weight },
    { letter: 'I', role: 'criteria', width: 44, header: columnText.criteria },
    { letter: 'J', role: 'choices', width: 11, header: columnText.choices },
    { letter: 'K', role: 'answer', tier: 'mandiri', width: 11, header: columnText.answerUnit },
    { letter: 'L', role: 'note', tier: 'mandiri', width: 32, header: columnText.noteUnit },
    { letter: 'M', role: 'evidence-with-links', width: 32, header: columnText.evidenceUnit },
    { letter: 'N', role: 'answer', tier: 'tpi', width: 11, header: columnText.answerTpi },
    { letter: 'O', role: 'value', width: 8, header: columnText.value },
    { letter: 'P', role: 'percent', width: 9.5, header: columnText.percent },
    { letter: 'Q', role: 'note', tier: 'tpi', width: 28, header: columnText.noteTpi },
  ];
  return { columns, titleRow: null, headerRow: 1, tier };
}

function labelColumns(): Column[] {
  return LABEL_LETTERS.map((letter) => ({
    letter,
    role: 'label',
    width: LABEL_WIDTHS[letter],
    header: letter === 'B' ? columnText.label : '',
  }));
}
