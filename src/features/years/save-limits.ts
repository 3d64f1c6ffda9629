import { z } from 'zod';
import { appendHistory } from '../../db/history.js';
import type { Actor, Store } from '../../db/store.js';
import type { Outcome, Problem } from '../../domain/problem.js';
import { formatInteger } from '../../text/format.js';
import { evidenceLimits } from '../evidence/store.js';
import { writeLimit, type LimitName } from './limits-store.js';

export type Limits = Readonly<Record<LimitName, number>>;

const MB = 1_000_000;
const GB = 1_000_000_000;

/** Field, what one unit of it is, and what may be typed. */
export const LIMIT_FIELDS = {
  fileMb: { limit: 'fileBytes', unit: MB, from: 1, to: 200 },
  perIndicator: { limit: 'perIndicator', unit: 1, from: 1, to: 200 },
  quotaGb: { limit: 'quotaBytes', unit: GB, from: 1, to: 1000 },
} as const satisfies Record<string, { limit: LimitName; unit: number; from: number; to: number }>;
export type LimitField = keyof typeof LIMIT_FIELDS;
export const LIMIT_FIELD_NAMES = Object.keys(LIMIT_FIELDS) as LimitField[];

const text = z.string().catch('');
const FORM = z.object({ fileMb: text, perIndicator: text, quotaGb: text, seen: text });
export type LimitsTyped = z.infer<typeof FORM>;

export function readLimitsForm(body: unknown): LimitsTyped {
  return FORM.parse(body ?? {});
}

export function parseLimits(typed: LimitsTyped): Outcome<Limits> {
  const limits: Record<LimitName, number> = { fileBytes: 0, perIndicator: 0, quotaBytes: 0 };
  const problems: Problem[] = [];
  for (const field of LIMIT_FIELD_NAMES) {
    const { limit, unit, from, to } = LIMIT_FIELDS[field];
    const value = /^\d{1,6}$/.test(typed[field].trim()) ? Number(typed[field]) : NaN;
    if (value >= from && value <= to) limits[limit] = value * unit;
    else {
      const args = { from: formatInteger(from), to: formatInteger(to) };
      problems.push({ field, code: 'setting-range', args });
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: limits };
}

/** The limits a person saw, as one text for the form. */
export function limitsToken(limits: Limits): string {
  return [limits.fileBytes, limits.perIndicator, limits.quotaBytes].join('-');
}

export type LimitsResult =
  { readonly kind: 'done' } | { readonly kind: 'stale'; readonly stored: Limits };

/** Limits for uploads from now on; what is stored already stays. */
export async function saveLimits(
  store: Store,
  actor: Actor,
  change: { readonly limits: Limits; readonly seen: string },
  at: Date,
): Promise<LimitsResult> {
  return store.write(async (tx) => {
    const stored = await evidenceLimits(tx);
    const names = Object.keys(change.limits) as LimitName[];
    const changed = names.filter((name) => stored[name] !== change.limits[name]);
    if (changed.length === 0) return { kind: 'done' };
    if (limitsToken(stored) !== change.seen) return { kind: 'stale', stored };
    for (const name of changed) await writeLimit(tx, name, change.limits[name]);
    const pick = (limits: Limits) =>
      Object.fromEntries(changed.map((name) => [name, limits[name]]));
    const entry = {
      action: 'setting.edit',
      subject: 'evidence',
      before: pick(stored),
      after: pick(change.limits),
    };
    await appendHistory(tx, actor, entry, at);
    return { kind: 'done' };
  });
}
