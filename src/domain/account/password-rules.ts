import type { Problem } from '../problem.js';
import { isKeyboardRun, repeatsShortUnit } from './password-patterns.js';

const PASSWORD_LEAST = 12;
const PASSWORD_MOST = 128;

/** What a guesser knows of the person: user name, name, e-mail, names of the own satker. */
export type KnownWords = readonly string[];

/**
 * Why a new password is refused, or null. It is measured in characters as typed; no mixture of
 * kinds is asked for (OWASP ASVS 5.0, 6.2). `common` is in lower case.
 */
export function checkPassword(
  password: string,
  known: KnownWords,
  common: ReadonlySet<string>,
): Problem | null {
  const field = 'newPassword';
  const length = Array.from(password).length;
  if (length < PASSWORD_LEAST) {
    return { field, code: 'password-too-short', args: { least: PASSWORD_LEAST } };
  }
  if (length > PASSWORD_MOST) {
    return { field, code: 'password-too-long', args: { most: PASSWORD_MOST } };
  }
  const folded = password.normalize('NFKC').toLowerCase();
  if (repeatsShortUnit(folded)) return { field, code: 'password-one-character' };
  if (isKeyboardRun(folded)) return { field, code: 'password-row' };
  if (isOnlyKnown(folded, known)) return { field, code: 'password-personal' };
  if (cores(folded).some((core) => common.has(core))) return { field, code: 'password-common' };
  return null;
}

/** The word a password is built on: "P@ssw0rd-2026!" → "password". */
function cores(folded: string): string[] {
  const bare = folded.replace(/[^\p{L}]+$/u, '');
  return [folded, lettersOf(folded), lettersOf(unswapped(bare)), lettersOf(unswapped(folded))];
}

const SWAPS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

function unswapped(text: string): string {
  return text.replace(/[013457@$!]/g, (sign) => SWAPS[sign] ?? sign);
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}]+/gu, '');
}

/** Words of the product and of every office; a password of these alone is the first guess. */
const HOUSE_WORDS = [
  'komisi',
  'pemilihan',
  'umum',
  'pemilu',
  'kpu',
  'kip',
  'kabupaten',
  'kota',
  'provinsi',
  'satker',
  'tapak',
  'zona',
  'integritas',
  'zi',
  'lke',
  'wbk',
  'wbbm',
] as const;

const LEAST_OWN_LETTERS = 4;

/** Nothing but known words, digits and signs: fewer than four letters are the person's own. */
function isOnlyKnown(folded: string, known: KnownWords): boolean {
  const words = [...HOUSE_WORDS, ...known.flatMap(wordsOf)].sort((a, b) => b.length - a.length);
  const rest = words.reduce((text, word) => text.replaceAll(word, ' '), folded);
  return rest !== folded && lettersOf(rest).length < LEAST_OWN_LETTERS;
}

function wordsOf(text: string): string[] {
  const folded = text.normalize('NFKC').toLowerCase();
  return [folded, ...folded.split(/[^\p{L}\p{N}]+/u)].filter((word) => word.length >= 3);
}
