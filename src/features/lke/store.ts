import {
  decide,
  type Decision,
  type SatkerAction,
  type StageStep,
} from '../../domain/access/decide.js';
import type { Viewer } from '../../domain/access/decide.js';
import type { SatkerPlace } from '../../domain/access/roles.js';
import type { Tier } from '../../domain/access/tiers.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import { isJudgingTier } from '../../domain/lke/assessment.js';
import { openIndicators, type Openness } from '../../domain/lke/openness.js';
import { isOpenForFilling, type Stage } from '../../domain/lke/stages.js';
import type { Target } from '../../domain/predikat/gate.js';
import type { AnswerValue } from '../../domain/scoring/answer.js';
import { scoreSheet } from '../../domain/scoring/score-sheet.js';
import type { SheetScore } from '../../domain/scoring/sheet-score.js';
import { prepared } from '../../db/prepared.js';
import type { Db } from '../../db/store.js';
import type { Instruments } from '../../instruments.js';
import { readJudged } from './judged-store.js';
import { LETTER_SENT } from './letter-sent-store.js';
import { openReturnOf } from './openness-store.js';

export { isPastDeadline, stageDeadline, stageEnd } from './deadline.js';
export { LETTER_SENT } from './letter-sent-store.js';
export { SENT_BACK_BY, sentBackBy } from './sent-back-store.js';
export { standingOf, type Standing } from './openness-store.js';
export { readClaims, readJudged, type Claims, type Judged } from './judged-store.js';
export { dropScore, followEvidence, readScore, refreshScore } from './score-store.js';
export { lastMoveOf } from './moves-store.js';
export { fromStoredScore, scoreColumns, type JoinedScore } from './stored-score.js';
export type { ScoreColumns, StoredScore } from './stored-score.js';

/** One satker's LKE of one year, with what access and pages need of the satker. */
export interface Lke {
  readonly id: number;
  readonly year: number;
  readonly target: Target;
  readonly stage: Stage;
  /** Instant since which it stands there. */
  readonly stageSince: string;
  /** What the satker may change now; asked again inside each transaction ({@link standingOf}). */
  readonly openness: Openness;
  readonly version: number;
  /** The letter of recommendation for which it waits is recorded as sent. */
  readonly isLetterSent: boolean;
  readonly instrumentId: string;
  readonly rulesetId: string;
  /** Decimal text, points of 100, or null. */
  readonly internalTarget: string | null;
  readonly satker: SatkerPlace & { readonly name: string; readonly timeZone: string };
}

export interface AnswerRow {
  readonly code: IndicatorCode;
  readonly value: AnswerValue | null;
  readonly note: string;
  readonly version: number;
  readonly updatedBy: string | null;
  readonly updatedAt: string;
}

export type FoundLke =
  | { readonly decision: 'allowed'; readonly lke: Lke }
  | { readonly decision: Exclude<Decision, 'allowed'> };

/** The year of an address; 0, of which there is no LKE, where it is none. */
export function yearParam(raw: string): number {
  return /^[1-9]\d{3}$/.test(raw) ? Number(raw) : 0;
}

/** The parameters of a path below `/lke/:satker/:year`, as the router gives them. */
interface LkeAddress {
  readonly satker?: string | readonly string[];
  readonly year?: string | readonly string[];
}

/** The LKE through the person who asks: one that is missing and one out of scope answer alike. */
export async function findLkeFor(
  db: Db,
  viewer: Viewer,
  action: SatkerAction | StageStep,
  { satker, year }: LkeAddress,
): Promise<FoundLke> {
  const lke = await findLke(db, String(satker), yearParam(String(year)));
  if (lke === null) return { decision: 'invisible' };
  const decision = decide(viewer, action, lke.satker);
  return decision === 'allowed' ? { decision, lke } : { decision };
}

export async function findLke(db: Db, satkerCode: string, year: number): Promise<Lke | null> {
  const [row] = await selectLke(db, { satkerCode, year });
  if (row === undefined) return null;
  const stage = row.stage as Stage;
  const openReturn = isOpenForFilling(stage) ? await openReturnOf(db, row.id) : null;
  return {
    id: row.id,
    year: row.year,
    target: row.target,
    stage,
    stageSince: row.stage_since ?? row.created_at,
    openness: openIndicators(stage, openReturn),
    version: row.version,
    isLetterSent: row.isLetterSent === 1,
    instrumentId: row.instrument_id,
    rulesetId: row.ruleset_id,
    internalTarget: row.internal_target,
    satker: {
      code: row.code,
      provinceCode: row.province_code,
      level: row.level,
      name: row.name,
      timeZone: row.time_zone,
    },
  };
}

