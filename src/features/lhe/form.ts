import { z } from 'zod';
import { refused, type Outcome, type Problem } from '../../domain/problem.js';
import { isTooLong, MAX_LENGTH, normaliseLine, normaliseText } from '../../text/normalise.js';
import { dayProblems, requiredLine, type PaperDays } from '../../web/paper-fields.js';
import type { LheHead } from './lhe-store.js';

const text = z.string().catch('');
const version = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .catch(-1);

const LHE_HEAD = z.object({ number: text, day: text, letterhead: text, version });
const SECTION = z.object({ text, version });

const PROPOSALS = z.object({ shown: text });

export type LheHeadTyped = z.infer<typeof LHE_HEAD>;
export type SectionTyped = z.infer<typeof SECTION>;

export const readLheHead = (body: unknown): LheHeadTyped => LHE_HEAD.parse(body ?? {});
export const readProposals = (body: unknown): string => PROPOSALS.parse(body ?? {}).shown;
export const readSection = (body: unknown): SectionTyped => SECTION.parse(body ?? {});

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
