import { createHash, randomBytes } from 'node:crypto';
import type { OneTimeTokenTable } from './schema.js';
import type { Db, Tx } from './store.js';

export type TokenKind = OneTimeTokenTable['kind'];

const HOUR_MS = 60 * 60 * 1000;

/** How long a link stays good. */
const TOKEN_LIFE_MS: Readonly<Record<TokenKind, number>> = {
  'first-admin': 24 * HOUR_MS,
  reset: 24 * HOUR_MS,
  invite: 14 * 24 * HOUR_MS,
};

/** A link that still opens something. */
export interface OpenToken {
  readonly id: number;
  readonly kind: TokenKind;
  readonly userId: number | null;
}

export interface IssuedToken {
  /** The secret itself; the database keeps only its hash, so it is shown now or never. */
  readonly text: string;
  readonly expiresAt: Date;
}

/** Makes a new token for a person (or the first administrator); earlier ones stop working. */
export async function issueToken(
  tx: Tx,
  kind: TokenKind,
  userId: number | null,
  now: Date,
): Promise<IssuedToken> {
  await closeTokens(tx, userId, now);
  const text = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + TOKEN_LIFE_MS[kind]);
  await tx
    .insertInto('one_time_token')
    .values({
      kind,
      token_hash: hashOf(text),
      user_id: userId,
      created_at: now.toISOString(),
      expires_at: expiresAt.toISOString(),
      used_at: null,
    })
    .execute();
  return { text, expiresAt };
}

/** null alike for unknown, used, replaced and expired tokens, and for those of disabled people. */
export async function findOpenToken(
  db: Db | Tx,
  text: string,
  now: Date,
): Promise<OpenToken | null> {
  const row = await db
    .selectFrom('one_time_token')
    .leftJoin('user', 'user.id', 'one_time_token.user_id')
    .select(['one_time_token.id', 'one_time_token.kind', 'one_time_token.user_id'])
    .where('one_time_token.token_hash', '=', hashOf(text))
    .where('one_time_token.used_at', 'is', null)
    .where('one_time_token.expires_at', '>', now.toISOString())
    .where('user.disabled_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, kind: row.kind, userId: row.user_id };
}

/** Every open token of a person, or of the first administrator, stops working. */
export async function closeTokens(tx: Tx, userId: number | null, now: Date): Promise<void> {
  const open = tx
    .updateTable('one_time_token')
    .set({ used_at: now.toISOString() })
    .where('used_at', 'is', null);
  await (
    userId === null ? open.where('user_id', 'is', null) : open.where('user_id', '=', userId)
  ).execute();
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
