import { appendHistory } from '../../db/history.js';
import type { Actor, Store } from '../../db/store.js';
import type { WantedToken } from './form.js';
import { feedTokens, insertFeedToken, markTokenRevoked, newTokenText } from './token-store.js';

/** The token itself, shown now or never; null where the same form made its token already. */
export async function makeToken(
  store: Store,
  actor: Actor,
  wanted: WantedToken,
  at: Date,
): Promise<string | null> {
  const text = newTokenText();
  return store.write(async (tx) => {
    const by = { userId: actor.userId, name: actor.name };
    const id = await insertFeedToken(tx, { ...wanted, text, by, at: at.toISOString() });
    if (id === null) return null;
    const { name, mayList, mayRead, year } = wanted;
    const scopes = [...(mayList ? ['pengusulan'] : []), ...(mayRead ? ['lke'] : [])].join(', ');
    const after = { tokenName: name, scopes, feedYear: year };
    await appendHistory(tx, actor, { action: 'feed-token.make', subject: String(id), after }, at);
    return text;
  });
}

/** From the commit on its requests are refused; revoking it again changes nothing. */
export async function revokeToken(store: Store, actor: Actor, id: number, at: Date): Promise<void> {
  await store.write(async (tx) => {
    const token = (await feedTokens(tx)).find((one) => one.id === id);
    if (token === undefined || token.revokedAt !== null) return;
    await markTokenRevoked(tx, id, at.toISOString());
    const before = { tokenName: token.name };
    await appendHistory(
      tx,
      actor,
      { action: 'feed-token.revoke', subject: String(id), before },
      at,
    );
  });
}
