import type { Target } from '../../domain/predikat/gate.js';
import type { Db, Tx } from '../../db/store.js';

/** What TPN decided of an LKE. */
export interface Decree {
  readonly kind: 'ditetapkan' | 'tidak-ditetapkan';
  readonly number: string | null;
  readonly day: string | null;
  readonly reason: string;
}

export async function decreeOf(db: Db, lkeId: number): Promise<Decree | null> {
  const row = await db
    .selectFrom('lke_decision')
    .select(['kind', 'letter_number as number', 'letter_day as day', 'reason'])
    .where('lke_id', '=', lkeId)
    .where('kind', 'in', ['ditetapkan', 'tidak-ditetapkan'])
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row === undefined ? null : { ...row, kind: row.kind as Decree['kind'] };
}

export async function insertDecree(
  tx: Tx,
  lkeId: number,
  round: number,
  { kind, number, day, reason }: Decree,
  by: {
    readonly userId: number | null;
    readonly name: string;
    readonly role: string;
    readonly at: string;
  },
): Promise<void> {
  await tx
    .insertInto('lke_decision')
    .values({
      lke_id: lkeId,
      round,
      tier: 'tpn',
      kind,
      effect: kind === 'ditetapkan' ? 'moves' : 'ends',
      reason,
      letter_number: number,
      letter_day: day,
      letter_recorded_at: by.at,
      detail: null,
      decided_by: by.userId,
      decided_by_name: by.name,
      decided_role: by.role,
      decided_at: by.at,
    })
    .execute();
}

export interface GrantedPredikat {
  readonly kind: Target;
  readonly year: number;
  readonly decreeNumber: string;
  readonly decreeDay: string;
}

/** Whether the register has an entry of this predikat and year already, revoked or not. */
export async function hasPredikat(
  tx: Tx,
  satkerCode: string,
  { kind, year }: Pick<GrantedPredikat, 'kind' | 'year'>,
): Promise<boolean> {
  const row = await tx
    .selectFrom('predikat')
    .select('id')
    .where('satker_code', '=', satkerCode)
    .where('kind', '=', kind)
    .where('year', '=', year)
    .executeTakeFirst();
  return row !== undefined;
}

export async function grantPredikat(
  tx: Tx,
  satkerCode: string,
  { kind, year, decreeNumber, decreeDay }: GrantedPredikat,
): Promise<void> {
  await tx
    .insertInto('predikat')
    .values({
      satker_code: satkerCode,
      kind,
      year,
      decree_number: decreeNumber,
      decree_day: decreeDay,
      granted_by: 'tpn',
      revoked_on: null,
      revoked_reason: null,
      version: 1,
    })
    .execute();
}
