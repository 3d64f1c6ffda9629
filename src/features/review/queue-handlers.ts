import type { RequestHandler } from 'express';
import { newestOpenYear } from '../../db/open-years.js';
import { decide } from '../../domain/access/decide.js';
import { isOpenForTier, type JudgingTier } from '../../domain/lke/assessment.js';
import { paths } from '../../paths.js';
import { dayIn, daysBetween, formatInstant } from '../../text/format.js';
import { stageText } from '../../text/messages/lke.js';
import { queueText as text, tierShort, workloadText } from '../../text/messages/review.js';
import type { Deps } from '../../web/deps.js';
import { lkeRights } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import { userOf } from '../../web/signed-in.js';
import type { SignedIn } from '../../web/viewer-store.js';
import { stageDeadline } from '../lke/store.js';
import { yearDays, type YearDay } from '../years/store.js';
import { reviewableLke, type QueuedLke } from './queue-store.js';

export interface QueuePage extends PageBase {
  readonly intro: string;
  readonly toggle: { readonly href: string; readonly label: string } | null;
  readonly workloadHref: string | null;
  readonly rows: readonly QueueRow[];
  readonly empty: { readonly title: string; readonly text: string };
}

interface QueueRow {
  readonly href: string;
  readonly name: string;
  readonly tier: string;
  readonly stage: string;
  readonly progress: string;
  readonly done: number;
  readonly of: number;
  readonly deadline: string;
  readonly deadlineAt: string;
  readonly isPressing: boolean;
  readonly quiet: string;
  readonly lastAt: string;
  readonly waiting: string | null;
  readonly isOpen: boolean;
  readonly actionHref: string;
  readonly action: string;
  readonly assignHref: string | null;
}

export interface WorkloadPage extends PageBase {
  readonly people: readonly {
    readonly name: string;
    readonly count: string;
    readonly satker: readonly {
      readonly href: string;
      readonly name: string;
      readonly progress: string;
    }[];
  }[];
  readonly empty: { readonly title: string; readonly text: string };
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'review/queue': QueuePage;
    'review/workload': WorkloadPage;
  }
}

/** `/tinjauan`: what this person has to assess, over all satker. */
export function showQueue(deps: Deps): RequestHandler {
  return async (req, res) => {
    const user = userOf(res);
    const { db } = deps.store;
    const year = await newestOpenYear(db);
    const all = year === null ? [] : await reviewableLke(db, user.grants, year);
    const mine = all.filter(({ assigned }) => assigned.some((one) => one.userId === user.userId));
    const isAll = mine.length === 0 || req.query['semua'] === '1';
    const daysOf = await yearDays(db, year ?? 0);
    const rows = (isAll ? all : mine).map((lke) =>
      rowOf(deps, user, lke, year ?? 0, daysOf(lke.satker.code)),
    );
    deps.pages.render(req, res, 'review/queue', {
      title: text.title,
      intro:
        all.length === 0 ? '' : mine.length === 0 ? text.unassigned : text.assigned(mine.length),
      toggle: mine.length === 0 ? null : toggleOf(isAll),
      workloadHref: mayAssign(user, all) ? paths.reviewWorkload() : null,
      // What can be worked on now stands first.
      rows: [...rows].sort((a, b) => Number(b.isOpen) - Number(a.isOpen)),
      empty: text.none,
    });
  };
}

/** `/tinjauan/beban`: who has how many satker, and which have nobody. */
export function showWorkload(deps: Deps): RequestHandler {
  return async (req, res) => {
    const user = userOf(res);
    const { db } = deps.store;
    const year = await newestOpenYear(db);
    const all = year === null ? [] : await reviewableLke(db, user.grants, year);
    const within = all.filter(({ satker }) => decide(user, 'review.assign', satker) === 'allowed');
    const of = year === null ? 0 : deps.instruments.forYear(year).instrument.indicators.length;
    deps.pages.render(req, res, 'review/workload', {
      title: workloadText.title,
      people: loadsOf(user, within).map(({ name, list }) => ({
        name,
        count: workloadText.satker(list.length),
        satker: list.map((lke) => ({
          href: paths.assignment(lke.satker.code, year ?? 0),
          name: lke.satker.name,
          progress: progressText(lke.assessed[tierOf(user, lke)], of),
        })),
      })),
      empty: workloadText.none,
    });
  };
}

