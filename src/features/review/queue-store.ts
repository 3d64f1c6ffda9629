import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Grant, Role, SatkerPlace } from '../../domain/access/roles.js';
import { JUDGING_TIERS, type JudgingTier } from '../../domain/lke/assessment.js';
import type { SentBackBy } from '../../domain/lke/stage-end.js';
import { isEndStage, type Stage } from '../../domain/lke/stages.js';
import type { Database } from '../../db/schema.js';
import type { Db } from '../../db/store.js';
import type { Target } from '../../domain/predikat/gate.js';
import { ANSWERED, LAPSED } from '../../web/waiting-store.js';
import { lastMoveOf, LETTER_SENT, SENT_BACK_BY } from '../lke/store.js';
import { holdersOf } from './assignment-store.js';

/** One LKE of a year that somebody may assess or watch. */
export interface QueuedLke {
  readonly id: number;
  readonly satker: SatkerPlace & { readonly name: string; readonly timeZone: string };
  readonly stage: Stage;
  /** Assessed so far, by tier; null where the tier has not begun. */
  readonly assessed: Readonly<Record<JudgingTier, number | null>>;
  /** Instant of the last act of anybody that moved it. */
  readonly lastActivity: string | null;
  /** Those who hold the role now, each with the tier in which they assess it. */
  readonly assigned: readonly Assignee[];
  readonly sentBack: SentBackBy;
  /** Threads that wait for the tier at work. */
  readonly waiting: number;
  /** Indicators that the tier at work has to assess again. */
  readonly lapsed: number;
  readonly target: Target;
  readonly isLetterSent: boolean;
}

export interface Assignee {
  readonly userId: number;
  readonly name: string;
  readonly tier: JudgingTier;
}

/** The LKEs within reach of the assessing roles of these grants, by code. */
export async function reviewableLke(
  db: Db,
  grants: readonly Grant[],
  year: number,
): Promise<readonly QueuedLke[]> {
  const rows = await db
    .selectFrom('lke')
    .innerJoin('satker', 'satker.code', 'lke.satker_code')
    .select(columnsOf)
    .where('lke.year', '=', year)
    .where((eb) => withinReach(eb, grants))
    .orderBy('satker.code')
    .execute();
  const assigned = await assignmentsOf(db, year);
  return rows.map(
    ({
      id,
      stage,
      target,
      lastActivity,
      waiting,
      lapsed,
      isLetterSent,
      pendahuluan,
      tpi,
      sentBack,
      ...satker
    }) => ({
      id,
      satker,
      stage: stage as Stage,
      assessed: { pendahuluan, tpi },
      lastActivity,
      waiting,
      lapsed,
      target,
      isLetterSent: isLetterSent === 1,
      sentBack,
      assigned: assigneesOf(satker, assigned),
    }),
  );
}

/**
 * How many LKE of each year have not ended, of those that this person's queue holds: the assigned
 * ones where some are.
 */
export async function runningByYear(
  db: Db,
  grants: readonly Grant[],
  userId: number,
): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .selectFrom('lke')
    .innerJoin('satker', 'satker.code', 'lke.satker_code')
    .leftJoin('review_assignment as given', (join) =>
      join
        .onRef('given.satker_code', '=', 'lke.satker_code')
        .onRef('given.year', '=', 'lke.year')
        .on('given.user_id', '=', userId),
    )
    .select(['lke.year', 'lke.stage', 'given.user_id as givenTo'])
    .where((eb) => withinReach(eb, grants))
    .execute();
  const years = [...new Set(rows.map(({ year }) => year))];
  return new Map(
    years.map((year) => {
      const all = rows.filter((row) => row.year === year);
      const mine = all.filter(({ givenTo }) => givenTo !== null);
      const held = mine.length > 0 ? mine : all;
      return [year, held.filter(({ stage }) => !isEndStage(stage as Stage)).length];
    }),
  );
}

function columnsOf(eb: ExpressionBuilder<Database, 'lke' | 'satker'>) {
  return [
    'lke.id',
    'lke.stage',
    'satker.code',
    'satker.name',
    'satker.level',
    'satker.province_code as provinceCode',
    'satker.time_zone as timeZone',
    assessedIn(eb, 'pendahuluan').as('pendahuluan'),
    assessedIn(eb, 'tpi').as('tpi'),
    lastMoveOf(eb).as('lastActivity'),
    ANSWERED.as('waiting'),
    LAPSED.as('lapsed'),
    LETTER_SENT.as('isLetterSent'),
    'lke.target',
    SENT_BACK_BY.as('sentBack'),
  ] as const;
}

/** Assignments with the roles that their people hold for the satker. */
async function assignmentsOf(db: Db, year: number) {
  return db
    .selectFrom('review_assignment as given')
    .innerJoin('user', 'user.id', 'given.user_id')
    .innerJoin('satker', 'satker.code', 'given.satker_code')
    .innerJoin('user_role as held', (join) =>
      join
        .onRef('held.user_id', '=', 'given.user_id')
        .on((eb) =>
          eb('held.satker_code', 'in', [
            eb.ref('given.satker_code'),
            eb.ref('satker.province_code'),
            eb.val('00'),
          ]),
        ),
    )
    .select(['user.id as userId', 'user.name', 'given.satker_code as satkerCode'])
    .select(['held.role', 'held.satker_code as heldAt'])
    .where('given.year', '=', year)
    .where('user.disabled_at', 'is', null)
    .orderBy('user.name')
    .execute();
}

/** A role that was taken away leaves the satker to others, whatever was assigned. */
function assigneesOf(
  satker: SatkerPlace,
  assigned: Awaited<ReturnType<typeof assignmentsOf>>,
): readonly Assignee[] {
  const here = assigned.filter(({ satkerCode }) => satkerCode === satker.code);
  return JUDGING_TIERS.flatMap((tier) => {
    const { role, at } = holdersOf(satker, tier);
    const holders = here.filter((one) => one.role === role && one.heldAt === at);
    return holders.map(({ userId, name }) => ({ userId, name, tier }));
  });
}

function assessedIn(eb: ExpressionBuilder<Database, 'lke'>, tier: JudgingTier) {
  return eb
    .selectFrom('score')
    .select('score.answered')
    .whereRef('score.lke_id', '=', 'lke.id')
    .where('score.tier', '=', tier);
}

function withinReach(
  eb: ExpressionBuilder<Database, 'satker'>,
  grants: readonly Grant[],
): Expression<SqlBool> {
  const codesOf = (roles: readonly Role[]) =>
    grants.filter(({ role }) => roles.includes(role)).map(({ satkerCode }) => satkerCode);
  const provinces = codesOf(['penilai-provinsi', 'sekretaris-provinsi']);
  const own = codesOf(['tpi-anggota', 'tpi-ketua', 'tpi-dalnis']);
  const parts: Expression<SqlBool>[] = [eb.lit(false)];
  if (codesOf(['penilai-pusat']).length > 0) parts.push(eb('satker.level', '=', 'provinsi'));
  if (own.length > 0) parts.push(eb('satker.code', 'in', own));
  if (provinces.length > 0) {
    parts.push(
      eb.and([
        eb('satker.level', '=', 'kabupaten/kota'),
        eb('satker.province_code', 'in', provinces),
      ]),
    );
  }
  return eb.or(parts);
}
