import type { Db, Tx } from '../../db/store.js';

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

/** The head of the instansi signs (5/2024), nobody else: no other letterhead stands in. */
const OWNER = 'instansi';

/** The instansi's own letterhead with its version; 0 where it is not filled in. */
export async function ownSignatory(
  db: Db,
): Promise<{ readonly details: Signatory | null; readonly version: number }> {
  const row = await db
    .selectFrom('letterhead')
    .selectAll()
    .where('owner', '=', OWNER)
    .executeTakeFirst();
  if (row === undefined) return { details: null, version: 0 };
  const { agency, address, city, version } = row;
  const signs = { position: row.signatory_position, name: row.signatory_name };
  return { details: { agency, address, city, ...signs, nip: row.signatory_nip }, version };
}

export async function putSignatory(
  tx: Tx,
  { agency, address, city, position, name, nip }: Signatory,
  by: { readonly version: number; readonly userId: number | null; readonly at: string },
): Promise<void> {
  const row = {
    agency,
    address,
    city,
    signatory_position: position,
    signatory_name: name,
    signatory_nip: nip,
    addressee: '',
    copies: '',
    version: by.version,
    updated_by: by.userId,
    updated_at: by.at,
  };
  await tx
    .insertInto('letterhead')
    .values({ owner: OWNER, ...row })
    .onConflict((conflict) => conflict.column('owner').doUpdateSet(row))
    .execute();
}

export async function findSignatory(db: Db): Promise<Signatory | null> {
  return (await ownSignatory(db)).details;
}
