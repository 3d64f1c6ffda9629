import { scopeOf } from '../../domain/access/scope.js';
import type { Viewer } from '../../domain/access/decide.js';
import { findOpenYear, openYears } from '../../db/open-years.js';
import type { Deps } from '../../web/deps.js';
import { provinceName } from '../../text/messages/satker.js';
import type { Db } from '../../db/store.js';
import { dayIn } from '../../text/format.js';
import { yearDays } from '../years/store.js';
import { namesOfProvinces, oversightRules, readWatched } from './store.js';
import { pastAt, type Past } from './past-store.js';
import { daysAgo, WEEK } from './span.js';
import { standingOf, type Frame, type Standing } from './standing.js';

export interface Watched {
  readonly frame: Frame;
  readonly standings: readonly Standing[];
  /** Of the first satker; what the pages are dated in. */
  readonly zone: string;
  readonly provinceNames: ReadonlyMap<string, string>;
  /** Every year that is open, newest first. */
  readonly years: readonly number[];
}

/** No satker in scope has an LKE of the year. */
export function isUnopened({ standings }: Watched): boolean {
  return standings.every(({ lke }) => lke === null);
}

/** Null where the year is not open or nothing of the province (null: of any) is in scope. */
export async function readStandings(
  { store, instruments, clock }: Pick<Deps, 'store' | 'instruments' | 'clock'>,
  viewer: Viewer,
  year: number,
  provinceCode: string | null,
): Promise<Watched | null> {
  const { db } = store;
  const opened = await findOpenYear(db, year);
  if (opened === null) return null;
  const satkerList = await readWatched(db, scopeOf(viewer.grants), year, provinceCode);
  const [first] = satkerList;
  if (first === undefined) return null;
  const now = clock();
  const zone = first.place.timeZone;
  const zones = satkerList.map(({ place }) => place.timeZone);
  const frame: Frame = {
    year,
    now,
    instrument: instruments.instrument(opened.instrumentId),
    ruleset: instruments.ruleset(opened.rulesetId),
    rules: oversightRules(opened.rulesetId),
    daysOf: await yearDays(db, year),
    weekAgo: await weekAgoIn(db, year, now, zones),
  };
  const names = [...(await namesOfProvinces(db))];
  return {
    frame,
    standings: satkerList.map((satker) => standingOf(satker, viewer, frame)),
    zone,
    years: await openYears(db),
    provinceNames: new Map(names.map(([code, name]) => [code, provinceName(name)])),
  };
}

/** Each day is read once: mostly all zones have the same. */
async function weekAgoIn(
  db: Db,
  year: number,
  now: Date,
  zones: readonly string[],
): Promise<Frame['weekAgo']> {
  const byDay = new Map<string, Past>();
  const byZone = new Map<string, Past>();
  for (const zone of new Set(zones)) {
    const day = daysAgo(dayIn(now, zone), WEEK);
    const past = byDay.get(day) ?? (await pastAt(db, year, day));
    byDay.set(day, past);
    byZone.set(zone, past);
  }
  return (zone) => {
    const past = byZone.get(zone);
    if (past === undefined) throw new Error(`no scores were read for ${zone}`);
    return past;
  };
}
