import type { Db, Tx } from '../../db/store.js';

const MARK = 'demo';

/** What stands in a data folder: nothing, example data, or somebody's real data. */
export async function contentOf(db: Db): Promise<'empty' | 'demo' | 'real'> {
  const mark = await db
    .selectFrom('setting')
    .select('key')
    .where('key', '=', MARK)
    .executeTakeFirst();
  if (mark !== undefined) return 'demo';
  const user = await db.selectFrom('user').select('id').limit(1).executeTakeFirst();
  return user === undefined ? 'empty' : 'real';
}

export async function markAsDemo(tx: Tx): Promise<void> {
  await tx.insertInto('setting').values({ key: MARK, value: 'true' }).execute();
}

export async function insertAreas(
  tx: Tx,
  userId: number,
  satkerCode: string,
  areas: readonly string[],
): Promise<void> {
  for (const area of areas) {
    await tx
      .insertInto('area_assignment')
      .values({ user_id: userId, satker_code: satkerCode, area })
      .execute();
  }
}
