import type { Tx } from '../../db/store.js';

/** Statements that only this feature's actions run, inside their transaction. */
export async function updateDetails(
  tx: Tx,
  userId: number,
  details: { readonly name: string; readonly email: string | null },
): Promise<void> {
  await tx
    .updateTable('user')
    .set({ name: details.name, email: details.email })
    .where('id', '=', userId)
    .execute();
}

export async function setDisabled(tx: Tx, userId: number, at: Date | null): Promise<void> {
  await tx
    .updateTable('user')
    .set({ disabled_at: at === null ? null : at.toISOString() })
    .where('id', '=', userId)
    .execute();
}

/** Takes a role away; the areas go with the last team role at that satker. */
export async function deleteGrant(tx: Tx, grantId: number): Promise<void> {
  const gone = await tx
    .deleteFrom('user_role')
    .where('id', '=', grantId)
    .returning(['user_id', 'satker_code'])
    .executeTakeFirst();
  if (gone === undefined) return;
  const still = await tx
    .selectFrom('user_role')
    .select('id')
    .where('user_id', '=', gone.user_id)
    .where('satker_code', '=', gone.satker_code)
    .where('role', 'in', ['anggota', 'ketua'])
    .executeTakeFirst();
  if (still !== undefined) return;
  await tx
    .deleteFrom('area_assignment')
    .where('user_id', '=', gone.user_id)
    .where('satker_code', '=', gone.satker_code)
    .execute();
}
