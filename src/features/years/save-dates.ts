import { appendHistory } from '../../db/history.js';
import type { Actor, Store } from '../../db/store.js';
import { refused, type Problem } from '../../domain/problem.js';
import { findLke } from '../lke/store.js';
import { daysOf, findYear, touchYear, writeDay, type YearRow } from './year-store.js';

/** Every date of the calendar by code; null: this year has no such date. */
export type Days = ReadonlyMap<string, string | null>;

export type DatesResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'stale'; readonly year: YearRow; readonly days: ReadonlyMap<string, string> };

/** The national dates of a year as a whole. */
export async function saveDates(
  store: Store,
  actor: Actor,
  change: { readonly year: number; readonly version: number; readonly days: Days },
  at: Date,
): Promise<DatesResult> {
  return store.write(async (tx) => {
    const year = await findYear(tx, change.year);
    if (year === null) return { kind: 'missing' };
    const stored = await daysOf(tx, year.year, '');
    const changed = [...change.days].filter(([code, day]) => (stored.get(code) ?? null) !== day);
    if (changed.length === 0) return { kind: 'done' };
    if (year.version !== change.version) return { kind: 'stale', year, days: stored };
    for (const [code, day] of changed) await writeDay(tx, year.year, code, '', day);
    await touchYear(tx, year);
    const entry = {
      action: 'year.dates',
      subject: String(year.year),
      year: year.year,
      before: Object.fromEntries(changed.map(([code]) => [code, stored.get(code) ?? null])),
      after: Object.fromEntries(changed),
    };
    await appendHistory(tx, actor, entry, at);
    return { kind: 'done' };
  });
}

export interface ExceptionChange {
  readonly year: number;
  readonly satkerCode: string;
  readonly code: string;
  /** null: the national date holds again. */
  readonly day: string | null;
  /** Why; normalised, never blank where a day is set. */
  readonly reason: string;
  /** The exception the person saw; null where there was none. */
  readonly seen: string | null;
}

export type ExceptionResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'stale'; readonly day: string | null }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** One date of one satker instead of the national one. */
export async function saveException(
  store: Store,
  actor: Actor,
  change: ExceptionChange,
  at: Date,
): Promise<ExceptionResult> {
  const { year, satkerCode, code, day, reason, seen } = change;
  return store.write(async (tx) => {
    if ((await findLke(tx, satkerCode, year)) === null) {
      return { kind: 'refused', ...refused('satker', 'satker-not-in-year', { year }) };
    }
    const stored = (await daysOf(tx, year, satkerCode)).get(code) ?? null;
    if (stored === day) return { kind: 'done' };
    if (stored !== seen) return { kind: 'stale', day: stored };
    await writeDay(tx, year, code, satkerCode, day, reason);
    const entry = {
      action: 'year.dates',
      subject: satkerCode,
      satkerCode,
      year,
      before: { [code]: stored },
      after: { [code]: day, ...(reason === '' ? {} : { reason }) },
    };
    await appendHistory(tx, actor, entry, at);
    return { kind: 'done' };
  });
}

export type SettingResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'stale'; readonly year: YearRow };

/** The internal target of a year, shown apart from the law; null: there is none. */
export async function saveInternalTarget(
  store: Store,
  actor: Actor,
  change: { readonly year: number; readonly version: number; readonly target: string | null },
  at: Date,
): Promise<SettingResult> {
  return store.write(async (tx) => {
    const year = await findYear(tx, change.year);
    if (year === null) return { kind: 'missing' };
    if (year.internalTarget === change.target) return { kind: 'done' };
    if (year.version !== change.version) return { kind: 'stale', year };
    await touchYear(tx, year, { internalTarget: change.target });
    const entry = {
      action: 'year.settings',
      subject: String(year.year),
      year: year.year,
      before: { internalTarget: year.internalTarget },
      after: { internalTarget: change.target },
    };
    await appendHistory(tx, actor, entry, at);
    return { kind: 'done' };
  });
}