interface Load {
  readonly name: string;
  readonly list: readonly QueuedLke[];
}

/** Of the viewer's tier, by person, since two may have the same name; what nobody has comes first. */
function loadsOf(user: SignedIn, all: readonly QueuedLke[]): readonly Load[] {
  const given = all.map((lke) => {
    const tier = tierOf(user, lke);
    return { lke, people: lke.assigned.filter((one) => one.tier === tier) };
  });
  const everybody = new Map(given.flatMap(({ people }) => people).map((one) => [one.userId, one]));
  const loads = [...everybody.values()].map(({ userId, name }): Load => {
    const own = given.filter(({ people }) => people.some((one) => one.userId === userId));
    return { name, list: own.map(({ lke }) => lke) };
  });
  const free = given.filter(({ people }) => people.length === 0).map(({ lke }) => lke);
  const first = free.length === 0 ? [] : [{ name: workloadText.unassigned, list: free }];
  return [...first, ...loads.sort((a, b) => a.name.localeCompare(b.name, 'id'))];
}

function toggleOf(isAll: boolean): QueuePage['toggle'] {
  const href = paths.reviewQueue();
  return isAll
    ? { href, label: text.showAssigned }
    : { href: `${href}?semua=1`, label: text.showAll };
}

function mayAssign(user: SignedIn, all: readonly QueuedLke[]): boolean {
  return all.some(({ satker }) => decide(user, 'review.assign', satker) === 'allowed');
}

function tierOf(user: SignedIn, { satker }: QueuedLke): JudgingTier {
  return lkeRights(user, satker).review ?? 'pendahuluan';
}

function progressText(done: number | null, of: number): string {
  return done === null ? text.notBegun : text.progress(done, of);
}

function rowOf(
  deps: Deps,
  user: SignedIn,
  lke: QueuedLke,
  year: number,
  days: readonly YearDay[],
): QueueRow {
  const { satker, stage, lastActivity, waiting } = lke;
  const tier = tierOf(user, lke);
  const of = deps.instruments.forYear(year).instrument.indicators.length;
  const now = deps.clock();
  const deadline = stageDeadline(days, stage, now, satker.timeZone, lke.sentBack);
  const isOpen =
    isOpenForTier(stage, tier) && decide(user, `assessment.${tier}`, satker) === 'allowed';
  const at = [satker.code, year, tier] as const;
  const zone = satker.timeZone;
  const quietDays =
    lastActivity === null
      ? null
      : daysBetween(dayIn(new Date(lastActivity), zone), dayIn(now, zone));
  return {
    href: paths.review(...at),
    name: satker.name,
    tier: tierShort[tier],
    stage: stageText[stage],
    progress: progressText(lke.assessed[tier], of),
    done: lke.assessed[tier] ?? 0,
    of,
    deadline: deadline?.left ?? text.noDeadline,
    deadlineAt: deadline?.at ?? '',
    isPressing: isOpen && deadline !== null && (deadline.isNear || deadline.isOver),
    quiet: quietDays === null ? text.never : text.quiet(quietDays),
    lastAt: lastActivity === null ? '' : formatInstant(lastActivity, zone),
    waiting: waiting === 0 ? null : text.waiting(waiting),
    isOpen,
    actionHref: isOpen ? paths.reviewResume(...at) : paths.review(...at),
    action: isOpen ? text.resume : text.open,
    assignHref:
      decide(user, 'review.assign', satker) === 'allowed'
        ? paths.assignment(satker.code, year)
        : null,
  };
}
