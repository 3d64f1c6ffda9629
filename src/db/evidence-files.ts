import type { Db } from './store.js';

/** The files that must exist: every version whose bytes were not purged, each hash once. */
export async function neededFiles(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('evidence_version')
    .select('sha256')
    .distinct()
    .where('type', '=', 'file')
    .where('purged_at', 'is', null)
    .orderBy('sha256')
    .execute();
  return rows.flatMap((row) => row.sha256 ?? []);
}
