import type { RequestHandler } from 'express';
import { newestOpenYear } from '../../db/open-years.js';
import { decide } from '../../domain/access/decide.js';
import { isEndStage } from '../../domain/lke/stages.js';
import { paths } from '../../paths.js';
import { formatInteger } from '../../text/format.js';
import { queueText as text, workloadText } from '../../text/messages/review.js';
import { queueSumText } from '../../text/messages/review-turn.js';
import type { Deps } from '../../web/deps.js';
import { withQuery } from '../../web/pager.js';
import type { PageBase } from '../../web/pages.js';
import { userOf } from '../../web/signed-in.js';
import type { SignedIn } from '../../web/viewer-store.js';
import { yearDays } from '../years/store.js';
import type { ActLink } from './act-now.js';
import { progressText, queueRow, tierOf, type QueueRow } from './queue-row.js';
import { reviewableLke, type QueuedLke } from './queue-store.js';

export interface QueuePage extends PageBase {
  readonly intro: string;
  /** "n dari m indikator dinilai, k satker." of what is shown. */
  readonly sum: string | null;
  readonly ended: QueuePage['toggle'];
  readonly toggle: { readonly href: string; readonly label: string } | null;
  readonly workloadHref: string | null;
  readonly rows: readonly QueueRow[];
  readonly empty: { readonly title: string; readonly text: string };
  readonly emptyLink: ActLink;
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
  readonly emptyLink: ActLink;
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
    const withEnded = req.query['berakhir'] === '1';
    const chosen = isAll ? all : mine;
    const shown = chosen.filter(({ stage }) => withEnded || !isEndStage(stage));
    const of = year === null ? 0 : deps.instruments.forYear(year).instrument.indicators.length;
    const daysOf = await yearDays(db, year ?? 0);
    const rows: QueueRow[] = [];
    for (const lke of shown) {
      const at = { year: year ?? 0, of, days: daysOf(lke.satker.code) };
      rows.push(await queueRow(deps, user, lke, at));
    }
    const ended = chosen.filter(({ stage }) => isEndStage(stage)).length;
    deps.pages.render(req, res, 'review/queue', {
      title: text.title,
      intro:
        all.length === 0 ? '' : mine.length === 0 ? text.unassigned : text.assigned(mine.length),
      sum: sumOf(rows),
      toggle: mine.length === 0 ? null : toggleOf(isAll),
      ended: ended === 0 ? null : endedToggle(isAll && mine.length > 0, withEnded, ended),
      workloadHref: mayAssign(user, all) ? paths.reviewWorkload() : null,
      // What can be worked on now stands first.
      rows: [...rows].sort((a, b) => Number(b.isOpen) - Number(a.isOpen)),
      empty: ended > 0 ? queueSumText.allEnded : text.none,
      emptyLink: { href: paths.satkerList(), label: queueSumText.satkerList },
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
      emptyLink: { href: paths.reviewQueue(), label: queueSumText.queue },
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

function endedToggle(isAll: boolean, withEnded: boolean, ended: number): QueuePage['toggle'] {
  const semua = isAll ? '1' : '';
  const href = withQuery(paths.reviewQueue(), { semua, berakhir: withEnded ? '' : '1' });
  return { href, label: withEnded ? queueSumText.hideEnded : queueSumText.showEnded(ended) };
}

function sumOf(rows: readonly QueueRow[]): string | null {
  if (rows.length === 0) return null;
  const sum = (of: (row: QueueRow) => number) =>
    formatInteger(rows.reduce((total, row) => total + of(row), 0));
  return queueSumText.sum(
    sum(({ done }) => done),
    sum(({ of }) => of),
    formatInteger(rows.length),
  );
}

function mayAssign(user: SignedIn, all: readonly QueuedLke[]): boolean {
  return all.some(({ satker }) => decide(user, 'review.assign', satker) === 'allowed');
}
