import { z } from 'zod';
import { isUrgency, URGENCIES } from '../../domain/lke/letters.js';
import type { StageAction } from '../../domain/lke/transitions.js';
import { refused, type Outcome, type Problem } from '../../domain/problem.js';
import { isTooLong, MAX_LENGTH, normaliseLine, normaliseText } from '../../text/normalise.js';
import type { LetterDetails } from './letter-store.js';
import type { LetterheadDetails } from './letterhead-store.js';
import type { LheHead } from './lhe-store.js';

const text = z.string().catch('');
const version = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .catch(-1);

const DECISION = z.object({ choice: text, reason: text, checked: text, basis: text });
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
const LHE_HEAD = z.object({ number: text, day: text, letterhead: text, version });
const SECTION = z.object({ text, version });
const SENDING = z.object({ shown: text });
const BEGINNING = z.object({ version });
const TAKE_BACK = z.object({ choice: text, reason: text, checked: text, version });

export type DecisionTyped = z.infer<typeof DECISION>;
export type LetterTyped = z.infer<typeof LETTER> & { readonly others: readonly string[] };
export type TakeBackTyped = z.infer<typeof TAKE_BACK>;
export type LetterheadTyped = z.infer<typeof LETTERHEAD>;
export type LheHeadTyped = z.infer<typeof LHE_HEAD>;
export type SectionTyped = z.infer<typeof SECTION>;

export const readDecision = (body: unknown): DecisionTyped => DECISION.parse(body ?? {});
export const readTakeBack = (body: unknown): TakeBackTyped => TAKE_BACK.parse(body ?? {});
export const readLetterhead = (body: unknown): LetterheadTyped => LETTERHEAD.parse(body ?? {});
export const readLheHead = (body: unknown): LheHeadTyped => LHE_HEAD.parse(body ?? {});
export const readSection = (body: unknown): SectionTyped => SECTION.parse(body ?? {});
export const readSending = (body: unknown): string => SENDING.parse(body ?? {}).shown;
export const readBeginning = (body: unknown): number => BEGINNING.parse(body ?? {}).version;

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

export interface ParsedDecision {
  readonly action: StageAction;
  readonly reason: string;
}

/** One of the choices of this page; a reason for every no. */
export function parseDecision(
  typed: DecisionTyped,
  choices: readonly { readonly action: StageAction; readonly needsReason: boolean }[],
): Outcome<ParsedDecision> {
  const problems: Problem[] = [];
  const choice = choices.find(({ action }) => action === typed.choice);
  const reason = normaliseText(typed.reason);
  if (choice === undefined) problems.push({ field: 'choice', code: 'decision-missing' });
  if (choice?.needsReason === true && reason === '') {
    problems.push({ field: 'reason', code: 'reason-missing' });
  }
  if (isTooLong(reason)) {
    problems.push({ field: 'reason', code: 'too-long', args: { max: MAX_LENGTH } });
  }
  if (typed.checked === '') problems.push({ field: 'checked', code: 'decision-not-confirmed' });
  if (choice === undefined || problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { action: choice.action, reason } };
}

/** A reason, and the word that it was looked at. */
export function parseTakeBack(typed: TakeBackTyped): Outcome<string> {
  const reason = normaliseText(typed.reason);
  const problems: Problem[] = [];
  if (reason === '') problems.push({ field: 'reason', code: 'take-back-reason' });
  if (isTooLong(reason)) {
    problems.push({ field: 'reason', code: 'too-long', args: { max: MAX_LENGTH } });
  }
  if (typed.checked === '') problems.push({ field: 'checked', code: 'take-back-not-confirmed' });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: reason };
}

const LONGEST_LINE = 200;
const LONGEST_BLOCK = 1000;

/** A paper is of the year it is about, and no later than today in the satker's zone. */
export interface PaperDays {
  readonly year: number;
  readonly today: string;
}

export function parseLetter(typed: LetterTyped, days: PaperDays): Outcome<LetterDetails> {
  const number = normaliseLine(typed.number);
  const day = typed.day.trim();
  const attachments = normaliseLine(typed.attachments);
  const urgency = typed.urgency || URGENCIES[0];
  const problems = [
    ...requiredLine('number', number),
    ...dayProblems(day, days),
    ...tooLong('attachments', attachments, LONGEST_LINE),
  ];
  if (!isUrgency(urgency)) return refused('urgency', 'not-a-choice');
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, value: { number, day, attachments, urgency } };
}

/** `owners` are TPI's heads; one of several must be chosen. */
export function parseLheHead(
  typed: LheHeadTyped,
  days: PaperDays,
  owners: readonly string[],
): Outcome<Pick<LheHead, 'number' | 'day' | 'letterhead'>> {
  const number = normaliseLine(typed.number);
  const day = typed.day.trim();
  const letterhead = typed.letterhead === '' ? null : typed.letterhead;
  const problems = [
    ...requiredLine('number', number),
    ...dayProblems(day, days),
    ...headProblems(letterhead, owners),
  ];
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, value: { number, day, letterhead } };
}

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
    ...Object.entries(details).flatMap(([key, value]) => tooLong(key, value, LONGEST_BLOCK)),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: details };
}

/** Blank takes the words back. */
export function parseSection({ text: typed }: SectionTyped): Outcome<string> {
  const value = normaliseText(typed);
  return isTooLong(value) ? refused('text', 'too-long', { max: MAX_LENGTH }) : { ok: true, value };
}

function headProblems(owner: string | null, owners: readonly string[]): Problem[] {
  if (owner === null) {
    return owners.length > 1 ? [{ field: 'letterhead', code: 'lhe-signatory-missing' }] : [];
  }
  return owners.includes(owner) ? [] : [{ field: 'letterhead', code: 'not-a-choice' }];
}

function requiredLine(field: string, value: string): Problem[] {
  return value === '' ? [{ field, code: 'required' }] : tooLong(field, value, LONGEST_LINE);
}

function tooLong(field: string, value: string, max: number): Problem[] {
  return value.length > max ? [{ field, code: 'too-long', args: { max } }] : [];
}

function dayProblems(day: string, { year, today }: PaperDays): Problem[] {
  if (day === '') return [{ field: 'day', code: 'required' }];
  if (!z.iso.date().safeParse(day).success) return [{ field: 'day', code: 'not-a-day' }];
  if (day < `${year}-01-01`) return [{ field: 'day', code: 'day-before-year', args: { year } }];
  return day > today ? [{ field: 'day', code: 'day-in-future' }] : [];
}
