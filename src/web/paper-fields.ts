import { z } from 'zod';
import type { Problem } from '../domain/problem.js';
import { dayIn } from '../text/format.js';
import type { Deps } from './deps.js';

/** What every paper about an LKE asks for: number and day. */

/** A paper is of the year it is about, and no later than today in the satker's zone. */
export interface PaperDays {
  readonly year: number;
  readonly today: string;
}

export function paperDays(
  { clock }: Pick<Deps, 'clock'>,
  { year, satker }: { readonly year: number; readonly satker: { readonly timeZone: string } },
): PaperDays {
  return { year, today: dayIn(clock(), satker.timeZone) };
}

export const LONGEST_LINE = 200;

export function requiredLine(field: string, value: string): Problem[] {
  return value === '' ? [{ field, code: 'required' }] : longerThan(field, value, LONGEST_LINE);
}

export function longerThan(field: string, value: string, max: number): Problem[] {
  return value.length > max ? [{ field, code: 'too-long', args: { max } }] : [];
}

export function dayProblems(day: string, { year, today }: PaperDays): Problem[] {
  if (day === '') return [{ field: 'day', code: 'required' }];
  if (!z.iso.date().safeParse(day).success) return [{ field: 'day', code: 'not-a-day' }];
  if (day < `${year}-01-01`) return [{ field: 'day', code: 'day-before-year', args: { year } }];
  return day > today ? [{ field: 'day', code: 'day-in-future' }] : [];
}
