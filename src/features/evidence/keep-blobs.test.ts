import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { StagedBlob } from '../../blobs/blob-store.js';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { removePurgedBlob, withKeptBlobs } from './keep-blobs.js';

describe('bytes and the rows that need them', () => {
  let zi: TestApp;
  beforeEach(async () => {
    zi = await startTestApp();
  });
  afterEach(() => zi.close());

  async function staged(text: string): Promise<StagedBlob> {
    const blob = await zi.deps.blobs.stage(Readable.from([Buffer.from(text)]), 1000);
    if (blob === null) throw new Error('not staged');
    return blob;
  }

  function stored(): string[] {
    const folder = join(zi.folder, 'evidence');
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return names.filter((name) => statSync(join(folder, name)).isFile());
  }

  it('a commit that needs the bytes keeps them', async () => {
    const blob = await staged('a');
    await withKeptBlobs(zi.deps, [blob], () => insertVersion(zi, blob.sha256));
    expect(await zi.deps.blobs.has(blob.sha256)).toBe(true);
  });

  it('a refusal leaves none', async () => {
    const blobs = [await staged('a'), await staged('b'), await staged('a')];
    const outcome = await withKeptBlobs(zi.deps, blobs, () => Promise.resolve('refused'));
    expect(outcome).toBe('refused');
    expect(stored()).toEqual([]);
  });

  it('a commit that fails leaves none, and its error goes on', async () => {
    const blob = await staged('a');
    const failing = withKeptBlobs(zi.deps, [blob], () => Promise.reject(new Error('disk full')));
    await expect(failing).rejects.toThrow('disk full');
    expect(stored()).toEqual([]);
  });

  it('bytes are on disk when the commit begins', async () => {
    const blob = await staged('a');
    const wasThere = await withKeptBlobs(zi.deps, [blob], () => zi.deps.blobs.has(blob.sha256));
    expect(wasThere).toBe(true);
  });

  it('a refusal does not take the bytes of another row', async () => {
    const first = await staged('a');
    await withKeptBlobs(zi.deps, [first], () => insertVersion(zi, first.sha256));
    await withKeptBlobs(zi.deps, [await staged('a')], () => Promise.resolve('refused'));
    await removePurgedBlob(zi.deps, first.sha256);
    expect(await zi.deps.blobs.has(first.sha256)).toBe(true);
  });

  it('forty at once over the same two contents, refused and kept, end with rows that have files', async () => {
    const work = Array.from({ length: 40 }, async (_, index) => {
      const blobs = [await staged(index % 3 === 0 ? 'b' : 'a'), await staged('b')];
      const [first] = blobs;
      const order = index % 2 === 0 ? blobs : [...blobs].reverse();
      await withKeptBlobs<unknown>(zi.deps, order, () =>
        index === 20 && first !== undefined
          ? insertVersion(zi, first.sha256)
          : Promise.resolve('refused'),
      );
    });
    await Promise.all(work);
    expect(stored()).toHaveLength(1);
  });
});

async function insertVersion(zi: TestApp, sha256: string): Promise<void> {
  const at = zi.deps.clock().toISOString();
  await zi.deps.store.write(async (tx) => {
    const { id } = await tx
      .insertInto('evidence')
      .values({
        satker_code: '52.71',
        name: 'SK',
        kind: 'sk',
        physical_location: '',
        withdrawn_at: null,
        withdrawn_reason: null,
        created_by: null,
        created_at: at,
        version: 1,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('evidence_version')
      .values({
        evidence_id: id,
        number: 1,
        year: 2026,
        type: 'file',
        sha256,
        file_name: 'sk.pdf',
        media_type: 'application/pdf',
        size: 1,
        url: null,
        document_day: null,
        period_from: null,
        period_to: null,
        valid_until: null,
        created_by: null,
        created_at: at,
        purged_at: null,
      })
      .execute();
  });
}
