import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBlobFolder } from '../../src/blobs/folder-blob-store.js';
import { runMigrate } from '../../src/cli/migrate.js';
import { runVerify } from '../../src/cli/verify.js';
import { migrations } from '../../migrations/index.js';
import { openStore } from '../../src/db/open-store.js';
import { refreshScore } from '../../src/features/lke/score-store.js';
import { loadInstruments } from '../../src/instruments.js';
import { captureIo } from '../support/capture-io.js';
import { addEvidence, addHistory, addLke, AT } from '../support/small-data.js';
import { temporaryFolders } from '../support/temporary-folder.js';
import { Sqlite } from '../../src/db/sqlite.js';

const newFolder = temporaryFolders();
const NO_PAPERS = { checked: 0, unsealed: 0, faults: [] };

async function fill(): Promise<{ folder: string; sha256: string }> {
  const folder = newFolder();
  const store = await openStore({ folder });
  const id = await addLke(store);
  const lke = { id, instrumentId: 'lke-2026', rulesetId: 'zi-2026' };
  await store.write((tx) => refreshScore(tx, loadInstruments(), lke, 'mandiri', AT));
  await addHistory(store, 5);
  const blobs = await openBlobFolder(join(folder, 'evidence'));
  const sha256 = await addEvidence(store, blobs, Buffer.from('bukti'));
  await store.close();
  return { folder, sha256 };
}

async function verify(folder: string) {
  const io = captureIo();
  const code = await runVerify([], io, { ZI_DATA: folder });
  const { stdout, stderr } = io.captured();
  return { code, stderr, verdict: stdout === '' ? null : (JSON.parse(stdout) as unknown) };
}

function tamper(folder: string, statements: string): void {
  const db = new Sqlite(join(folder, 'tapak.sqlite'));
  db.pragma('foreign_keys = OFF');
  db.exec(statements);
  db.close();
}

const blobOf = (folder: string, sha256: string): string =>
  join(folder, 'evidence', sha256.slice(0, 2), sha256.slice(2, 4), sha256);

describe('verify', () => {
  it('finds nothing in sound data and says what it looked at', async () => {
    const { folder } = await fill();
    expect(await verify(folder)).toEqual({
      code: 0,
      stderr: '',
      verdict: {
        ok: true,
        database: { integrity: [], references: [] },
        history: { entries: 5, head: { seq: 5, hash: expect.any(String) as string }, faults: [] },
        scores: { checked: 1, faults: [] },
        evidence: { checked: 1, faults: [] },
        submissions: { checked: 0, faults: [] },
        letters: NO_PAPERS,
        reports: NO_PAPERS,
        proposals: NO_PAPERS,
      },
    });
  });

  it('finds a changed entry', async () => {
    const { folder } = await fill();
    tamper(folder, 'DROP TRIGGER history_no_update');
    tamper(folder, `UPDATE history SET actor_name = 'lain' WHERE seq = 3`);
    const { code, verdict } = await verify(folder);
    expect(code).toBe(1);
    expect(verdict).toMatchObject({
      ok: false,
      history: { faults: [{ seq: 3, kind: 'content' }] },
    });
  });

  it('finds a missing head file', async () => {
    const { folder } = await fill();
    rmSync(join(folder, 'history-head.json'));
    const { code, verdict } = await verify(folder);
    expect(code).toBe(1);
    expect(verdict).toMatchObject({ history: { faults: [{ seq: 5, kind: 'head-missing' }] } });
  });

  it('finds a changed score', async () => {
    const { folder } = await fill();
    tamper(folder, `UPDATE score SET total = '100'`);
    const { code, verdict } = await verify(folder);
    expect(code).toBe(1);
    expect(verdict).toMatchObject({ ok: false, scores: { checked: 1 } });
    expect(JSON.stringify(verdict)).toContain('52.71 2026 mandiri');
  });

  it.each([
    ['missing', (path: string) => rmSync(path)],
    ['differs', (path: string) => writeFileSync(path, 'lain')],
  ])('finds evidence that is %s', async (kind, harm) => {
    const { folder, sha256 } = await fill();
    harm(blobOf(folder, sha256));
    const { code, verdict } = await verify(folder);
    expect(code).toBe(1);
    expect(verdict).toMatchObject({
      ok: false,
      evidence: { checked: 1, faults: [{ sha256, kind }] },
    });
  });

  it('finds a row that refers to nothing', async () => {
    const { folder } = await fill();
    tamper(folder, `UPDATE evidence_version SET evidence_id = 99`);
    const { code, verdict } = await verify(folder);
    expect(code).toBe(1);
    expect(verdict).toMatchObject({
      database: { references: [{ table: 'evidence_version', parent: 'evidence' }] },
    });
  });

  it('changes nothing', async () => {
    const { folder } = await fill();
    const before = readFileSync(join(folder, 'tapak.sqlite'), 'hex');
    await verify(folder);
    expect(readFileSync(join(folder, 'tapak.sqlite'), 'hex')).toBe(before);
  });

  it.each([
    ['no-database', () => undefined],
    ['database-older', (folder: string) => tamper(folder, 'DELETE FROM schema_migration')],
    [
      'database-newer',
      (folder: string) => tamper(folder, `INSERT INTO schema_migration VALUES ('9999')`),
    ],
  ])('refuses: %s', async (problem, change) => {
    const folder = problem === 'no-database' ? newFolder() : (await fill()).folder;
    change(folder);
    const { code, stderr } = await verify(folder);
    expect(code).toBe(2);
    expect(JSON.parse(stderr)).toMatchObject({ problems: [{ code: problem, field: 'ZI_DATA' }] });
  });
});

describe('migrate', () => {
  async function runIn(folder: string, argv: string[] = []) {
    const io = captureIo();
    const code = await runMigrate(argv, io, { ZI_DATA: folder });
    return { code, ...io.captured() };
  }

  it('makes a database and says what was applied, then that nothing was', async () => {
    const folder = join(newFolder(), 'data');
    const schema = [...migrations.keys()].at(-1);
    const first = await runIn(folder);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(first.stdout)).toEqual({ folder, applied: [...migrations.keys()], schema });
    expect(JSON.parse((await runIn(folder)).stdout)).toEqual({ folder, applied: [], schema });
  });

  it('refuses a database that is newer', async () => {
    const { folder } = await fill();
    tamper(folder, `INSERT INTO schema_migration VALUES ('9999-later')`);
    const { code, stderr } = await runIn(folder);
    expect([code, stderr.includes('database-newer')]).toEqual([2, true]);
  });

  it('refuses arguments', async () => {
    const { code, stderr } = await runIn(newFolder(), ['semua']);
    expect([code, stderr.includes('no-arguments')]).toEqual([2, true]);
  });
});
