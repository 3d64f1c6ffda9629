import type { Request, RequestHandler, Response } from 'express';
import { findOpenYear } from '../../db/open-years.js';
import { decide } from '../../domain/access/decide.js';
import { tierAtWork } from '../../domain/lke/assessment.js';
import { paths } from '../../paths.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { userOf } from '../../web/signed-in.js';
import type { SignedIn } from '../../web/viewer-store.js';
import type { YearDay } from '../years/store.js';
import { yearDays } from '../years/store.js';
import { actLink, actNow } from './act-now.js';
import { readQueueQuery, type Queued, type QueueQuery } from './queue-list.js';
import { queuePage, type QueueFacts } from './queue-page.js';
import { queueRow, tierOf } from './queue-row.js';
import { reviewableLke, type QueuedLke } from './queue-store.js';
import { queueYear, queueYears, type QueueYear } from './queue-year.js';

/** `/tinjauan`: what this person has to assess, over all satker of a year. */
export function showQueue(deps: Deps): RequestHandler {
  return async (req, res) => {
    const at = await queueYearOr404(deps, req, res);
    if (at === null) return;
    const query = readQueueQuery(req.query);
    const facts = await readQueue(deps, userOf(res), at, query, req.query);
    deps.pages.render(req, res, 'review/queue', queuePage(facts, query));
  };
}

export async function queueYearOr404(
  { store }: Deps,
  req: Request,
  res: Response,
): Promise<QueueYear | 'none' | null> {
  const at = await queueYear(store.db, req.query['tahun']);
  if (at !== 'unknown') return at;
  renderError(req, res, 404);
  return null;
}

/** How many indicators an LKE of the year has. */
export async function indicatorsOf({ store, instruments }: Deps, year: number): Promise<number> {
  const opened = await findOpenYear(store.db, year);
  if (opened === null) throw new Error(`the year ${year} is not open`);
  return instruments.instrument(opened.instrumentId).indicators.length;
}

export function mayAssign(user: SignedIn, { satker }: QueuedLke): boolean {
  return decide(user, 'review.assign', satker) === 'allowed';
}

async function readQueue(
  deps: Deps,
  user: SignedIn,
  at: QueueYear | 'none',
  { semua }: QueueQuery,
  raw: unknown,
): Promise<QueueFacts> {
  const now = deps.clock();
  if (at === 'none') return { ...NOTHING, now, raw };
  const { db } = deps.store;
  const { year, years } = at;
  const all = await reviewableLke(db, user.grants, year);
  const mine = all.filter(({ assigned }) => assigned.some((one) => one.userId === user.userId));
  const of = await indicatorsOf(deps, year);
  const daysOf = await yearDays(db, year);
  const queue: Queued[] = [];
  for (const lke of mine.length === 0 || semua === '1' ? all : mine) {
    queue.push(await queued(deps, user, lke, { year, of, days: daysOf(lke.satker.code) }));
  }
  return {
    year,
    isNewest: year === years[0],
    years: await queueYears(db, user, at, paths.reviewQueue()),
    now,
    of,
    reachable: all.length,
    assigned: mine.length,
    queue,
    mayAssign: all.some((lke) => mayAssign(user, lke)),
    raw,
    rowOf: (one) => queueRow(user, one, { year, of, now }),
  };
}

const NOTHING: Omit<QueueFacts, 'now' | 'raw'> = {
  year: null,
  isNewest: true,
  years: [],
  of: 0,
  reachable: 0,
  assigned: 0,
  queue: [],
  mayAssign: false,
  rowOf: () => {
    throw new Error('no year is open');
  },
};

async function queued(
  { store }: Deps,
  user: SignedIn,
  lke: QueuedLke,
  {
    year,
    of,
    days,
  }: { readonly year: number; readonly of: number; readonly days: readonly YearDay[] },
): Promise<Queued> {
  const own = tierOf(user, lke);
  const tier = tierAtWork(lke.stage) ?? own;
  const done = lke.assessed[tier] ?? 0;
  const act = await actNow(store.db, user, lke, done === of);
  const to = { satker: lke.satker.code, year, tier, hasBegun: done > 0 };
  return { lke, tier: own, days, act: act === null ? null : actLink(act, to) };
}
