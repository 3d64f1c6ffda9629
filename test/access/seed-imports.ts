import type { Tx } from '../../src/db/store.js';

/** Imports of one LKE: read, read with two sheets that could be meant, and applied. */
export interface SeededImports {
  readonly preview: string;
  readonly unclear: string;
  readonly applied: string;
}

export const MISSING_IMPORTS: SeededImports = {
  preview: '987654321',
  unclear: '987654321',
  applied: '987654321',
};

/** What was read differs each time, and what was applied can be taken back. */
export async function seedImports(
  tx: Tx,
  lkeId: number,
  secret: string,
  made: number,
): Promise<SeededImports> {
  const preview = await seedImport(tx, lkeId, [reading('LKE ZI', `${secret} ${made}`)], null);
  const two = [reading('LKE 1', secret), reading('LKE 2', secret)];
  const unclear = await seedImport(tx, lkeId, two, null);
  const applied = await seedImport(tx, lkeId, [], await writeOne(tx, lkeId, secret));
  return { preview, unclear, applied };
}

function reading(sheet: string, note: string) {
  const row = { code: 'A.I.1.i.b', cell: 'K9', value: { kind: 'choice', letter: 'B' }, note };
  return {
    layout: 'lampiran-iii',
    sheet,
    ours: null,
    rows: [{ ...row, evidence: [], question: null, criteria: null }],
    missing: [],
    unrecognised: [],
    invalid: [],
    defects: [],
    fileTotal: null,
    fileGates: [],
  };
}

async function writeOne(tx: Tx, lkeId: number, note: string): Promise<object> {
  const key = { lke_id: lkeId, tier: 'mandiri', indicator_code: 'A.I.1.ii.c' } as const;
  await tx
    .deleteFrom('answer')
    .where('lke_id', '=', lkeId)
    .where('tier', '=', 'mandiri')
    .where('indicator_code', '=', key.indicator_code)
    .execute();
  const value = { kind: 'choice', letter: 'A' };
  await tx
    .insertInto('answer')
    .values({
      ...key,
      value: JSON.stringify(value),
      note,
      version: 1,
      updated_by: null,
      updated_at: AT,
    })
    .execute();
  const before = { value: null, note: '' };
  const answer = { code: key.indicator_code, before, after: { value, note }, version: 1 };
  return { answers: [answer], links: [] };
}

const AT = '2026-03-01T00:00:00.000Z';

async function seedImport(
  tx: Tx,
  lkeId: number,
  readings: readonly { sheet: string }[],
  result: object | null,
): Promise<string> {
  const isApplied = result !== null;
  const { id } = await tx
    .insertInto('import')
    .values({
      lke_id: lkeId,
      file_name: 'lke.xlsx',
      sha256: 'ab'.repeat(32),
      size: 1000,
      readings: JSON.stringify(readings),
      sheet: readings.length === 1 ? (readings[0]?.sheet ?? null) : null,
      state: isApplied ? 'applied' : 'preview',
      result: isApplied ? JSON.stringify(result) : null,
      created_by: null,
      created_name: 'Lalu Suryadi',
      created_at: AT,
      expires_at: '2027-03-08T00:00:00.000Z',
      applied_name: isApplied ? 'Lalu Suryadi' : null,
      applied_at: isApplied ? AT : null,
      undone_name: null,
      undone_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return String(id);
}
