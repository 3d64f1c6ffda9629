import { appendHistory } from '../../db/history.js';
import type { Actor, Store } from '../../db/store.js';
import type { Lke } from '../lke/store.js';
import type { WantedLink } from './form.js';
import { lastSubmissionOf } from './frozen-evidence-store.js';
import { insertShareLink, linkOfForm } from './link-store.js';
import type { SignedLink } from './share-address.js';

export type MadeLink =
  | { readonly kind: 'made'; readonly link: SignedLink & { readonly label: string } }
  | { readonly kind: 'not-submitted' }
  /** The same form made one that was revoked since. */
  | { readonly kind: 'revoked' }
  /** The key of the form belongs to a link of another LKE. */
  | { readonly kind: 'foreign' };

/** A new link; the same form sent twice gives the same one again. */
export async function makeLink(
  store: Store,
  actor: Actor,
  lke: Pick<Lke, 'id' | 'year' | 'satker'>,
  wanted: WantedLink,
  at: Date,
): Promise<MadeLink> {
  return store.write(async (tx) => {
    if ((await lastSubmissionOf(tx, lke.id)) === null) return { kind: 'not-submitted' };
    const known = await linkOfForm(tx, wanted.formKey);
    if (known !== null && known.lkeId !== lke.id) return { kind: 'foreign' };
    if (known !== null) return known.revokedAt === null ? made(known) : { kind: 'revoked' };
    const createdAt = at.toISOString();
    const { label, endsOn, inFeed } = wanted;
    const by = { createdBy: actor.userId, createdByName: actor.name, createdAt };
    const id = await insertShareLink(tx, { lkeId: lke.id, ...wanted, ...by });
    const entry = {
      action: 'share.make',
      subject: String(id),
      satkerCode: lke.satker.code,
      year: lke.year,
      after: { label, endsOn, ...(inFeed ? { usedIn: 'PortalRB' } : {}) },
    };
    await appendHistory(tx, actor, entry, at);
    return made({ id, lkeId: lke.id, label, endsOn, createdAt });
  });
}

function made({ id, lkeId, label, endsOn, createdAt }: SignedLink & { readonly label: string }) {
  return { kind: 'made', link: { id, lkeId, label, endsOn, createdAt } } as const;
}
