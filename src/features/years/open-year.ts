import { appendHistory } from '../../db/history.js';
import type { Actor, Tx } from '../../db/store.js';
import type { Target } from '../../domain/predikat/gate.js';
import { refused, type Outcome } from '../../domain/problem.js';
import type { Deps } from '../../web/deps.js';
import { refreshScore } from '../lke/store.js';
import { calendarOf } from './calendar.js';
import { insertLke, satkerWithoutLke } from './lke-store.js';
import { findYear, insertYear, writeDay, type YearRow } from './year-store.js';

export type YearDeps = Pick<Deps, 'store' | 'clock' | 'instruments'>;

export interface Opening {
  readonly year: number;
  /** Target of every LKE opened now; each can be changed later. */
  readonly target: Target;
  readonly satkerCodes: readonly string[];
}

/**
 * Opens a year with its instrument, its ruleset and their default dates, and an empty LKE for
 * every chosen satker: all of it in one transaction. A year without an instrument is refused,
 * never given another year's. Gives the number of LKEs opened now.
 */
export async function openYear(
  deps: YearDeps,
  actor: Actor,
  opening: Opening,
): Promise<Outcome<number>> {
  const { store, clock, instruments } = deps;
  const { year } = opening;
  if (!instruments.years.includes(year)) {
    return refused('year', 'unknown-year', { known: instruments.years.join(', ') });
  }
  const { instrument, ruleset } = instruments.forYear(year);
  const at = clock();
  return store.write(async (tx) => {
    if ((await findYear(tx, year)) !== null) return repeated(tx, opening);
    const row = {
      year,
      instrumentId: instrument.id,
      rulesetId: ruleset.id,
      internalTarget: null,
      createdAt: at.toISOString(),
    };
    await insertYear(tx, row);
    const { dates } = calendarOf(ruleset.id);
    for (const { code, day } of dates) await writeDay(tx, year, code, '', day);
    const after = {
      instrument: instrument.id,
      ruleset: ruleset.id,
      dates: Object.fromEntries(dates.map(({ code, day }) => [code, day])),
    };
    const entry = { action: 'year.open', subject: String(year), year, after };
    await appendHistory(tx, actor, entry, at);
    const opened = await openLkeList(tx, deps, actor, { ...row, version: 1 }, opening);
    return { ok: true, value: opened };
  });
}

/** The same form sent again does nothing; another one is told that the year is open. */
async function repeated(tx: Tx, { year, satkerCodes }: Opening): Promise<Outcome<number>> {
  const free = new Set((await satkerWithoutLke(tx, year)).map(({ code }) => code));
  if (satkerCodes.some((code) => free.has(code))) {
    return refused('year', 'year-already-open', { year });
  }
  return { ok: true, value: 0 };
}

/** Gives further satker of an open year their LKE; those that have one are left alone. */
export async function addLke(
  deps: YearDeps,
  actor: Actor,
  opening: Opening,
): Promise<Outcome<number>> {
  return deps.store.write(async (tx) => {
    const year = await findYear(tx, opening.year);
    if (year === null) return refused('year', 'year-not-open', { year: opening.year });
    return { ok: true, value: await openLkeList(tx, deps, actor, year, opening) };
  });
}

async function openLkeList(
  tx: Tx,
  deps: YearDeps,
  actor: Actor,
  year: YearRow,
  { satkerCodes, target }: Opening,
): Promise<number> {
  const wanted = new Set(satkerCodes);
  const free = await satkerWithoutLke(tx, year.year);
  const chosen = free.filter(({ code }) => wanted.has(code));
  const at = deps.clock();
  const stage = 'pengisian';
  for (const { code } of chosen) {
    const lke = { satkerCode: code, year: year.year, target, stage } as const;
    const id = await insertLke(tx, { ...lke, createdAt: at.toISOString() });
    await refreshScore(tx, deps.instruments, { ...year, id }, 'mandiri', at);
    const entry = { action: 'lke.open', subject: code, satkerCode: code, year: year.year };
    await appendHistory(tx, actor, { ...entry, after: { target, stage } }, at);
  }
  return chosen.length;
}
