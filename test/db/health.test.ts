import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '../../migrations/index.js';
import { isWritable } from '../../src/db/health.js';
import { openConnection } from '../../src/db/open-connection.js';
import { openStore } from '../../src/db/open-store.js';
import { temporaryFolders } from '../support/temporary-folder.js';

const newFolder = temporaryFolders();
const schema = [...migrations.keys()].at(-1);

describe('whether the data folder can be written', () => {
  it('yes, and the probe leaves no trace', async () => {
    const folder = newFolder();
    const store = await openStore({ folder });
    const before = readdirSync(folder).sort();
    expect(await isWritable(store, folder)).toEqual({ writable: true, schema });
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
    const asked = Array.from({ length: 50 }, () => isWritable(counting, folder));
    expect(new Set(await Promise.all(asked))).toEqual(new Set([{ writable: true, schema }]));
    expect(writes).toBe(1);
    await isWritable(counting, folder);
    expect(writes).toBe(2);
    await store.close();
  });

  it('no when the folder takes no file', async () => {
    const folder = newFolder();
    const store = await openStore({ folder });
    const gone = join(folder, 'gone');
    expect(await isWritable(store, gone)).toEqual({ writable: false, schema });
    await store.close();
  });

  it('no when the database takes no row', async () => {
    const folder = newFolder();
    const store = await openStore({ folder });
    const other = openConnection(join(folder, 'tapak.sqlite'));
    other.exec('ALTER TABLE setting RENAME TO other');
    other.close();
    expect(await isWritable(store, folder)).toEqual({ writable: false, schema });
    await store.close();
  });

  it('no when the database is closed', async () => {
    const folder = newFolder();
    const store = await openStore({ folder });
    await store.close();
    expect(await isWritable(store, folder)).toEqual({ writable: false, schema: '' });
  });
});
