import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '../../migrations/index.js';
import { isWritable } from '../../src/db/health.js';
import { openBlobFolder } from '../../src/blobs/folder-blob-store.js';
import { openConnection } from '../../src/db/open-connection.js';
import { openStore } from '../../src/db/open-store.js';
import { temporaryFolders } from '../support/temporary-folder.js';

const newFolder = temporaryFolders();
/** Evidence that can be kept, for the tests of the rest. */
const BLOBS = { tryWrite: () => Promise.resolve() };
const schema = [...migrations.keys()].at(-1);

describe('whether the data folder can be written', () => {
  it('yes, and the probe leaves no trace', async () => {
    const folder = newFolder();
    const store = await openStore({ folder });
    const before = readdirSync(folder).sort();
    expect(await isWritable(store, folder, BLOBS)).toEqual({ writable: true, schema });
    expect(readdirSync(folder).sort()).toEqual(before);
    expect(await store.db.selectFrom('setting').selectAll().execute()).toEqual([]);
    await store.close();
  });

  it('is tried once for all who ask at the same time, and anew for the next', async () => {
    const folder = newFolder();
    const store = await openStore({ folder });
    let writes = 0;
    const counting: typeof store = {
      ...store,
      write: (work) => {
        writes += 1;
        return store.write(work);
      },
    };
    const asked = Array.from({ length: 50 }, () => isWritable(counting, folder, BLOBS));
    expect(new Set(await Promise.all(asked))).toEqual(new Set([{ writable: true, schema }]));
    expect(writes).toBe(1);
    await isWritable(counting, folder, BLOBS);
    expect(writes).toBe(2);
    await store.close();
  });

  it('no when the folder takes no file', async () => {
    const folder = newFolder();
    const store = await openStore({ folder });
    const gone = join(folder, 'gone');
    expect(await isWritable(store, gone, BLOBS)).toEqual({ writable: false, schema });
    await store.close();
  });

  describe('and the evidence kept', () => {
    it('yes, and nothing is left in it', async () => {
      const folder = newFolder();
      const store = await openStore({ folder });
      const blobs = await openBlobFolder(join(folder, 'evidence'));
      expect(await isWritable(store, folder, blobs)).toEqual({ writable: true, schema });
      expect(readdirSync(join(folder, 'evidence'), { recursive: true })).toEqual(['incoming']);
      await store.close();
    });

    it.each<[string, (evidence: string) => void]>([
      ['is gone', (evidence) => renameSync(evidence, `${evidence}-elsewhere`)],
      [
        'is a file',
        (evidence) => {
          rmSync(evidence, { recursive: true });
          writeFileSync(evidence, '');
        },
      ],
      [
        'has lost the folder for what comes in',
        (evidence) => rmSync(join(evidence, 'incoming'), { recursive: true }),
      ],
      [
        'has a file where what comes in is written',
        (evidence) => {
          rmSync(join(evidence, 'incoming'), { recursive: true });
          writeFileSync(join(evidence, 'incoming'), '');
        },
      ],
    ])('no when its folder %s', async (_title, spoil) => {
      const folder = newFolder();
      const store = await openStore({ folder });
      const blobs = await openBlobFolder(join(folder, 'evidence'));
      spoil(join(folder, 'evidence'));
      expect(await isWritable(store, folder, blobs)).toEqual({ writable: false, schema });
      await store.close();
    });
  });

  it('no when the database takes no row', async () => {
    const folder = newFolder();
    const store = await openStore({ folder });
    const other = openConnection(join(folder, 'tapak.sqlite'));
    other.exec('ALTER TABLE setting RENAME TO other');
    other.close();
    expect(await isWritable(store, folder, BLOBS)).toEqual({ writable: false, schema });
    await store.close();
  });

  it('no when the database is closed', async () => {
    const folder = newFolder();
    const store = await openStore({ folder });
    await store.close();
    expect(await isWritable(store, folder, BLOBS)).toEqual({ writable: false, schema: '' });
  });
});
