import type { Db } from '../../db/store.js';

/** Who signs for the instansi, as the letterheads have it. */
export interface Signatory {
  /** Lines. */
  readonly agency: string;
  readonly address: string;
  readonly city: string;
  readonly position: string;
  readonly name: string;
  readonly nip: string;
}

/** The head of the instansi's own letterhead, else the centre's; null where neither is filled in. */
export const SIGNATORY_OWNERS = ['instansi', '00'] as const;

export async function findSignatory(db: Db): Promise<Signatory | null> {
  const rows = await db
    .selectFrom('letterhead')
    .selectAll()
    .where('owner', 'in', SIGNATORY_OWNERS)
    .execute();
  const row = SIGNATORY_OWNERS.flatMap((owner) => rows.find((one) => one.owner === owner) ?? [])[0];
  if (row === undefined) return null;
  return {
    agency: row.agency,
    address: row.address,
    city: row.city,
    position: row.signatory_position,
    name: row.signatory_name,
    nip: row.signatory_nip,
  };
}
