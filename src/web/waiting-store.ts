import { sql } from 'kysely';
import type { Viewer } from '../domain/access/decide.js';
import type { Role } from '../domain/access/roles.js';
import { JUDGING_TIERS } from '../domain/lke/assessment.js';
import { prepared } from '../db/prepared.js';
import type { Db } from '../db/store.js';
import { countUnread } from './notification-store.js';

/** What waits for a person, counted for the main navigation; null where the page is not theirs. */
export interface Waiting {
  /** Indicators of the own satker that came back. */
  readonly returned: number | null;
  /** Of the tier whose turn it is: threads that the satker answered, and what lapsed. */
  readonly answered: number | null;
  /** Satker that the centre may propose to TPN now. */
  readonly ready: number | null;
  /** Notifications that were not read. */
  readonly unread: number;
}

const TEAM: readonly Role[] = ['anggota', 'ketua'];
const REVIEWERS: readonly Role[] = [
  'penilai-provinsi',
  'sekretaris-provinsi',
  'penilai-pusat',
  'tpi-anggota',
  'tpi-ketua',
  'tpi-dalnis',
];

export async function waitingFor(db: Db, viewer: Viewer): Promise<Waiting> {
  const { userId } = viewer;
  const [returned] = isTeam(viewer) ? await countReturned(db, { userId }) : [];
  const [answered] = isReviewer(viewer) ? await countAnswered(db, { userId }) : [];
  const [ready] = mayPropose(viewer) ? await countReady(db, {}) : [];
  const [unread] = await countUnread(db, { userId });
  return {
    returned: returned?.count ?? null,
    answered: answered?.count ?? null,
    ready: ready?.count ?? null,
    unread: unread?.count ?? 0,
  };
}

function mayPropose({ grants }: Viewer): boolean {
  return grants.some(({ role }) => role === 'penilai-pusat');
}

export function isTeam({ grants }: Pick<Viewer, 'grants'>): boolean {
  return grants.some(({ role }) => TEAM.includes(role));
}

export function isReviewer({ grants }: Pick<Viewer, 'grants'>): boolean {
  return grants.some(({ role }) => REVIEWERS.includes(role));
}

/** Of the newest year, which is what the page of proposals opens with. */
const countReady = prepared((db) =>
  db
    .selectFrom('lke')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('stage', '=', 'siap-diusulkan')
    .where('year', '=', (eb) => eb.selectFrom('year').select((of) => of.fn.max('year').as('year'))),
);

interface OfUser {
  readonly userId: number;
}

/** Notes that wait for the satker, and indicators that a return names and no reply covers. */
const countReturned = prepared((db, { userId }: OfUser) =>
  db
    .selectFrom('lke')
    .innerJoin('user_role', 'user_role.satker_code', 'lke.satker_code')
    .select(
      sql<number>`coalesce(sum((select count(*) from (
        select t.indicator_code from note_thread t
          where t.lke_id = lke.id and t.closed_at is null and t.waits_for = 'satker'
        union
        select i.indicator_code from lke_return r
          join lke_return_indicator i on i.return_id = r.id
          where r.lke_id = lke.id and r.closed_at is null and r.opened = 1
            and not exists (select 1 from note_thread t where t.lke_id = lke.id
              and t.indicator_code = i.indicator_code and t.closed_at is null
              and t.waits_for = 'reviewer')
      ))), 0)`.as('count'),
    )
    .where('user_role.user_id', '=', userId)
    .where('user_role.role', 'in', TEAM)
    .where('lke.stage', '=', 'pengisian'),
);

/** Threads that wait for the tier whose stage it is; of the `lke` of the query around it. */
export const ANSWERED = sql<number>`(select count(*) from note_thread t
  where t.lke_id = lke.id and t.tier = lke.stage and t.waits_for = 'reviewer')`;

/**
 * Assessments of that tier whose claim changed since: kept, but not counted in its score. TPN has a
 * score without assessments.
 */
export const LAPSED = sql<number>`(case when lke.stage in (${sql.join(JUDGING_TIERS)}) then
    (select count(*) from assessment a where a.lke_id = lke.id and a.tier = lke.stage)
    - coalesce((select s.answered from score s
      where s.lke_id = lke.id and s.tier = lke.stage), 0)
  else 0 end)`;

/** Only of the satker that are assigned to the person, where some are. */
const countAnswered = prepared((db, { userId }: OfUser) =>
  db
    .selectFrom('lke')
    .innerJoin('satker', 'satker.code', 'lke.satker_code')
    .select(sql<number>`coalesce(sum(${ANSWERED} + ${LAPSED}), 0)`.as('count'))
    .where('lke.stage', 'in', JUDGING_TIERS)
    .where(
      sql<boolean>`exists (select 1 from user_role u where u.user_id = ${userId} and (
        (lke.stage = 'pendahuluan' and (
          (u.role in ('penilai-provinsi','sekretaris-provinsi')
            and satker.level = 'kabupaten/kota' and satker.province_code = u.satker_code)
          or (u.role = 'penilai-pusat' and satker.level = 'provinsi')))
        or (lke.stage = 'tpi' and u.satker_code = satker.code
          and u.role in ('tpi-anggota','tpi-ketua','tpi-dalnis'))))`,
    )
    .where(
      sql<boolean>`(exists (select 1 from review_assignment a where a.user_id = ${userId}
          and a.year = lke.year and a.satker_code = lke.satker_code)
        or not exists (select 1 from review_assignment a where a.user_id = ${userId}
          and a.year = lke.year))`,
    ),
);
