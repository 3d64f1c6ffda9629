import { z } from 'zod';
import { exactFromDecimal } from '../../domain/exact.js';
import { TARGETS, type Ruleset, type Target } from '../../domain/predikat/gate.js';
import { refused, type Outcome, type Problem } from '../../domain/problem.js';
import { decimalToText, formatDay, formatShort } from '../../text/format.js';
import { isTooLong, MAX_LENGTH, normaliseText } from '../../text/normalise.js';
import type { Calendar } from './calendar.js';
import type { Days } from './save-dates.js';

const text = z.string().catch('');
const version = z.coerce.number().int().positive().catch(0);
const FIELDS = z.record(z.string(), z.string()).catch({});

/** The text fields of a form; a repeated name never reaches this. */
export function readFields(body: unknown): Readonly<Record<string, string>> {
  return FIELDS.parse(body ?? {});
}

export function readVersion(fields: Readonly<Record<string, string>>): number {
  return version.parse(fields['version']);
}

export function parseTarget(typed: string): Outcome<Target> {
  const target = TARGETS.find((known) => known === typed);
  return target === undefined ? refused('target', 'not-a-choice') : { ok: true, value: target };
}

/** Name of a date's field: "d-mandiri-tutup". */
export function dateField(code: string): string {
  return `d-${code}`;
}

/** Every date of the calendar; blank means that this year has none. */
export function parseDays(
  fields: Readonly<Record<string, string>>,
  calendar: Calendar,
): Outcome<Days> {
  const days = new Map<string, string | null>();
  const problems: Problem[] = [];
  for (const { code } of calendar.dates) {
    const typed = (fields[dateField(code)] ?? '').trim();
    const problem = typed === '' ? null : dayProblem(dateField(code), typed, calendar.year);
    if (problem === null) days.set(code, typed === '' ? null : typed);
    else problems.push(problem);
  }
  problems.push(...reversedWindows(days, calendar));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: days };
}

const EXCEPTION = z.object({ satker: text, code: text, day: text, reason: text, seen: text });
export type ExceptionTyped = z.infer<typeof EXCEPTION>;

export interface ExceptionForm {
  readonly satkerCode: string;
  readonly code: string;
  readonly day: string | null;
  readonly reason: string;
  readonly seen: string | null;
}

export function readExceptionForm(body: unknown): ExceptionTyped {
  return EXCEPTION.parse(body ?? {});
}

/** The satker may be typed as "52.71" or as the list offers it, "52.71 KPU Kota Mataram". */
export function parseException(typed: ExceptionTyped, calendar: Calendar): Outcome<ExceptionForm> {
  const satkerCode = typed.satker.trim().split(/\s/)[0] ?? '';
  const day = typed.day.trim();
  const problems: Problem[] = [];
  if (satkerCode === '') problems.push({ field: 'satker', code: 'required' });
  if (!calendar.dates.some((date) => date.code === typed.code)) {
    problems.push({ field: 'code', code: 'not-a-choice' });
  }
  if (day === '' && typed.seen === '') problems.push({ field: 'day', code: 'required' });
  const problem = day === '' ? null : dayProblem('day', day, calendar.year);
  if (problem !== null) problems.push(problem);
  const reason = normaliseText(typed.reason);
  if (day !== '' && reason === '') problems.push({ field: 'reason', code: 'required' });
  if (isTooLong(reason)) {
    problems.push({ field: 'reason', code: 'too-long', args: { max: MAX_LENGTH } });
  }
  if (problems.length > 0) return { ok: false, problems };
  const seen = typed.seen === '' ? null : typed.seen;
  return {
    ok: true,
    value: { satkerCode, code: typed.code, day: day === '' ? null : day, reason, seen },
  };
}

/** From the law's minimum for WBK to all points; blank means none. */
export function parseInternalTarget(typed: string, ruleset: Ruleset): Outcome<string | null> {
  const plain = typed.trim().replace(',', '.');
  if (plain === '') return { ok: true, value: null };
  const minimum = ruleset.gates.wbk.find((gate) => gate.code === 'total')?.minimum;
  if (minimum === undefined) throw new Error(`${ruleset.id} has no gate for the total`);
  const args = { from: formatShort(minimum), to: decimalToText('100') };
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(plain)) return refused('internal', 'internal-target', args);
  const value = exactFromDecimal(plain);
  if (value.compare(minimum) < 0 || value.compare(100) > 0) {
    return refused('internal', 'internal-target', args);
  }
  return { ok: true, value: plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain };
}

function dayProblem(field: string, day: string, year: number): Problem | null {
  if (!z.iso.date().safeParse(day).success) return { field, code: 'not-a-day' };
  const [from, to] = [`${year - 1}-01-01`, `${year + 1}-12-31`];
  if (day >= from && day <= to) return null;
  return { field, code: 'day-outside-year', args: { from: formatDay(from), to: formatDay(to) } };
}

/** A stage cannot end before it begins: "tpi-tutup" before "tpi-mulai". */
function reversedWindows(days: Days, calendar: Calendar): Problem[] {
  return calendar.dates.flatMap(({ code, name }) => {
    const end = code.replace(/-mulai$/, '-tutup');
    const [from, to] = [days.get(code) ?? null, days.get(end) ?? null];
    if (end === code || from === null || to === null || from <= to) return [];
    return [{ field: dateField(end), code: 'window-reversed', args: { start: name } }];
  });
}
