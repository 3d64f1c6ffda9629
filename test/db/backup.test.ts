import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { openBlobFolder } from '../../src/blobs/folder-blob-store.js';
import { runBackup } from '../../src/cli/backup.js';
import { parseManifest, serialiseManifest, type Manifest } from '../../src/cli/backup-manifest.js';
import { runRestore } from '../../src/cli/restore.js';
import { runVerify } from '../../src/cli/verify.js';
import { openCopy } from '../../src/db/open-snapshot.js';
import { openStore } from '../../src/db/open-store.js';
import { secretOf } from '../../src/db/secret-file.js';
import { tableHashes } from '../../src/db/table-hashes.js';
import { refreshScore } from '../../src/features/lke/score-store.js';
import { loadInstruments } from '../../src/instruments.js';
import { startChild } from '../support/child.js';
import { captureIo } from '../support/capture-io.js';
import { randomFrom } from '../support/random.js';
import { LONG_TEST_MS, rounds } from '../support/rounds.js';
import { addEvidence, addHistory, addLke, AT } from '../support/small-data.js';
import { temporaryFolders } from '../support/temporary-folder.js';

const newFolder = temporaryFolders();
const clock = (): Date => AT;

interface Filled {
  readonly data: string;
  readonly lkeId: number;
  readonly evidence: readonly string[];
}

/** A data folder with an LKE, history, three files of evidence and the keys of a server. */
async function fill(): Promise<Filled> {
  const data = newFolder();
  const store = await openStore({ folder: data });
  const blobs = await openBlobFolder(join(data, 'evidence'));
  const lkeId = await addLke(store);
  const lke = { id: lkeId, instrumentId: 'lke-2026', rulesetId: 'zi-2026' };
  await store.write((tx) => refreshScore(tx, loadInstruments(), lke, 'mandiri', AT));
  await addHistory(store, 12);
  const evidence: string[] = [];
  for (const text of ['satu', 'dua', 'tiga'.repeat(50_000)]) {
    evidence.push(await addEvidence(store, blobs, Buffer.from(text)));
  }
  await store.close();
  secretOf(data, 'session-secret');
  secretOf(data, 'share-secret');
  return { data, lkeId, evidence };
}

async function backup(data: string, target: string) {
  const io = captureIo();
  const code = await runBackup([target], io, { ZI_DATA: data }, clock);
  return { code, ...io.captured() };
}

async function restore(source: string, data: string) {
  const io = captureIo();
  const code = await runRestore([source], io, { ZI_DATA: data });
  return { code, ...io.captured() };
}

async function verify(data: string) {
  const io = captureIo();
  const code = await runVerify([], io, { ZI_DATA: data });
  return { code, ...io.captured() };
}

function manifestOf(folder: string): Manifest {
  const manifest = parseManifest(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  if (manifest === null) throw new Error('no manifest');
  return manifest;
}

function hashesOf(file: string): unknown {
  const copy = openCopy(file);
  const hashes = tableHashes(copy.connection);
  copy.connection.close();
  return hashes;
}

function treeOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'hex')]));
}

