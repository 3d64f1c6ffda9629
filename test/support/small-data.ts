import { Readable } from 'node:stream';
import type { BlobStore } from '../../src/blobs/blob-store.js';
import { appendHistory } from '../../src/db/history.js';
import type { Actor, Store } from '../../src/db/store.js';

export const ACTOR: Actor = { userId: null, name: 'operator', role: 'operator', origin: 'cli' };
export const AT = new Date('2026-03-02T01:00:00.000Z');

/** Year 2026 and one LKE of KPU Kota Mataram; gives its id. */
export async function addLke(store: Store): Promise<number> {
  const at = AT.toISOString();
  return store.write(async (tx) => {
    const year = {
      year: 2026,
      instrument_id: 'lke-2026',
      ruleset_id: 'zi-2026',
      internal_target: null,
      created_at: at,
      version: 1,
    };
    await tx.insertInto('year').values(year).execute();
    const lke = { satker_code: '52.71', year: 2026, stage: 'pengisian', created_at: at } as const;
    const { id } = await tx
      .insertInto('lke')
      .values({ ...lke, target: 'wbk', version: 1 })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });
}

/** Some entries of several shapes, each in its own transaction. */
export async function addHistory(store: Store, count: number): Promise<void> {
  for (let n = 1; n <= count; n += 1) {
    const entry = {
      action: n % 2 === 0 ? 'answer.record' : 'evidence.add',
      subject: `A.I.1.i.${n}`,
      satkerCode: n % 3 === 0 ? null : '52.71',
      year: n % 3 === 0 ? null : 2026,
      before: n % 5 === 0 ? undefined : { note: `lama ${n}` },
      after: { note: `baru ${n}` },
    };
    await store.write((tx) => appendHistory(tx, ACTOR, entry, AT));
  }
}

/** Keeps the bytes and commits a row for them, in the order the product does; gives the hash. */
export async function addEvidence(store: Store, blobs: BlobStore, bytes: Buffer): Promise<string> {
  const staged = await blobs.stage(Readable.from([bytes]), bytes.length);
  if (staged === null) throw new Error('the blob was refused');
  await blobs.keep(staged);
  await store.write(async (tx) => {
    const common = { created_by: null, created_at: AT.toISOString() };
    const { id } = await tx
      .insertInto('evidence')
      .values({
        ...common,
        satker_code: '52.71',
        name: 'SK Tim ZI',
        kind: 'sk',
        physical_location: '',
        withdrawn_at: null,
        withdrawn_reason: null,
        version: 1,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const version = { evidence_id: id, number: 1, year: 2026, type: 'file', ...common } as const;
    const file = { file_name: 'sk.pdf', media_type: 'application/pdf', size: bytes.length };
    const none = { url: null, document_day: null, period_from: null, period_to: null };
    await tx
      .insertInto('evidence_version')
      .values({
        ...version,
        ...file,
        ...none,
        sha256: staged.sha256,
        valid_until: null,
        purged_at: null,
      })
      .execute();
  });
  return staged.sha256;
}