interface LkePlace {
  readonly satkerCode: string;
  readonly year: number;
}

const selectLke = prepared((db, { satkerCode, year }: LkePlace) =>
  db
    .selectFrom('lke')
    .innerJoin('satker', 'satker.code', 'lke.satker_code')
    .innerJoin('year', 'year.year', 'lke.year')
    .select([
      'lke.id',
      'lke.year',
      'lke.target',
      'lke.stage',
      'lke.stage_since',
      'lke.created_at',
      'lke.version',
      'year.instrument_id',
      'year.ruleset_id',
      'year.internal_target',
      'satker.code',
      'satker.province_code',
      'satker.level',
      'satker.name',
      'satker.time_zone',
      LETTER_SENT.as('isLetterSent'),
    ])
    .where('lke.satker_code', '=', satkerCode)
    .where('lke.year', '=', year),
);

/** Answers of one tier by indicator: every one, or those of some indicators. */
export async function readAnswers(
  db: Db,
  lkeId: number,
  tier: Tier,
  codes?: readonly IndicatorCode[],
): Promise<ReadonlyMap<IndicatorCode, AnswerRow>> {
  const of = { lkeId, tier };
  const rows = await (codes === undefined ? selectAnswers(db, of) : selectSome(db, of, codes));
  return new Map(
    rows.map((row) => {
      const code = row.indicator_code as IndicatorCode;
      const value = row.value === null ? null : (JSON.parse(row.value) as AnswerValue);
      const { note, version } = row;
      return [
        code,
        { code, value, note, version, updatedBy: row.updated_by_name, updatedAt: row.updated_at },
      ];
    }),
  );
}

interface OfTier {
  readonly lkeId: number;
  readonly tier: Tier;
}

function answersOf(db: Db, { lkeId, tier }: OfTier) {
  return db
    .selectFrom('answer')
    .leftJoin('user', 'user.id', 'answer.updated_by')
    .select([
      'answer.indicator_code',
      'answer.value',
      'answer.note',
      'answer.version',
      'answer.updated_at',
      'user.name as updated_by_name',
    ])
    .where('answer.lke_id', '=', lkeId)
    .where('answer.tier', '=', tier);
}

const selectAnswers = prepared(answersOf);

/** One statement per number of codes: an area always asks for as many. */
const someBySize = new Map<number, ReturnType<typeof preparedSome>>();

async function selectSome(db: Db, of: OfTier, codes: readonly IndicatorCode[]) {
  const select = someBySize.get(codes.length) ?? preparedSome(codes.length);
  someBySize.set(codes.length, select);
  return select(db, Object.assign({ ...of }, codes));
}

function preparedSome(size: number) {
  return prepared((db, values: OfTier & Readonly<Record<number, IndicatorCode>>) => {
    const codes = Array.from({ length: size }, (_, at) => values[at] as IndicatorCode);
    return answersOf(db, values).where('answer.indicator_code', 'in', codes);
  });
}

/**
 * One tier's answers with the score they give at this moment. Of a tier that judges only those
 * that hold: an assessment of a claim that changed since is none.
 */
export interface Sheet {
  readonly rows: ReadonlyMap<IndicatorCode, AnswerRow>;
  readonly score: SheetScore;
}

export async function readSheet(
  db: Db,
  instruments: Instruments,
  lke: Pick<Lke, 'id' | 'instrumentId'>,
  tier: Tier,
): Promise<Sheet> {
  const rows = await readCounted(db, lke.id, tier);
  const answers = [...rows.values()].flatMap(({ code, value }) =>
    value === null ? [] : [[code, value] as const],
  );
  return { rows, score: scoreSheet(instruments.instrument(lke.instrumentId), new Map(answers)) };
}

/** The answers of a tier that count: of a tier that judges, only those that still hold. */
export async function readCounted(db: Db, lkeId: number, tier: Tier): Promise<Sheet['rows']> {
  const rows = await readAnswers(db, lkeId, tier);
  if (!isJudgingTier(tier)) return rows;
  const judged = await readJudged(db, lkeId, tier);
  return new Map([...rows].filter(([code]) => judged.get(code)?.holds === true));
}