describe('backup and restore', () => {
  it('bring back every table, every file and the chain', async () => {
    const { data, evidence } = await fill();
    const target = join(newFolder(), 'cadangan');
    const made = await backup(data, target);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    const manifest = manifestOf(target);
    expect(manifest).toMatchObject({ time: AT.toISOString(), historyHead: { seq: 12 } });
    expect(manifest.tables['history']?.rows).toBe(12);
    expect(manifest.tables['satker']?.rows).toBe(553);
    expect(manifest.files).toHaveLength(3 + evidence.length);

    const again = join(newFolder(), 'pulih');
    expect(await restore(target, again)).toMatchObject({ code: 0, stderr: '' });
    expect(hashesOf(join(again, 'tapak.sqlite'))).toEqual(manifest.tables);
    const blobs = await openBlobFolder(join(again, 'evidence'));
    const listed: string[] = [];
    for await (const { sha256 } of blobs.list()) listed.push(sha256);
    expect(listed).toEqual([...evidence].sort());
    expect(await verify(again)).toMatchObject({ code: 0, stderr: '' });
    const store = await openStore({ folder: again });
    await addHistory(store, 1);
    await store.close();
    expect(await verify(again)).toMatchObject({ code: 0, stderr: '' });
  });

  it('share links keep their addresses, sessions end', async () => {
    const { data } = await fill();
    const [target, again] = [newFolder(), newFolder()];
    await backup(data, target);
    await restore(target, again);
    expect(secretOf(again, 'share-secret')).toBe(secretOf(data, 'share-secret'));
    expect(statSync(join(again, 'share-secret')).mode & 0o077).toBe(0);
    expect(existsSync(join(again, 'session-secret'))).toBe(false);
  });

  it('a folder that was never served has no key of share links, nor has its backup', async () => {
    const { data } = await fill();
    rmSync(join(data, 'share-secret'));
    const [target, again] = [newFolder(), newFolder()];
    expect((await backup(data, target)).code).toBe(0);
    expect((await restore(target, again)).code).toBe(0);
    expect(existsSync(join(again, 'share-secret'))).toBe(false);
  });

  it('files and folders are for their owner only', async () => {
    const { data } = await fill();
    const target = join(newFolder(), 'cadangan');
    await backup(data, target);
    for (const [name] of Object.entries(treeOf(target))) {
      expect([name, statSync(join(target, name)).mode & 0o077]).toEqual([name, 0]);
    }
    expect(statSync(target).mode & 0o077).toBe(0);
  });

  it('an empty folder that exists is filled', async () => {
    const { data } = await fill();
    const [target, again] = [newFolder(), newFolder()];
    expect((await backup(data, target)).code).toBe(0);
    expect((await restore(target, again)).code).toBe(0);
    expect(readdirSync(target).sort()).toEqual(
      ['evidence', 'history-head.json', 'manifest.json', 'share-secret', 'tapak.sqlite'].sort(),
    );
  });

  it('what an interrupted attempt left is replaced', async () => {
    const { data } = await fill();
    const [target, again] = [newFolder(), newFolder()];
    for (const folder of [target, again]) {
      mkdirSync(join(folder, '.unfinished'));
      writeFileSync(join(folder, '.unfinished', 'tapak.sqlite'), 'half');
    }
    expect((await backup(data, target)).code).toBe(0);
    expect((await restore(target, again)).code).toBe(0);
    expect((await verify(again)).code).toBe(0);
    expect(readdirSync(again)).not.toContain('.unfinished');
  });

  it('a purged file is not missed', async () => {
    const { data, evidence } = await fill();
    const store = await openStore({ folder: data });
    await store.write((tx) =>
      tx
        .updateTable('evidence_version')
        .set({ purged_at: AT.toISOString() })
        .where('sha256', '=', evidence[0] ?? '')
        .execute(),
    );
    await store.close();
    await (await openBlobFolder(join(data, 'evidence'))).remove(evidence[0] ?? '');
    const target = join(newFolder(), 'cadangan');
    expect((await backup(data, target)).code).toBe(0);
    expect(manifestOf(target).files).toHaveLength(5);
  });
});

describe('a backup beside a process that writes', () => {
  const times = rounds(5, 50);
  it(
    `${times} of ${times} are whole`,
    async () => {
      const { data, lkeId } = await fill();
      const child = startChild('test/support/db-writer.ts', [data, String(lkeId), '8']);
      const { lines } = child;
      let last = 0;
      for (let round = 1; round <= times; round += 1) {
        // The writer is at work: something new was acknowledged since the last backup.
        for (let heard = 0; heard < 5; heard += 1) await lines.next();
        const folder = newFolder();
        expect(await backup(data, join(folder, 'cadangan'))).toMatchObject({ code: 0, stderr: '' });
        expect(await restore(join(folder, 'cadangan'), join(folder, 'pulih'))).toMatchObject({
          code: 0,
        });
        expect(await verify(join(folder, 'pulih'))).toMatchObject({ code: 0, stderr: '' });
        const { seq } = manifestOf(join(folder, 'cadangan')).historyHead;
        expect(seq).toBeGreaterThan(last);
        last = seq;
      }
      child.kill();
      await child.ended();
      expect((await verify(data)).code).toBe(0);
    },
    LONG_TEST_MS,
  );
});

