import type { SatkerPlace } from '../../domain/access/roles.js';
import type { Target } from '../../domain/predikat/gate.js';
import type { Db } from '../../db/store.js';

/** One decree of the register of predikat. */
export interface PredikatEntry {
  readonly id: number;
  readonly kind: Target;
  readonly year: number;
  readonly decreeNumber: string;
  readonly decreeDay: string | null;
  readonly grantedBy: 'tpn' | 'mandiri';
  readonly revokedOn: string | null;
  readonly revokedReason: string | null;
  readonly version: number;
}

/** Every predikat a satker was ever granted, newest year first, revoked ones included. */
export async function predikatOf(db: Db, satkerCode: string): Promise<readonly PredikatEntry[]> {
  const rows = await db
    .selectFrom('predikat')
    .selectAll()
    .where('satker_code', '=', satkerCode)
    .orderBy('year', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    year: row.year,
    decreeNumber: row.decree_number,
    decreeDay: row.decree_day,
    grantedBy: row.granted_by,
    revokedOn: row.revoked_on,
    revokedReason: row.revoked_reason,
    version: row.version,
  }));
}

/** A predikat of this kind that nobody revoked: what WBBM presupposes of WBK (90/2021 Tabel 6). */
export function heldPredikat(
  register: readonly PredikatEntry[],
  kind: Target,
): PredikatEntry | null {
  return register.find((entry) => entry.kind === kind && entry.revokedOn === null) ?? null;
}

export interface SatkerRow extends SatkerPlace {
  readonly name: string;
  readonly kind: 'pusat' | 'provinsi' | 'kabupaten' | 'kota';
  readonly djpbCode: string | null;
  readonly timeZone: string;
  readonly version: number;
}

export async function findSatker(db: Db, code: string): Promise<SatkerRow | null> {
  const row = await db.selectFrom('satker').selectAll().where('code', '=', code).executeTakeFirst();
  if (row === undefined) return null;
  return {
    code: row.code,
    provinceCode: row.province_code,
    level: row.level,
    kind: row.kind,
    name: row.name,
    djpbCode: row.djpb_code,
    timeZone: row.time_zone,
    version: row.version,
  };
}

/** Code and name of every KPU Provinsi, for a choice of province. */
export async function listProvinces(db: Db): Promise<readonly { code: string; name: string }[]> {
  return db
    .selectFrom('satker')
    .select(['code', 'name'])
    .where('level', '=', 'provinsi')
    .orderBy('name')
    .execute();
}
