import { findOpenYear } from '../../db/open-years.js';
import { decide, type Viewer } from '../../domain/access/decide.js';
import type { Instrument } from '../../domain/instrument/instrument.js';
import { judgeAll } from '../../domain/predikat/gates.js';
import { rankByScore } from '../../domain/scoring/rank.js';
import { historyHead } from '../../db/history.js';
import type { Db } from '../../db/store.js';
import type { Instruments } from '../../instruments.js';
import { provinceName } from '../../text/messages/satker.js';
import type { RecapInput, RecapSatker, RecapScore } from '../../workbook/recap-input.js';
import { withTiers } from './further-tiers.js';
import { hasilCodes, recapScore } from './recap-score.js';
import { readAnswersOf, readProvince, type ProvinceSatker } from './store.js';

export interface RecapSource {
  /** A snapshot, so that scores, answers and the head of the history are of one moment. */
  readonly db: Db;
  readonly instruments: Instruments;
  readonly version: string;
}

export interface RecapPlace {
  readonly province: string;
  readonly year: number;
}

/** What the satker itself claims ranks; the further tiers have columns of their own. */
const TIER = 'mandiri';

/**
 * The recap as this person may see it; the operator (null) sees all. Null where the year is not
 * open or no satker of the province is in scope: both answer like a province that does not exist.
 */
export async function buildRecap(
  source: RecapSource,
  viewer: Viewer | null,
  { province, year }: RecapPlace,
  at: Date,
): Promise<RecapInput | null> {
  const { db, instruments, version } = source;
  const opened = await findOpenYear(db, year);
  if (opened === null) return null;
  const all = await readProvince(db, province, year, TIER);
  const visible = all.filter(({ place }) => isVisible(viewer, place));
  const [first] = visible;
  if (first === undefined) return null;
  const instrument = instruments.instrument(opened.instrumentId);
  const ruleset = instruments.ruleset(opened.rulesetId);
  const head = await historyHead(db);
  const own = all.find(({ place }) => place.level !== 'kabupaten/kota') ?? first;
  return {
    province: { code: province, name: provinceName(own.place.name) },
    year,
    instrument,
    ruleset,
    satkerList: await withTiers(db, ranked(await scored(db, visible, instrument), ruleset), {
      visible,
      viewer,
      province,
      year,
      instrument,
      ruleset,
    }),
    exportedAt: at.toISOString(),
    timeZone: own.place.timeZone,
    historyHead: head.seq === 0 ? null : head,
    productVersion: version,
  };
}

export function isVisible(viewer: Viewer | null, place: ProvinceSatker['place']): boolean {
  return viewer === null || decide(viewer, 'lke.export', place) === 'allowed';
}

interface Scored {
  readonly satker: ProvinceSatker;
  readonly score: RecapScore | null;
}

async function scored(
  db: Db,
  visible: readonly ProvinceSatker[],
  instrument: Instrument,
): Promise<Scored[]> {
  const ids = visible.flatMap(({ lke }) => lke?.id ?? []);
  const answers = await readAnswersOf(db, ids, TIER, hasilCodes(instrument));
  return visible.map((satker) => {
    const { lke } = satker;
    if (lke === null) return { satker, score: null };
    if (lke.score === null) throw new Error(`the LKE of ${satker.place.code} has no score`);
    return { satker, score: recapScore(lke.score, answers.get(lke.id) ?? new Map(), instrument) };
  });
}

function ranked(list: readonly Scored[], ruleset: RecapInput['ruleset']): RecapSatker[] {
  const scores = list.flatMap(({ score }) => score ?? []);
  const ranks = rankByScore(scores.map(({ total }) => total));
  return list.map(({ satker: { place, lke }, score }) => {
    const { code, name } = place;
    if (lke === null || score === null) return { code, name, lke: null };
    const { target, stage } = lke;
    const rank = ranks[scores.indexOf(score)] ?? 0;
    return { code, name, lke: { target, stage, score, rank, gates: judgeAll(ruleset, score) } };
  });
}