describe('refused before anything is touched', () => {
  it('a backup in which any one file is changed, cut or missing', async () => {
    const { data } = await fill();
    const target = join(newFolder(), 'cadangan');
    await backup(data, target);
    const random = randomFrom(7);
    const again = join(newFolder(), 'pulih');
    for (const name of Object.keys(treeOf(target))) {
      const path = join(target, name);
      const whole = readFileSync(path);
      const place = random.below(whole.length);
      const changed = Buffer.from(whole);
      changed[place] = (changed[place] ?? 0) ^ (1 << random.below(8));
      for (const bytes of [changed, whole.subarray(0, place), null]) {
        if (bytes === null) rmSync(path);
        else writeFileSync(path, bytes);
        const { code, stderr } = await restore(target, again);
        expect([name, code]).toEqual([name, 2]);
        expect(stderr).toMatch(name === 'manifest.json' ? /manifest-unreadable/ : /backup-damaged/);
        expect(stderr).toContain(name);
        expect(existsSync(again)).toBe(false);
      }
      writeFileSync(path, whole);
    }
    expect((await restore(target, again)).code).toBe(0);
  });

  it.each([
    [
      'another row count',
      (m: Manifest) => ({ ...m, tables: { ...m.tables, lke: m.tables['year'] } }),
    ],
    ['another head', (m: Manifest) => ({ ...m, historyHead: { seq: 1, hash: '' } })],
    ['a file left out', (m: Manifest) => ({ ...m, files: m.files.slice(0, -1) })],
    ['the database left out', (m: Manifest) => ({ ...m, files: m.files.slice(1) })],
  ])('a manifest that claims %s', async (_, change) => {
    const { data } = await fill();
    const target = join(newFolder(), 'cadangan');
    await backup(data, target);
    const manifest = change(manifestOf(target)) as Manifest;
    writeFileSync(join(target, 'manifest.json'), serialiseManifest(manifest));
    const again = join(newFolder(), 'pulih');
    const { code, stderr } = await restore(target, again);
    expect(code).toBe(2);
    expect(stderr).toContain('backup-damaged');
    expect(existsSync(again)).toBe(false);
  });

  it('a manifest that names a file outside its folder', async () => {
    const { data } = await fill();
    const target = join(newFolder(), 'cadangan');
    await backup(data, target);
    const manifest = manifestOf(target);
    const [first, ...rest] = manifest.files;
    if (first === undefined) throw new Error('no files');
    const files = [...rest, { ...first, path: '../tapak.sqlite' }];
    writeFileSync(join(target, 'manifest.json'), serialiseManifest({ ...manifest, files }));
    expect((await restore(target, join(newFolder(), 'pulih'))).stderr).toContain(
      'manifest-unreadable',
    );
  });

  it('a backup of a newer program', async () => {
    const { data } = await fill();
    const target = join(newFolder(), 'cadangan');
    await backup(data, target);
    const manifest = manifestOf(target);
    const schema = [...manifest.schema, '9999-later'];
    writeFileSync(join(target, 'manifest.json'), serialiseManifest({ ...manifest, schema }));
    const { code, stderr } = await restore(target, join(newFolder(), 'pulih'));
    expect([code, stderr.includes('backup-newer')]).toEqual([2, true]);
  });

  it('a restore into a folder that holds something', async () => {
    const { data } = await fill();
    const target = join(newFolder(), 'cadangan');
    await backup(data, target);
    const before = treeOf(data);
    const { code, stderr } = await restore(target, data);
    expect(code).toBe(2);
    expect(JSON.parse(stderr)).toMatchObject({
      problems: [{ code: 'folder-not-empty', field: 'ZI_DATA' }],
    });
    expect(treeOf(data)).toEqual(before);
  });

  it.each([
    ['into a folder that holds something', 'folder-not-empty', (folder: string) => folder],
    ['into a file', 'not-a-folder', (folder: string) => join(folder, 'tapak.sqlite')],
  ])('a backup %s', async (_, problem, target) => {
    const { data } = await fill();
    const before = treeOf(data);
    const { code, stderr } = await backup(data, target(data));
    expect(code).toBe(2);
    expect(JSON.parse(stderr)).toMatchObject({ problems: [{ code: problem, field: 'dir' }] });
    expect(treeOf(data)).toEqual(before);
  });

  it.each([
    ['lost', (path: string) => rmSync(path)],
    ['changed', (path: string) => writeFileSync(path, 'x')],
  ])('a backup of data whose evidence is %s', async (_, harm) => {
    const { data, evidence } = await fill();
    const [sha256 = ''] = evidence;
    harm(join(data, 'evidence', sha256.slice(0, 2), sha256.slice(2, 4), sha256));
    const target = join(newFolder(), 'cadangan');
    const { code, stderr } = await backup(data, target);
    expect([code, stderr.includes('evidence-missing')]).toEqual([2, true]);
    expect(existsSync(target)).toBe(false);
  });

  it.each([[[]], [['a', 'b']], [['--semua']], [['']]])('arguments %j', async (argv) => {
    const io = captureIo();
    const env = { ZI_DATA: (await fill()).data };
    expect(await runBackup(argv, io, env, clock)).toBe(2);
    expect(await runRestore(argv, io, env)).toBe(2);
    expect(io.captured().stderr.match(/folder-needed/g)).toHaveLength(2);
  });

  it('a backup of nothing', async () => {
    const { code, stderr } = await backup(newFolder(), newFolder());
    expect([code, stderr.includes('no-database')]).toEqual([2, true]);
  });
});
