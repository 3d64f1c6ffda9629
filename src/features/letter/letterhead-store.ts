import type { Selectable } from 'kysely';
import { tpiHeadPlace } from '../../domain/lke/letters.js';
import type { LetterheadTable } from '../../db/schema-letters.js';
import type { Actor, Db, Tx } from '../../db/store.js';
import type { LetterheadDetails } from '../../paper/letterhead-lines.js';

export interface LetterheadRow extends LetterheadDetails {
  readonly owner: string;
  readonly version: number;
}

export async function findLetterhead(db: Db, owner: string): Promise<LetterheadRow | null> {
  const row = await db
    .selectFrom('letterhead')
    .selectAll()
    .where('owner', '=', owner)
    .executeTakeFirst();
  return row === undefined ? null : letterheadFrom(row);
}

/** TPI's heads, the oldest first. */
export async function tpiLetterheads(db: Db): Promise<readonly LetterheadRow[]> {
  const rows = await db
    .selectFrom('letterhead')
    .selectAll()
    .where('owner', 'like', 'tpi%')
    .execute();
  return rows.map(letterheadFrom).sort((a, b) => tpiHeadPlace(a.owner) - tpiHeadPlace(b.owner));
}

/** The only head needs no choice; of several none signs by itself. */
export function chosenHead(
  heads: readonly LetterheadRow[],
  owner: string | null,
): LetterheadRow | null {
  const chosen = heads.find((one) => one.owner === owner) ?? null;
  return chosen ?? (heads.length === 1 ? (heads[0] ?? null) : null);
}

function letterheadFrom(row: Selectable<LetterheadTable>): LetterheadRow {
  return {
    owner: row.owner,
    agency: row.agency,
    address: row.address,
    city: row.city,
    position: row.signatory_position,
    name: row.signatory_name,
    nip: row.signatory_nip,
    addressee: row.addressee,
    copies: row.copies,
    version: row.version,
  };
}

/** Insert or replace; the version grows by one. */
export async function putLetterhead(
  tx: Tx,
  owner: string,
  details: LetterheadDetails,
  { actor, at }: { readonly actor: Actor; readonly at: string },
): Promise<void> {
  const values = {
    agency: details.agency,
    address: details.address,
    city: details.city,
    signatory_position: details.position,
    signatory_name: details.name,
    signatory_nip: details.nip,
    addressee: details.addressee,
    copies: details.copies,
    updated_by: actor.userId,
    updated_at: at,
  };
  await tx
    .insertInto('letterhead')
    .values({ owner, version: 1, ...values })
    .onConflict((conflict) =>
      conflict
        .column('owner')
        .doUpdateSet((eb) => ({ ...values, version: eb('letterhead.version', '+', 1) })),
    )
    .execute();
}
