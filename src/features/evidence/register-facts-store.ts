import type { Db } from '../../db/store.js';

/** One evidence of a satker's register, as far as a link to it is concerned. */
export interface RegisterEntry {
  readonly id: number;
  readonly name: string;
  readonly isWithdrawn: boolean;
  readonly withdrawnReason: string | null;
  /** The newest version, and whether its bytes were removed. */
  readonly newest: { readonly id: number; readonly number: number; readonly isPurged: boolean };
}

/** A satker's whole register with what one of its LKE links to, read at once. */
export interface RegisterFacts {
  readonly byId: ReadonlyMap<number, RegisterEntry>;
  /** Evidence that holds the address in any version, oldest first. */
  readonly byUrl: ReadonlyMap<string, readonly RegisterEntry[]>;
  /** Evidence linked to each indicator; withdrawn ones too. */
  readonly linked: ReadonlyMap<string, ReadonlySet<number>>;
}

export async function registerFacts(
  db: Db,
  satkerCode: string,
  lkeId: number,
): Promise<RegisterFacts> {
  const rows = await versionsOf(db, satkerCode);
  const byId = new Map<number, RegisterEntry>();
  for (const row of rows) {
    const newest = { id: row.version_id, number: row.number, isPurged: row.purged_at !== null };
    const isWithdrawn = row.withdrawn_at !== null;
    const { id, name, withdrawn_reason: withdrawnReason } = row;
    byId.set(id, { id, name, isWithdrawn, withdrawnReason, newest });
  }
  const byUrl = new Map<string, RegisterEntry[]>();
  for (const { id, url } of rows) {
    const entry = byId.get(id);
    if (url === null || entry === undefined) continue;
    const holders = byUrl.get(url) ?? [];
    if (!holders.includes(entry)) byUrl.set(url, [...holders, entry]);
  }
  return { byId, byUrl, linked: await linkedIn(db, lkeId) };
}

async function versionsOf(db: Db, satkerCode: string) {
  return db
    .selectFrom('evidence_version')
    .innerJoin('evidence', 'evidence.id', 'evidence_version.evidence_id')
    .select([
      'evidence.id',
      'evidence.name',
      'evidence.withdrawn_at',
      'evidence.withdrawn_reason',
      'evidence_version.id as version_id',
      'evidence_version.number',
      'evidence_version.url',
      'evidence_version.purged_at',
    ])
    .where('evidence.satker_code', '=', satkerCode)
    .orderBy('evidence.id')
    .orderBy('evidence_version.number')
    .execute();
}

async function linkedIn(db: Db, lkeId: number): Promise<Map<string, Set<number>>> {
  const rows = await db
    .selectFrom('evidence_link')
    .select(['indicator_code', 'evidence_id'])
    .where('lke_id', '=', lkeId)
    .execute();
  const linked = new Map<string, Set<number>>();
  for (const { indicator_code: code, evidence_id: id } of rows) {
    linked.set(code, (linked.get(code) ?? new Set()).add(id));
  }
  return linked;
}
