import type { Tx } from '../../db/store.js';

/** Keys under which the limits of evidence are settings; features/evidence/store.ts reads them. */
const KEYS = {
  fileBytes: 'evidence.file-bytes',
  perIndicator: 'evidence.per-indicator',
  quotaBytes: 'evidence.quota-bytes',
} as const;
export type LimitName = keyof typeof KEYS;

export async function writeLimit(tx: Tx, name: LimitName, value: number): Promise<void> {
  const row = { key: KEYS[name], value: JSON.stringify(value) };
  await tx
    .insertInto('setting')
    .values(row)
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: row.value }))
    .execute();
}
