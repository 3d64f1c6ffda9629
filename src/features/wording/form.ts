import { z } from 'zod';
import type { Outcome, Problem } from '../../domain/problem.js';
import type { WordingSource } from '../../domain/wording/official-text.js';
import { normaliseLine } from '../../text/normalise.js';

const text = z.string().catch('');
const FORM = z.object({
  title: text,
  number: text,
  day: text,
  seen: z.coerce.number().int().nonnegative().catch(0),
});
export type WordingTyped = z.infer<typeof FORM>;

export const LONGEST = { title: 200, number: 100 } as const;

export function readWordingForm(body: unknown): WordingTyped {
  return FORM.parse(body ?? {});
}

/** Name of the source: a title, perhaps a number and a day. */
export function parseSource(typed: Omit<WordingTyped, 'seen'>): Outcome<WordingSource> {
  const title = normaliseLine(typed.title);
  const number = normaliseLine(typed.number);
  const day = typed.day.trim();
  const problems: Problem[] = [];
  if (title === '') problems.push({ field: 'title', code: 'required' });
  for (const [field, value] of [
    ['title', title],
    ['number', number],
  ] as const) {
    const max = LONGEST[field];
    if (value.length > max) problems.push({ field, code: 'too-long', args: { max } });
  }
  if (day !== '' && !z.iso.date().safeParse(day).success) {
    problems.push({ field: 'day', code: 'not-a-day' });
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { title, number, day: day === '' ? null : day } };
}
