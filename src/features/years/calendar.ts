import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../project-root.js';

/** The dates a year knows, with their names, default days and where each comes from. */
export interface Calendar {
  readonly id: string;
  readonly year: number;
  /** National deadlines are stated in this zone. */
  readonly timeZone: string;
  readonly note: string;
  /** From how many days before it a date is shown as pressing. */
  readonly pressing: { readonly days: number; readonly source: string };
  readonly dates: readonly CalendarDate[];
}

export interface CalendarDate {
  readonly code: string;
  readonly name: string;
  /** `YYYY-MM-DD`, the default when the year is opened. */
  readonly day: string;
  /** Something begins with the day; otherwise it is a deadline, to be met until 23.59. */
  readonly begins: boolean;
  readonly source: string;
}

const CALENDAR = z.strictObject({
  id: z.string().min(1),
  year: z.number().int(),
  timeZone: z.string().min(1),
  note: z.string(),
  pressing: z.strictObject({ days: z.number().int().min(0).max(366), source: z.string().min(1) }),
  dates: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[a-z0-9-]+$/),
        name: z.string().min(1),
        day: z.iso.date(),
        begins: z.boolean().default(false),
        source: z.string().min(1),
      }),
    )
    .min(1)
    .refine((dates) => new Set(dates.map((date) => date.code)).size === dates.length, {
      message: 'a code stands twice',
    }),
});

const read = new Map<string, Calendar>();

/** The calendar that goes with a ruleset. Throws where none is shipped, never a fallback. */
export function calendarOf(rulesetId: string): Calendar {
  const known = read.get(rulesetId);
  if (known !== undefined) return known;
  if (!/^[a-z0-9-]+$/.test(rulesetId)) throw new Error(`not a ruleset id: ${rulesetId}`);
  const file = join(projectRoot(), 'fixtures', 'calendars', `${rulesetId}.json`);
  const calendar = CALENDAR.parse(JSON.parse(readFileSync(file, 'utf8')));
  if (calendar.id !== rulesetId) throw new Error(`${rulesetId}.json holds ${calendar.id}`);
  read.set(rulesetId, calendar);
  return calendar;
}
