import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import { UNDO_REASON } from '../../text/messages/imports.js';
import { normaliseLine } from '../../text/normalise.js';
import type { LkeReading, ReadEvidence } from '../../workbook/recognise/lke-reading.js';
import { parseLinks, type RegisterEntry, type RegisterFacts } from '../evidence/store.js';

/** Evidence of a file that would be linked to an indicator: one of the register, or a new link. */
export interface EvidenceOffer {
  /** Stays the same as long as the file does. */
  readonly key: string;
  readonly code: IndicatorCode;
  readonly cell: string;
  readonly name: string;
  readonly url: string | null;
  /** null: the evidence is made from the address. */
  readonly entry: RegisterEntry | null;
  readonly isDefault: boolean;
}

/** Why an evidence that the file names brings nothing. */
export type UnusedReason = 'no-link' | 'bad-link' | 'not-here' | 'withdrawn' | 'full' | 'too-many';

export interface UnusedEvidence {
  readonly code: IndicatorCode;
  readonly cell: string;
  readonly name: string;
  readonly reason: UnusedReason;
}

export interface EvidenceComparison {
  readonly offers: readonly EvidenceOffer[];
  readonly unused: readonly UnusedEvidence[];
}

export interface OfferFacts {
  readonly register: RegisterFacts;
  readonly perIndicator: number;
  readonly satkerCode: string;
  /** "code evidenceId" of links taken away since the file was exported. */
  readonly unlinked: ReadonlySet<string>;
  /** The file was exported from this data, so that a number in it names the evidence it named. */
  readonly isExportOfThis: boolean;
}

/** A form takes only so many fields; what is left over comes with the next import. */
const MOST_OFFERS = 800;
const MOST_NAME = 200;

/** What the evidence of a file would do here; what is linked already is passed over in silence. */
export function offerEvidence(reading: LkeReading, facts: OfferFacts): EvidenceComparison {
  const offers: EvidenceOffer[] = [];
  const unused: UnusedEvidence[] = [];
  for (const { code, evidence } of reading.rows) {
    const seen = new Set<string>();
    const names = linkedNames(code, facts.register);
    let room = facts.perIndicator - (facts.register.linked.get(code)?.size ?? 0);
    for (const [index, one] of evidence.entries()) {
      const found = judge(code, one, facts);
      const name = nameOf(one);
      if (found === 'linked' || (found === 'no-link' && names.has(name))) continue;
      if (typeof found === 'string') {
        unused.push({ code, cell: one.cell, name, reason: found });
        continue;
      }
      const identity = found.entry === null ? `url ${found.url}` : `id ${found.entry.id}`;
      if (seen.has(identity)) continue;
      seen.add(identity);
      if (room <= 0 || offers.length >= MOST_OFFERS) {
        const reason = room <= 0 ? 'full' : 'too-many';
        unused.push({ code, cell: one.cell, name, reason });
        continue;
      }
      room -= 1;
      const isDefault = isSure(found, name, facts) && !wasUnlinked(code, found.entry, facts);
      const key = `${code}~${index}`;
      offers.push({ key, code, cell: one.cell, name, ...found, isDefault });
    }
  }
  return { offers, unused };
}

/** A number of another installation (a training copy) may name another evidence: its name tells. */
function isSure({ entry, url }: Linkable, name: string, { isExportOfThis }: OfferFacts): boolean {
  return entry === null || url !== null || isExportOfThis || entry.name === name;
}

function wasUnlinked(code: IndicatorCode, entry: RegisterEntry | null, facts: OfferFacts): boolean {
  return entry !== null && facts.unlinked.has(`${code} ${entry.id}`);
}

type Linkable =
  | { readonly entry: RegisterEntry; readonly url: string | null }
  | { readonly entry: null; readonly url: string };
type Judged = Linkable | 'linked' | UnusedReason;

function judge(code: IndicatorCode, { href }: ReadEvidence, facts: OfferFacts): Judged {
  if (href === null) return 'no-link';
  const own = ownEvidence(href);
  if (own !== null) return judgeOwn(code, own, facts);
  const parsed = parseLinks(href, 1);
  const url = parsed.ok ? parsed.value[0]?.url : undefined;
  if (url === undefined) return 'bad-link';
  const holders = (facts.register.byUrl.get(url) ?? []).filter((one) => !isUndone(one));
  const usable = holders.filter(isUsable);
  const linked = facts.register.linked.get(code);
  if (usable.some(({ id }) => linked?.has(id) === true)) return 'linked';
  const [first] = usable;
  if (first !== undefined) return { entry: first, url };
  return holders.length > 0 ? 'withdrawn' : { entry: null, url };
}

function isUsable({ isWithdrawn, newest }: RegisterEntry): boolean {
  return !isWithdrawn && !newest.isPurged;
}

/** Made by an import that was taken back: nobody decided against it, so it may come again. */
function isUndone({ isWithdrawn, withdrawnReason }: RegisterEntry): boolean {
  return isWithdrawn && withdrawnReason === UNDO_REASON;
}

function judgeOwn(code: IndicatorCode, own: OwnEvidence, facts: OfferFacts): Judged {
  const { register, satkerCode } = facts;
  const isOurs = own.satkerCode === null || own.satkerCode === satkerCode;
  const entry = isOurs ? register.byId.get(own.id) : undefined;
  if (entry === undefined) return 'not-here';
  if (!isUsable(entry)) return 'withdrawn';
  return register.linked.get(code)?.has(entry.id) === true ? 'linked' : { entry, url: null };
}

interface OwnEvidence {
  /** null: the address of a share link does not tell. */
  readonly satkerCode: string | null;
  readonly id: number;
}

/** An evidence's page as our exports write it; the product may have moved to another host since. */
const OWN_PAGE =
  /^https?:\/\/[^/?#]+(?:\/[^?#]*)?\/lke\/([^/?#]+)\/\d{4}\/bukti\/([1-9]\d{0,14})(?:[/?#]|$)/;

/** The same evidence as a share link addresses it. */
const OWN_SHARED =
  /^https?:\/\/[^/?#]+(?:\/[^?#]*)?\/b\/\d+\.[\w-]{43}\/bukti\/([1-9]\d{0,14})\/versi\/\d+\//;

function ownEvidence(href: string): OwnEvidence | null {
  const shared = OWN_SHARED.exec(href);
  if (shared !== null) return { satkerCode: null, id: Number(shared[1]) };
  const match = OWN_PAGE.exec(href);
  if (match === null) return null;
  return { satkerCode: decoded(match[1] ?? ''), id: Number(match[2]) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** A bare name that stands for evidence the indicator has brings nothing new. */
function linkedNames(code: string, { byId, linked }: RegisterFacts): ReadonlySet<string> {
  const ids = [...(linked.get(code) ?? [])];
  return new Set(ids.flatMap((id) => byId.get(id)?.name ?? []));
}

function nameOf({ name, href }: ReadEvidence): string {
  const line = normaliseLine(name);
  return (line === '' ? (href ?? '') : line).slice(0, MOST_NAME);
}
