import type { Target } from '../../domain/predikat/gate.js';
import type { Db, Tx } from '../../db/store.js';

/** What TPN decided of an LKE. */
export interface Decree {
  readonly kind: 'ditetapkan' | 'tidak-ditetapkan';
  readonly number: string | null;
  readonly day: string | null;
  readonly reason: string;
}

/** A decree that was recorded, with why it counts no longer. */
export interface RecordedDecree extends Decree {
  readonly takenBack: { readonly reason: string; readonly at: string } | null;
}

/** Every decree that was recorded, newest first. */
export async function decreesOf(db: Db, lkeId: number): Promise<readonly RecordedDecree[]> {
  const rows = await db
    .selectFrom('lke_decision')
    .leftJoin('decision_take_back as back', 'back.decision_id', 'lke_decision.id')
    .select(['kind', 'letter_number as number', 'letter_day as day', 'lke_decision.reason'])
    .select(['back.reason as backReason', 'back.taken_back_at as backAt'])
    .where('lke_id', '=', lkeId)
    .where('kind', 'in', ['ditetapkan', 'tidak-ditetapkan'])
    .orderBy('lke_decision.id', 'desc')
    .execute();
  return rows.map(({ backReason, backAt, kind, ...row }) => ({
    ...row,
    kind: kind as Decree['kind'],
    takenBack: backAt === null ? null : { reason: backReason ?? '', at: backAt },
  }));
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

export interface RegisteredPredikat {
  readonly id: number;
  readonly decreeNumber: string;
  readonly decreeDay: string | null;
  readonly revokedOn: string | null;
}

/** The register's entry of this predikat and year, revoked or not. */
export async function findPredikat(
  tx: Tx,
  satkerCode: string,
  { kind, year }: Pick<GrantedPredikat, 'kind' | 'year'>,
): Promise<RegisteredPredikat | null> {
  const row = await tx
    .selectFrom('predikat')
    .select(['id', 'decree_number as decreeNumber', 'decree_day as decreeDay'])
    .select('revoked_on as revokedOn')
    .where('satker_code', '=', satkerCode)
    .where('kind', '=', kind)
    .where('year', '=', year)
    .executeTakeFirst();
  return row ?? null;
}

/** An entry whose decree had been recorded by mistake stands again, with the right decree. */
export async function renewPredikat(
  tx: Tx,
  id: number,
  { decreeNumber, decreeDay }: Pick<GrantedPredikat, 'decreeNumber' | 'decreeDay'>,
): Promise<void> {
  await tx
    .updateTable('predikat')
    .set((eb) => ({
      decree_number: decreeNumber,
      decree_day: decreeDay,
      granted_by: 'tpn',
      revoked_on: null,
      revoked_reason: null,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
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
