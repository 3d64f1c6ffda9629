import { z } from 'zod';
import { isUrgency, URGENCIES } from '../../domain/lke/letters.js';
import { refused, type Outcome } from '../../domain/problem.js';
import type { LetterheadDetails } from '../../paper/letterhead-lines.js';
import { normaliseLine, normaliseText } from '../../text/normalise.js';
import {
  dayProblems,
  LONGEST_LINE,
  longerThan,
  requiredLine,
  type PaperDays,
} from '../../web/paper-fields.js';
import type { LetterDetails } from './letter-store.js';

const text = z.string().catch('');
const version = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .catch(-1);

const LETTER = z.object({ number: text, day: text, attachments: text, urgency: text, version });
const LETTERHEAD = z.object({
  agency: text,
  address: text,
  city: text,
  position: text,
  name: text,
  nip: text,
  addressee: text,
  copies: text,
  head: text,
  version,
});
const SENDING = z.object({ shown: text });

export type LetterTyped = z.infer<typeof LETTER> & { readonly others: readonly string[] };
export type LetterheadTyped = z.infer<typeof LETTERHEAD>;

export const readLetterhead = (body: unknown): LetterheadTyped => LETTERHEAD.parse(body ?? {});
export const readSending = (body: unknown): string => SENDING.parse(body ?? {}).shown;

export const OTHER_PREFIX = 'satker-';

export function readLetter(body: unknown): LetterTyped {
  const fields = z
    .record(z.string(), z.string())
    .catch({})
    .parse(body ?? {});
  const others = Object.keys(fields)
    .filter((name) => name.startsWith(OTHER_PREFIX))
    .map((name) => name.slice(OTHER_PREFIX.length));
  return { ...LETTER.parse(body ?? {}), others };
}

export function parseLetter(typed: LetterTyped, days: PaperDays): Outcome<LetterDetails> {
  const number = normaliseLine(typed.number);
  const day = typed.day.trim();
  const attachments = normaliseLine(typed.attachments);
  const urgency = typed.urgency || URGENCIES[0];
  const problems = [
    ...requiredLine('number', number),
    ...dayProblems(day, days),
    ...longerThan('attachments', attachments, LONGEST_LINE),
  ];
  if (!isUrgency(urgency)) return refused('urgency', 'not-a-choice');
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, value: { number, day, attachments, urgency } };
}

const LONGEST_BLOCK = 1000;

/** The letter asks for all but NIP and copies; a report for no addressee either. */
export function parseLetterhead(
  typed: LetterheadTyped,
  asksAddressee: boolean,
): Outcome<LetterheadDetails> {
  const details = {
    agency: normaliseText(typed.agency),
    address: normaliseText(typed.address),
    city: normaliseLine(typed.city),
    position: normaliseLine(typed.position),
    name: normaliseLine(typed.name),
    nip: normaliseLine(typed.nip),
    addressee: asksAddressee ? normaliseText(typed.addressee) : '',
    copies: normaliseText(typed.copies),
  };
  const needed = ['agency', 'address', 'city', 'position', 'name'] as const;
  const problems = [
    ...[...needed, ...(asksAddressee ? (['addressee'] as const) : [])].flatMap((key) =>
      details[key] === '' ? [{ field: key, code: 'required' }] : [],
    ),
    ...Object.entries(details).flatMap(([key, value]) => longerThan(key, value, LONGEST_BLOCK)),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: details };
}
