import type { RequestHandler } from 'express';
import { isEndStage } from '../../domain/lke/stages.js';
import { paths } from '../../paths.js';
import { formatInteger } from '../../text/format.js';
import { workloadText as text } from '../../text/messages/queue.js';
import type { Deps } from '../../web/deps.js';
import { withQuery } from '../../web/pager.js';
import type { PageBase } from '../../web/pages.js';
import { userOf } from '../../web/signed-in.js';
import type { SignedIn } from '../../web/viewer-store.js';
import type { YearLink } from '../../web/year-links.js';
import type { ActLink } from './act-now.js';
import { indicatorsOf, mayAssign, queueYearOr404 } from './queue-handlers.js';
import { progressText, tierOf } from './queue-row.js';
import { reviewableLke, type QueuedLke } from './queue-store.js';
import { yearLinksOf } from './queue-year.js';

export interface WorkloadPage extends PageBase {
  readonly years: readonly YearLink[];
  readonly people: readonly {
    readonly name: string;
    readonly count: string;
    /** Folded at first. */
    readonly isLong: boolean;
    readonly satker: readonly {
      readonly href: string;
      readonly name: string;
      readonly progress: string;
    }[];
  }[];
  readonly empty: { readonly title: string; readonly text: string };
  readonly queue: ActLink;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'review/workload': WorkloadPage;
  }
}

/** `/tinjauan/beban`: who has how many satker, and which have nobody. */
export function showWorkload(deps: Deps): RequestHandler {
  return async (req, res) => {
    const at = await queueYearOr404(deps, req, res);
    if (at === null) return;
    const page = { empty: text.none, queue: { href: paths.reviewQueue(), label: text.queue } };
    if (at === 'none') {
      const none = { title: text.titleWithoutYear, years: [], people: [] };
      deps.pages.render(req, res, 'review/workload', { ...page, ...none });
      return;
    }
    const user = userOf(res);
    const { year, years } = at;
    const all = await reviewableLke(deps.store.db, user.grants, year);
    const within = all.filter((lke) => mayAssign(user, lke) && !isEndStage(lke.stage));
    const of = await indicatorsOf(deps, year);
    deps.pages.render(req, res, 'review/workload', {
      ...page,
      title: text.title(year),
      years: yearLinksOf(at, paths.reviewWorkload()),
      people: loadsOf(user, within).map(({ name, list }) => ({
        name,
        count: countOf(user, list, of),
        isLong: list.length > LONG,
        satker: list.map((lke) => ({
          href: paths.assignment(lke.satker.code, year),
          name: lke.satker.name,
          progress: progressText(lke.assessed[tierOf(user, lke)], of),
        })),
      })),
      queue: {
        href: withQuery(paths.reviewQueue(), { tahun: year === years[0] ? '' : String(year) }),
        label: text.queue,
      },
    });
  };
}

/** Satker whose names fill a screen. */
const LONG = 40;

/** "14 satker, 512 dari 1.582 indikator dinilai". */
function countOf(user: SignedIn, list: readonly QueuedLke[], of: number): string {
  const done = list.reduce((sum, lke) => sum + (lke.assessed[tierOf(user, lke)] ?? 0), 0);
  return text.load(list.length, formatInteger(done), formatInteger(list.length * of));
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
  const first = free.length === 0 ? [] : [{ name: text.unassigned, list: free }];
  return [...first, ...loads.sort((a, b) => a.name.localeCompare(b.name, 'id'))];
}
