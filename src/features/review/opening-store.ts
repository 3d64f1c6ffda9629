import { prepared } from '../../db/prepared.js';
import type { Db, Tx } from '../../db/store.js';

/** Versions of evidence of one LKE that this person has opened. */
export async function openedBy(
  db: Db,
  userId: number,
  satkerCode: string,
): Promise<ReadonlySet<number>> {
  const rows = await selectOpened(db, { userId, satkerCode });
  return new Set(rows.map(({ id }) => id));
}

const selectOpened = prepared(
  (db, { userId, satkerCode }: { readonly userId: number; readonly satkerCode: string }) =>
    db
      .selectFrom('evidence_opening')
      .innerJoin('evidence_version', 'evidence_version.id', 'evidence_opening.evidence_version_id')
      .innerJoin('evidence', 'evidence.id', 'evidence_version.evidence_id')
      .select('evidence_version.id')
      .where('evidence_opening.user_id', '=', userId)
      .where('evidence.satker_code', '=', satkerCode),
);

/** The first time counts; opening again leaves no trace. */
export async function recordOpening(
  tx: Tx,
  userId: number,
  versionId: number,
  at: string,
): Promise<void> {
  await tx
    .insertInto('evidence_opening')
    .values({ user_id: userId, evidence_version_id: versionId, opened_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
