import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CAST_YEAR, MATARAM } from '../../fixtures/cast.js';
import { openStore } from '../../src/db/open-store.js';
import type { Actor, Store } from '../../src/db/store.js';
import { findLke, refreshScore, type Lke } from '../../src/features/lke/store.js';
import { loadInstruments, type Instruments } from '../../src/instruments.js';

export const OPERATOR: Actor = { userId: null, name: 'operator', role: 'operator', origin: 'cli' };

export interface OneLke {
  readonly store: Store;
  readonly instruments: Instruments;
  readonly clock: () => Date;
  readonly lke: Lke;
  close(): Promise<void>;
}

/** A real database with the year open and an empty LKE of one satker (KPU Kota Mataram). */
export async function openOneLke(): Promise<OneLke> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tapak-lke-'));
  const store = await openStore({ folder });
  const instruments = loadInstruments();
  const lke = await openLkeOf(store, instruments, MATARAM);
  return {
    store,
    instruments,
    clock: () => new Date('2026-03-10T02:00:00.000Z'),
    lke,
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openLkeOf(store: Store, instruments: Instruments, satker: string): Promise<Lke> {
  const created_at = '2026-01-05T01:00:00.000Z';
  await store.write(async (tx) => {
    await tx
      .insertInto('year')
      .values({
        year: CAST_YEAR,
        instrument_id: 'lke-2026',
        ruleset_id: 'zi-2026',
        internal_target: null,
        created_at,
        version: 1,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const { id } = await tx
      .insertInto('lke')
      .values({
        satker_code: satker,
        year: CAST_YEAR,
        target: 'wbk',
        stage: 'pengisian',
        created_at,
        version: 1,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const scored = { id, instrumentId: 'lke-2026', rulesetId: 'zi-2026' };
    await refreshScore(tx, instruments, scored, 'mandiri', new Date(created_at));
  });
  const lke = await findLke(store.db, satker, CAST_YEAR);
  if (lke === null) throw new Error('the LKE was not opened');
  return lke;
}
