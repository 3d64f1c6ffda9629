import { appendHistory } from '../../db/history.js';
import type { Store } from '../../db/store.js';
import { dayIn } from '../../text/format.js';
import { shareText } from '../../text/messages/share.js';
import type { SharedEvidence } from './frozen-evidence-store.js';
import { findSharedPlace, isOpen, type SharedPlace } from './link-store.js';

/**
 * Every opening of the page and of a file stands in the history, under the name of the link: who
 * held it is not known, from which address is. False where the link was closed meanwhile: then
 * nothing is recorded, and nothing may be shown.
 */
export async function recordUse(
  store: Store,
  place: SharedPlace,
  file: SharedEvidence | null,
  address: string,
  at: Date,
): Promise<boolean> {
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
  return store.write(async (tx) => {
    const now = await findSharedPlace(tx, link.id);
    if (now === null || !isOpen(now.link, dayIn(at, now.timeZone))) return false;
    await appendHistory(tx, actor, entry, at);
    return true;
  });
}
