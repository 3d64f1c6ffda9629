import { createHash, randomBytes } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { FeedTokenTable } from '../../db/schema-share.js';
import type { Db, Tx } from '../../db/store.js';

/** A token of the feed; the token itself is kept by the portal only. */
export interface FeedToken {
  readonly id: number;
  readonly name: string;
  readonly mayList: boolean;
  readonly mayRead: boolean;
  /** Only of this year; null: of every year. */
  readonly year: number | null;
  readonly createdByName: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly lastAddress: string | null;
  readonly revokedAt: string | null;
}

const PREFIX = 'tapak_';

export function newTokenText(): string {
  return PREFIX + randomBytes(32).toString('base64url');
}

export async function feedTokens(db: Db): Promise<readonly FeedToken[]> {
  const rows = await db.selectFrom('feed_token').selectAll().orderBy('id', 'desc').execute();
  return rows.map(tokenOf);
}

/** The token of a request; null where it is unknown or revoked. */
export async function findFeedToken(db: Db, text: string): Promise<FeedToken | null> {
  const row = await db
    .selectFrom('feed_token')
    .selectAll()
    .where('token_hash', '=', hashOf(text))
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : tokenOf(row);
}

export interface NewFeedToken extends Pick<FeedToken, 'name' | 'mayList' | 'mayRead' | 'year'> {
  readonly text: string;
  readonly formKey: string;
  readonly by: { readonly userId: number | null; readonly name: string };
  readonly at: string;
}

/** null where this form made its token already. */
export async function insertFeedToken(tx: Tx, added: NewFeedToken): Promise<number | null> {
  const row = await tx
    .insertInto('feed_token')
    .values({
      name: added.name,
      token_hash: hashOf(added.text),
      may_list: added.mayList ? 1 : 0,
      may_read: added.mayRead ? 1 : 0,
      year: added.year,
      form_key: added.formKey,
      created_by: added.by.userId,
      created_by_name: added.by.name,
      created_at: added.at,
      last_used_at: null,
      last_address: null,
      revoked_at: null,
    })
    .onConflict((conflict) => conflict.column('form_key').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function markTokenUsed(
  tx: Tx,
  id: number,
  address: string,
  at: string,
): Promise<void> {
  await tx
    .updateTable('feed_token')
    .set({ last_used_at: at, last_address: address })
    .where('id', '=', id)
    .execute();
}

export async function markTokenRevoked(tx: Tx, id: number, at: string): Promise<void> {
  await tx.updateTable('feed_token').set({ revoked_at: at }).where('id', '=', id).execute();
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function tokenOf(row: Selectable<FeedTokenTable>): FeedToken {
  return {
    id: row.id,
    name: row.name,
    mayList: row.may_list === 1,
    mayRead: row.may_read === 1,
    year: row.year,
    createdByName: row.created_by_name,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    lastAddress: row.last_address,
    revokedAt: row.revoked_at,
  };
}
