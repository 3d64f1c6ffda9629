import { END_STAGES, type Stage } from '../../domain/lke/stages.js';
import type { Deps } from '../../web/deps.js';
import { notifyDeadline } from '../../web/notify.js';
import { stageEnd } from '../lke/store.js';
import { oversightRules } from '../oversight/store.js';
import { yearDays } from '../years/store.js';
import { lkeAtWork, sweepNotifications } from './store.js';

const KEPT_MS = 180 * 24 * 60 * 60 * 1000;

/** Tells those whose turn it is of a stage that ends in so many days, once for each number. */
export async function remindOfDeadlines({ store, clock }: Pick<Deps, 'store' | 'clock'>) {
  const now = clock();
  const lkeList = await lkeAtWork(store.db, END_STAGES);
  const days = new Map<number, Awaited<ReturnType<typeof yearDays>>>();
  for (const { year } of lkeList) {
    if (!days.has(year)) days.set(year, await yearDays(store.db, year));
  }
  for (const lke of lkeList) {
    const stage = lke.stage as Stage;
    const dates = days.get(lke.year)?.(lke.code) ?? [];
    const end = stageEnd(dates, stage, now, lke.timeZone, lke.sentBack);
    if (end === null || end.daysLeft < 0) continue;
    const { reminderDays } = oversightRules(lke.rulesetId);
    const within = reminderDays.filter((limit) => end.daysLeft <= limit).at(-1);
    if (within === undefined) continue;
    const { id: lkeId, code, provinceCode, level, year } = lke;
    const place = { code, provinceCode, level };
    const at = now.toISOString();
    const told = { lkeId, place, year, stage, ...end, within, at };
    await store.write((tx) => notifyDeadline(tx, told));
  }
}

export async function forgetOldNotifications({ store, clock }: Pick<Deps, 'store' | 'clock'>) {
  const before = new Date(clock().getTime() - KEPT_MS).toISOString();
  await store.write((tx) => sweepNotifications(tx, before));
}
