import { z } from 'zod';
import { exactFromDecimal } from '../../domain/exact.js';
import type { Instrument } from '../../domain/instrument/instrument.js';
import type { Outcome, Problem } from '../../domain/problem.js';
import { isTooLong, MAX_LENGTH, normaliseLine, normaliseText } from '../../text/normalise.js';
import { formatShort } from '../../text/format.js';
import type { TpnTotals } from './result-store.js';

const TEXT = z.string().catch('');
const VERSION = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .catch(-1);
const MOST_NUMBER = 100;

const TOTALS = z.object({
  total: TEXT,
  pengungkit: TEXT,
  hasil: TEXT,
  note: TEXT,
  version: VERSION,
});
export type TypedTotals = z.infer<typeof TOTALS>;

export function readTotalsForm(body: unknown): TypedTotals {
  return TOTALS.parse(body ?? {});
}

export function readTotalsVersion(body: unknown): number {
  return TOTALS.parse(body ?? {}).version;
}

/** A total from 0 to 100; the two parts may be left blank, both given they add up to it. */
export function parseTotals(typed: TypedTotals, instrument: Instrument): Outcome<TpnTotals> {
  const problems: Problem[] = [];
  const total = points(typed.total, '100');
  if (total === null || total === '') problems.push({ field: 'total', code: 'tpn-total' });
  const parts = (['pengungkit', 'hasil'] as const).map((field) => {
    const most = instrument.weights[field];
    const value = points(typed[field], formatShort(most).replace(',', '.'));
    if (value === null) {
      problems.push({ field, code: 'tpn-part', args: { max: formatShort(most) } });
    }
    return value === '' ? null : value;
  });
  const [pengungkit = null, hasil = null] = parts;
  const note = normaliseText(typed.note);
  if (isTooLong(note))
    problems.push({ field: 'note', code: 'too-long', args: { max: MAX_LENGTH } });
  if (problems.length === 0 && total && pengungkit !== null && hasil !== null) {
    const sum = exactFromDecimal(pengungkit).add(exactFromDecimal(hasil));
    if (!sum.equals(exactFromDecimal(total))) problems.push({ field: 'total', code: 'tpn-sum' });
  }
  if (problems.length > 0 || !total) return { ok: false, problems };
  return { ok: true, value: { total, pengungkit, hasil, note, version: typed.version } };
}

/** Decimal text, "" where blank, null where it is none within 0..most. */
function points(typed: string, most: string): string | null {
  const plain = typed.trim().replace(',', '.');
  if (plain === '') return '';
  if (!/^\d{1,3}(\.\d{1,6})?$/.test(plain)) return null;
  if (exactFromDecimal(plain).compare(exactFromDecimal(most)) > 0) return null;
  return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
}

const DECREE = z.object({ kind: TEXT, number: TEXT, day: TEXT, reason: TEXT, version: VERSION });
export type TypedDecree = z.infer<typeof DECREE>;

export function readDecreeForm(body: unknown): TypedDecree {
  return DECREE.parse(body ?? {});
}

export interface ParsedDecree {
  readonly kind: 'ditetapkan' | 'tidak-ditetapkan';
  readonly number: string;
  readonly day: string;
  readonly reason: string;
}

/** `today` is the day at the centre; a refusal says why, a decree has its number and day. */
export function parseDecree(typed: TypedDecree, today: string): Outcome<ParsedDecree> {
  const problems: Problem[] = [];
  const kind = (['ditetapkan', 'tidak-ditetapkan'] as const).find((one) => one === typed.kind);
  if (kind === undefined) problems.push({ field: 'kind', code: 'tpn-decision' });
  const number = normaliseLine(typed.number);
  if (number === '') problems.push({ field: 'number', code: 'required' });
  if (number.length > MOST_NUMBER) {
    problems.push({ field: 'number', code: 'too-long', args: { max: MOST_NUMBER } });
  }
  const day = typed.day.trim();
  if (day === '') problems.push({ field: 'day', code: 'required' });
  else if (!z.iso.date().safeParse(day).success) problems.push({ field: 'day', code: 'not-a-day' });
  else if (day > today) problems.push({ field: 'day', code: 'decree-in-future' });
  const reason = normaliseText(typed.reason);
  if (kind === 'tidak-ditetapkan' && reason === '') {
    problems.push({ field: 'reason', code: 'tpn-reason' });
  }
  if (isTooLong(reason)) {
    problems.push({ field: 'reason', code: 'too-long', args: { max: MAX_LENGTH } });
  }
  if (problems.length > 0 || kind === undefined) return { ok: false, problems };
  return { ok: true, value: { kind, number, day, reason } };
}
