import { SPELLINGS } from '../../text/workbook-words.js';

const MOST_READ = 800;
const MOST_COMPARED = 600;
/** Most texts have none of them, and one look tells. */
const ANY_SPELLING = new RegExp(SPELLINGS.map(([from]) => from.source).join('|'));

/** Lower case, one spelling, everything but letters, digits and "%" a single space. */
export function plainText(raw: string): string {
  const lower = raw
    .slice(0, MOST_READ)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/%/g, ' persen ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const spelled = ANY_SPELLING.test(lower)
    ? SPELLINGS.reduce((text, [from, to]) => text.replace(from, to), lower)
    : lower;
  return spelled.slice(0, MOST_COMPARED);
}

/** The same without spaces: "antar jabatan" and "antarjabatan" are one. */
export function compact(raw: string): string {
  return plainText(raw).replaceAll(' ', '');
}

/** One line as a person sees it: no invisible characters, single spaces. */
export function visibleLine(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

export type Pairs = ReadonlyMap<string, number>;

/** Pairs of neighbouring characters with how often each occurs. */
export function pairsOf(text: string): Pairs {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** 0..1: the share of character pairs that two texts have in common (Dice). */
export function similarity(one: Pairs, other: Pairs): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let common = 0;
  for (const [pair, times] of small) common += Math.min(times, large.get(pair) ?? 0);
  const all = sizeOf(one) + sizeOf(other);
  return all === 0 ? 0 : (2 * common) / all;
}

function sizeOf(pairs: Pairs): number {
  let size = 0;
  for (const times of pairs.values()) size += times;
  return size;
}
