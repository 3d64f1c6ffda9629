import { appendHistory } from '../../db/history.js';
import type { Actor, Store } from '../../db/store.js';
import type { Lke } from '../lke/store.js';
import { linksOf, markRevoked } from './link-store.js';

/** From the commit on the link opens nothing; revoking it again changes nothing. */
export async function revokeLink(
  store: Store,
  actor: Actor,
  lke: Pick<Lke, 'id' | 'year' | 'satker'>,
  id: number,
  at: Date,
): Promise<void> {
  await store.write(async (tx) => {
    const link = (await linksOf(tx, lke.id)).find((one) => one.id === id);
    if (link === undefined || link.revokedAt !== null) return;
    await markRevoked(tx, id, actor.name, at.toISOString());
    const { label, endsOn } = link;
    const entry = {
      action: 'share.revoke',
      subject: String(id),
      satkerCode: lke.satker.code,
      year: lke.year,
      before: { label, endsOn },
    };
    await appendHistory(tx, actor, entry, at);
  });
}
