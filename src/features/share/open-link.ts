import type { Db } from '../../db/store.js';
import { dayIn } from '../../text/format.js';
import type { Lke } from '../lke/store.js';
import { isOpen, linksOf, type ShareLink } from './link-store.js';

/** The links of an LKE that open something now, newest first. */
export async function openLinksOf(
  db: Db,
  lke: Pick<Lke, 'id' | 'satker'>,
  now: Date,
): Promise<readonly ShareLink[]> {
  const today = dayIn(now, lke.satker.timeZone);
  return (await linksOf(db, lke.id)).filter((link) => isOpen(link, today));
}
