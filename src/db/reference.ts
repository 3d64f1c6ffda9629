import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.js';
import type { SatkerTable } from './schema.js';
import type { Store } from './store.js';

const COLUMNS = [
  'kode_kemendagri',
  'kode_provinsi',
  'tingkat',
  'jenis',
  'nama_satker',
  'kode_satker_djpb',
  'zona_waktu',
] as const;

/** Every shipped satker that is not there yet; one that is keeps the edits of its administrator. */
export async function insertMissingSatker(store: Store): Promise<number> {
  const present = await store.db.selectFrom('satker').select('code').execute();
  const codes = new Set(present.map((row) => row.code));
  const missing = shippedSatker().filter((satker) => !codes.has(satker.code));
  if (missing.length === 0) return 0;
  await store.write(async (tx) => {
    const insert = tx.insertInto('satker').values(missing);
    // Another process may have started at the same time.
    await insert.onConflict((conflict) => conflict.column('code').doNothing()).execute();
  });
  return missing.length;
}

export function shippedSatker(): readonly SatkerTable[] {
  const file = join(projectRoot(), 'fixtures', 'reference', 'satker.tsv');
  const [header, ...lines] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/);
  if (header !== COLUMNS.join('\t')) throw new Error('satker.tsv: unexpected columns');
  return lines.map(satkerOf);
}

function satkerOf(line: string, index: number): SatkerTable {
  const cells = line.split('\t');
  const [code, province, level, kind, name, djpb, zone] = cells;
  if (cells.length !== COLUMNS.length || !code || !province || !name || !zone) {
    throw new Error(`satker.tsv: row ${index + 2} is incomplete`);
  }
  return {
    code,
    province_code: province,
    level: level as SatkerTable['level'],
    kind: kind as SatkerTable['kind'],
    name,
    djpb_code: djpb || null,
    time_zone: zone,
    version: 1,
  };
}
