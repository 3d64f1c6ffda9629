import { z } from 'zod';
import type { Db, Tx } from '../../db/store.js';

const KEY = 'feed.portalrb';
const SETTINGS = z.object({ enabled: z.boolean(), base: z.string(), year: z.int().nullable() });

/** Where the feed answers, if it does at all, and of which year. */
export type FeedSettings = Readonly<z.infer<typeof SETTINGS>>;

/** Off until an administrator turns it on. */
export async function readFeedSettings(db: Db): Promise<FeedSettings> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', KEY)
    .executeTakeFirst();
  return row === undefined
    ? { enabled: false, base: 'portalrb', year: null }
    : SETTINGS.parse(JSON.parse(row.value));
}

export async function writeFeedSettings(tx: Tx, settings: FeedSettings): Promise<void> {
  const value = JSON.stringify(settings);
  await tx
    .insertInto('setting')
    .values({ key: KEY, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}
