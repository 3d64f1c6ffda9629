import type { Actor, Tx } from '../../db/store.js';
import { insertEvidence, insertLink, insertVersion } from '../evidence/store.js';
import type { Comparison, ImportLke } from './compare-import.js';
import type { EvidenceOffer } from './evidence-offers.js';
import type { WrittenLink } from './import-result.js';
import type { Selection } from './selection.js';

/** Of a link from a worksheet nothing is known but its name and address. */
const DETAILS = {
  kind: 'lainnya',
  physicalLocation: '',
  documentDay: null,
  periodFrom: null,
  periodTo: null,
  validUntil: null,
} as const;

interface Linkable {
  readonly evidenceId: number;
  readonly versionId: number;
  readonly name: string;
  readonly isNew: boolean;
}

/** Links what was taken; an address that several indicators name becomes one evidence. */
export async function linkOffers(
  tx: Tx,
  lke: ImportLke,
  { evidence }: Comparison,
  selection: Selection,
  actor: Actor,
  now: Date,
): Promise<WrittenLink[]> {
  const stamp = { userId: actor.userId, at: now.toISOString() };
  const made = new Map<string, Linkable>();
  const links: WrittenLink[] = [];
  for (const offer of evidence.offers.filter(({ key }) => selection.evidence.has(key))) {
    const { code, url } = offer;
    const target = linkableOf(offer) ?? made.get(url ?? '') ?? (await make(tx, lke, offer, stamp));
    if (offer.entry === null && url !== null) made.set(url, target);
    const { evidenceId, versionId } = target;
    const link = { lkeId: lke.id, code, evidenceId, versionId, checklistCode: null };
    const linkId = await insertLink(tx, link, stamp);
    links.push({ code, linkId, url, ...target });
  }
  return links;
}

function linkableOf({ entry }: EvidenceOffer): Linkable | null {
  if (entry === null) return null;
  return { evidenceId: entry.id, versionId: entry.newest.id, name: entry.name, isNew: false };
}

async function make(
  tx: Tx,
  lke: ImportLke,
  { name, url }: EvidenceOffer,
  stamp: { readonly userId: number | null; readonly at: string },
): Promise<Linkable> {
  if (url === null) throw new Error(`evidence ${name} has no address`);
  const evidenceId = await insertEvidence(tx, lke.satker.code, name, DETAILS, stamp);
  const content = { type: 'link', url } as const;
  const version = { evidenceId, number: 1, year: lke.year, content, days: DETAILS };
  return { evidenceId, versionId: await insertVersion(tx, version, stamp), name, isNew: true };
}
