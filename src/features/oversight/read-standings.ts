import { scopeOf } from '../../domain/access/scope.js';
import type { Viewer } from '../../domain/access/decide.js';
import type { Deps } from '../../web/deps.js';
import { provinceName } from '../../text/messages/satker.js';
import { dayIn } from '../../text/format.js';
import { yearDays } from '../years/store.js';
import { namesOfProvinces, openYear, oversightRules, readWatched, scoresAt } from './store.js';
import { standingOf, type Frame, type Standing } from './standing.js';

export interface Watched {
  readonly frame: Frame;
  readonly standings: readonly Standing[];
  /** Of the first satker; what the pages are dated in. */
  readonly zone: string;
  readonly provinceNames: ReadonlyMap<string, string>;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Null where the year is not open or nothing of the province (null: of any) is in scope. */
export async function readStandings(
  { store, instruments, clock }: Pick<Deps, 'store' | 'instruments' | 'clock'>,
  viewer: Viewer,
  year: number,
  provinceCode: string | null,
): Promise<Watched | null> {
  const { db } = store;
  const opened = await openYear(db, year);
  if (opened === null) return null;
  const satkerList = await readWatched(db, scopeOf(viewer.grants), year, provinceCode);
  const [first] = satkerList;
  if (first === undefined) return null;
  const now = clock();
  const zone = first.place.timeZone;
  const weekBefore = dayIn(new Date(now.getTime() - 7 * DAY_MS), zone);
  const frame: Frame = {
    year,
    now,
    instrument: instruments.instrument(opened.instrumentId),
    ruleset: instruments.ruleset(opened.rulesetId),
    rules: oversightRules(opened.rulesetId),
    daysOf: await yearDays(db, year),
    weekAgo: await scoresAt(db, year, weekBefore),
  };
  const names = [...(await namesOfProvinces(db))];
  return {
    frame,
    standings: satkerList.map((satker) => standingOf(satker, viewer, frame)),
    zone,
    provinceNames: new Map(names.map(([code, name]) => [code, provinceName(name)])),
  };
}
