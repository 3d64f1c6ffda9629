import type { AreaKey } from '../../domain/instrument/instrument.js';
import type { Tx } from '../../db/store.js';
import { TEAM_ROLES } from './store.js';

/** Statements that only this feature's actions run, inside their transaction. */
export async function replaceAreas(
  tx: Tx,
  userId: number,
  satkerCode: string,
  areas: readonly AreaKey[],
): Promise<void> {
  await tx
    .deleteFrom('area_assignment')
    .where('user_id', '=', userId)
    .where('satker_code', '=', satkerCode)
    .execute();
  for (const area of areas) {
    const row = { user_id: userId, satker_code: satkerCode, area };
    await tx.insertInto('area_assignment').values(row).execute();
  }
}

/** Ends every role in the team; roles elsewhere stay. */
export async function deleteTeamRoles(tx: Tx, userId: number, satkerCode: string): Promise<void> {
  await tx
    .deleteFrom('user_role')
    .where('user_id', '=', userId)
    .where('satker_code', '=', satkerCode)
    .where('role', 'in', TEAM_ROLES)
    .execute();
}
