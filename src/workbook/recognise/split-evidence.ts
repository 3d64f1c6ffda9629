import { normaliseLine, normaliseText } from '../../text/normalise.js';
import type { RawCell } from '../read/raw-workbook.js';
import { safeHref } from '../safe-href.js';
import { isNotFilled } from './cell-answer.js';
import type { ReadEvidence } from './lke-reading.js';
import { shownWords } from './shown-text.js';

/** Addresses in running text; the second kind is written without its scheme. */
const ADDRESS =
  /\bhttps?:\/\/[^\s<>"']+|\b(?:www\.|drive\.google\.com\/|docs\.google\.com\/|bit\.ly\/|s\.id\/|tinyurl\.com\/)[^\s<>"']+/gi;
const NEXT_ADDRESS = /[,;|](?=[\s,;|]{0,20}(?:https?:\/\/|www\.))/gi;
const LINK_FORMULA = /^\s*HYPERLINK\(\s*"((?:[^"]|"")*)"/i;
const NUMBER = /^(?:\d{1,2}[.)]|[-•*–])\s+/;
const BEFORE = ' :;,-–>|=';
const AFTER = ' :;,.-–<|=';
const AFTER_ADDRESS = '.,;:!?\'"]}>';
const MOST_IN_CELL = 200;

/** What a cell names as evidence: a line (or part before ";") each, with the addresses in it. */
export function evidenceIn(cell: RawCell | null, at: string): ReadEvidence[] {
  if (cell === null) return [];
  const found = partsOf(normaliseText(shownWords(cell))).flatMap((part) => evidenceOf(part, at));
  const href = linkOf(cell);
  if (href === null || found.some((one) => one.href !== null && same(one.href, href))) {
    return found.slice(0, MOST_IN_CELL);
  }
  const [only, ...others] = found;
  const isName = only !== undefined && others.length === 0 && only.href === null;
  if (isName) return [{ ...only, href }];
  return [...found, { cell: at, name: href, href }].slice(0, MOST_IN_CELL);
}

/** The web address behind a cell: its hyperlink or a formula that makes one. */
export function linkOf(cell: RawCell): string | null {
  const made = LINK_FORMULA.exec(cell.formula ?? '')?.[1]?.replaceAll('""', '"');
  const target = (cell.link ?? made ?? '').trim();
  return safeHref(target) === null ? null : target;
}

/** Two ways of writing the same address. */
function same(one: string, other: string): boolean {
  return one === other || (safeHref(one) !== null && safeHref(one) === safeHref(other));
}

function partsOf(text: string): string[] {
  return text
    .replace(NEXT_ADDRESS, '\n')
    .split(/\n|;(?=\s)/)
    .map((part) => normaliseLine(part))
    .filter((part) => !isNotFilled(part));
}

function evidenceOf(part: string, at: string): ReadEvidence[] {
  const addresses = [...part.matchAll(ADDRESS)].map(([typed]) => trimmed(typed));
  const hrefs = addresses.flatMap((typed) => {
    const href = /^https?:/i.test(typed) ? typed : `https://${typed}`;
    return safeHref(href) === null ? [] : [href];
  });
  if (hrefs.length === 0) return [{ cell: at, name: part.replace(NUMBER, ''), href: null }];
  const name = addresses
    .reduce((rest, address) => rest.replace(address, ' '), part)
    .replace(NUMBER, '')
    .replace(/[([<]\s*[)\]>]/g, ' ');
  const label = normaliseLine(withoutEnd(withoutStart(normaliseLine(name), BEFORE), AFTER));
  return hrefs.map((href) => ({ cell: at, name: label === '' ? href : label, href }));
}

/** Without what belongs to the sentence around it: a bracket closes what was opened before it. */
function trimmed(address: string): string {
  const isOpened = address.includes('(');
  return withoutEnd(address, isOpened ? AFTER_ADDRESS : `${AFTER_ADDRESS})`);
}

function withoutStart(text: string, edges: string): string {
  let start = 0;
  while (start < text.length && edges.includes(text.charAt(start))) start += 1;
  return text.slice(start);
}

function withoutEnd(text: string, edges: string): string {
  let end = text.length;
  while (end > 0 && edges.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
