import {
  headingWords,
  NEW_LINK_HEADING,
  OTHER_TIER_WORDS,
  OWN_TIER_WORDS,
  UNIT_ANSWER_HEADINGS,
} from '../../text/workbook-words.js';
import type { ReadLayout } from './lke-reading.js';
import { cellName, textIn, type Grid } from './grid.js';
import { compact, plainText } from './normal-text.js';

const FIRST_ROWS = 40;
const MOST_COLUMNS = 200;
const WIDEST_LABEL = 8;

const ROLES = [
  'id',
  'label',
  'weight',
  'criteria',
  'choices',
  'answer',
  'value',
  'percent',
  'note',
  'evidence',
  'link',
] as const;
type Role = (typeof ROLES)[number];

/** Where everything stands in a worksheet; columns from 1, null where the file has none. */
export interface Columns extends Readonly<Record<Exclude<Role, 'label'>, number | null>> {
  readonly layout: ReadLayout;
  /** Last row of the headings. */
  readonly headerRow: number;
  /** First and last column of the labels. */
  readonly label: readonly [number, number];
  readonly answer: number;
  /** A heading that fits a column already taken (the first is read). */
  readonly repeated: readonly { readonly cell: string; readonly heading: string }[];
}

interface Heading {
  readonly column: number;
  readonly text: string;
  readonly key: string;
}

/**
 * The heading row of a worksheet and what each column holds, by the words of the headings; null
 * where no row heads both the questions and the answers. Of PortalRB's tiers only the unit's own.
 */
export function findColumns(grid: Grid): Columns | null {
  let best: Columns | null = null;
  for (const row of grid.rows) {
    if (row > FIRST_ROWS) break;
    for (const height of [1, 2]) {
      const found = columnsOf(grid, row, height);
      if (found !== null && (best === null || known(found) > known(best))) best = found;
    }
  }
  return best;
}

function known(columns: Columns): number {
  return ROLES.filter((role) => columns[role] !== null).length;
}

function columnsOf(grid: Grid, row: number, height: number): Columns | null {
  const headings = headingsOf(grid, row, height);
  const isPortal = headings.some(({ key }) => UNIT_ANSWER_HEADINGS.includes(key));
  const place = new Map<Role, number>();
  const repeated: Columns['repeated'][number][] = [];
  for (const { column, text, key } of headings) {
    const role = roleOf(key, text, place);
    if (role === null) continue;
    if (!place.has(role)) place.set(role, column);
    else if (role === 'answer') repeated.push({ cell: cellName(row, column), heading: text });
  }
  const answer = place.get('answer');
  const label = labelSpan(grid, row, place, headings);
  if (answer === undefined || label === null) return null;
  const at = (role: Role) => place.get(role) ?? null;
  return {
    layout: layoutOf(headings, isPortal),
    headerRow: row + height - 1,
    label,
    answer,
    repeated,
    id: at('id'),
    weight: at('weight'),
    criteria: at('criteria'),
    choices: at('choices'),
    value: at('value'),
    percent: at('percent'),
    note: at('note'),
    evidence: at('evidence'),
    link: at('link'),
  };
}

/** The heading of each column, of two rows together where a second row refines the first. */
function headingsOf(grid: Grid, row: number, height: number): Heading[] {
  const columns = new Set<number>();
  for (let one = row; one < row + height; one += 1) {
    for (const { column } of grid.inRow(one)) if (column <= MOST_COLUMNS) columns.add(column);
  }
  return [...columns]
    .sort((a, b) => a - b)
    .flatMap((column): Heading[] => {
      const parts: string[] = [];
      for (let one = row; one < row + height; one += 1) {
        const text = textIn(grid.shown(one, column));
        if (text !== '' && parts.at(-1) !== text) parts.push(text);
      }
      const text = parts.join(' ').replace(/\s+/g, ' ').trim();
      return text === '' ? [] : [{ column, text, key: compact(text) }];
    });
}

function roleOf(key: string, text: string, place: ReadonlyMap<Role, number>): Role | null {
  const role = ROLES.find((one) => isHeading(one, key)) ?? null;
  if (role === null || OTHER_TIER_WORDS.test(plainText(text))) return null;
  // "Penjelasan" heads the criteria; right of the answers it heads what the satker explains.
  return role === 'criteria' && place.has('answer') && place.has('criteria') ? 'note' : role;
}

/** With or without words that only say whose it is: "Catatan Satker", "Jawaban Unit Kerja 2026". */
function isHeading(role: Role, key: string): boolean {
  const words: readonly string[] = headingWords[role];
  return words.includes(key) || words.includes(key.replace(OWN_TIER_WORDS, ''));
}

/**
 * From the heading of the questions to the next column that has a heading of its own; where that
 * heading is missing, what stands left of the other columns.
 */
function labelSpan(
  grid: Grid,
  row: number,
  place: ReadonlyMap<Role, number>,
  headings: readonly Heading[],
): readonly [number, number] | null {
  const first = place.get('label');
  if (first === undefined) return leftOf(place);
  const end = grid.mergeAt(row, first)?.toColumn ?? first;
  const next = headings.find(({ column }) => column > end)?.column;
  const last = next === undefined ? first + WIDEST_LABEL : next - 1;
  return [first, Math.min(Math.max(end, last), first + WIDEST_LABEL)];
}

function leftOf(place: ReadonlyMap<Role, number>): readonly [number, number] | null {
  const others = [...place].filter(([role]) => role !== 'id').map(([, column]) => column);
  const first = (place.get('id') ?? 0) + 1;
  const last = Math.min(...others) - 1;
  return others.length < 3 || last < first || last - first > WIDEST_LABEL ? null : [first, last];
}

function layoutOf(headings: readonly Heading[], isPortal: boolean): ReadLayout {
  if (!isPortal) return 'lampiran-iii';
  const tpiAnswers = headings.filter(
    ({ key }) => key.startsWith('jawaban') && key.includes('tpi'),
  ).length;
  const hasNewLinks = headings.some(({ key }) => key === NEW_LINK_HEADING);
  return hasNewLinks || tpiAnswers > 1 ? 'portalrb-kementerian' : 'portalrb';
}
