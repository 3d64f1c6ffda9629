import { appendHistory } from '../../db/history.js';
import type { Store } from '../../db/store.js';
import { shareText } from '../../text/messages/share.js';
import type { SharedEvidence } from './frozen-evidence-store.js';
import type { SharedPlace } from './link-store.js';

/**
 * Every opening of the page and of a file stands in the history, under the name of the link: who
 * held it is not known, from which address is.
 */
export async function recordUse(
  store: Store,
  place: SharedPlace,
  file: SharedEvidence | null,
  address: string,
  at: Date,
): Promise<void> {
  const { link, satkerCode, year } = place;
  const role = shareText.role;
  const origin = `web ${address}`.trim();
  const actor = { userId: null, name: shareText.holder(link.label), role, origin };
  const opened = file === null ? {} : { name: file.name, version: file.number };
  const entry = {
    action: file === null ? 'share.open' : 'share.file',
    subject: String(link.id),
    satkerCode,
    year,
    after: { label: link.label, ...opened },
  };
  await store.write((tx) => appendHistory(tx, actor, entry, at));
}
