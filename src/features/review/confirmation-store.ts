import type { JudgingTier } from '../../domain/lke/assessment.js';
import {
  CONFIRMING_ROLES,
  type ConfirmingRole,
  type ReportText,
} from '../../domain/lke/confirmation.js';
import type { Db, Tx } from '../../db/store.js';

/** The newest confirmation of one role. */
export interface Confirmation {
  readonly role: ConfirmingRole;
  readonly basis: string;
  readonly userId: number | null;
  readonly by: string;
  readonly at: string;
}

interface OfTier {
  readonly lkeId: number;
  readonly tier: JudgingTier;
}

/** Newest of each role; whether it still holds is told by its basis (basis.ts). */
export async function newestConfirmations(
  db: Db,
  { lkeId, tier }: OfTier,
): Promise<readonly Confirmation[]> {
  const rows = await db
    .selectFrom('tier_confirmation')
    .leftJoin('user', 'user.id', 'tier_confirmation.confirmed_by')
    .select(['role', 'basis', 'confirmed_by as userId', 'confirmed_at as at', 'user.name'])
    .where('lke_id', '=', lkeId)
    .where('tier', '=', tier)
    .orderBy('tier_confirmation.id', 'desc')
    .execute();
  return CONFIRMING_ROLES.flatMap((role) => {
    const row = rows.find((each) => each.role === role);
    if (row === undefined) return [];
    const { basis, userId, name, at } = row;
    return [{ role, basis, userId, by: name ?? '', at }];
  });
}

/** Which texts of the report (LHE) stand, for what is confirmed with them. */
export async function reportTexts(db: Db, lkeId: number): Promise<readonly ReportText[]> {
  return db
    .selectFrom('lhe_text')
    .select(['round', 'section', 'version'])
    .where('lke_id', '=', lkeId)
    .execute();
}

/** How much of a round's report is written, and who wrote last; null where nothing is. */
export async function reportWritten(
  db: Db,
  lkeId: number,
  round: number,
): Promise<{ readonly count: number; readonly by: string; readonly at: string } | null> {
  const rows = await db
    .selectFrom('lhe_text')
    .leftJoin('user', 'user.id', 'lhe_text.updated_by')
    .select(['lhe_text.text', 'lhe_text.updated_at as at', 'user.name as by'])
    .where('lke_id', '=', lkeId)
    .where('round', '=', round)
    .orderBy('lhe_text.updated_at', 'desc')
    .execute();
  const count = rows.filter(({ text }) => text !== '').length;
  const [last] = rows;
  return last === undefined || count === 0 ? null : { count, by: last.by ?? '', at: last.at };
}

export async function insertConfirmation(
  tx: Tx,
  { lkeId, tier }: OfTier,
  { role, basis }: Pick<Confirmation, 'role' | 'basis'>,
  userId: number | null,
  at: string,
): Promise<void> {
  await tx
    .insertInto('tier_confirmation')
    .values({ lke_id: lkeId, tier, role, basis, confirmed_by: userId, confirmed_at: at })
    .execute();
}
