import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MATARAM } from '../../fixtures/cast.js';
import { dispatch } from '../../src/cli/dispatch.js';
import { answer } from '../support/answering.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { testIo } from '../support/cli.js';

const ANSWERS = {
  'A.I.1.i.a': 'Ya',
  'A.I.1.i.b': 'B',
  'A.II.1.i.a': { agen: 3, perubahan: 2 },
  'A.II.3.iii.a': { tahun_lalu: 0, tahun_ini: 0, disanksi: 0 },
  'B.I.a': '3,60',
  'B.I.b': 'C',
};

describe('commands on one LKE, beside a serving process', () => {
  let zi: TestApp;
  let out: string;
  beforeAll(async () => {
    zi = await startTestApp();
    out = mkdtempSync(path.join(tmpdir(), 'zi-out-'));
    await answer(zi, MATARAM, ANSWERS);
  });
  afterAll(async () => {
    await zi.close();
    rmSync(out, { recursive: true, force: true });
  });

  async function run(argv: readonly string[], stdin = '') {
    const io = testIo(stdin);
    const code = await dispatch(argv, io, { ZI_DATA: zi.folder });
    return { code, out: io.out(), io };
  }

  const at = ['--satker', MATARAM, '--year', '2026'];

  describe('answers', () => {
    it('prints what score takes, and score gives the stored score', async () => {
      const printed = await run(['answers', ...at]);
      expect(printed.code).toBe(0);
      expect(JSON.parse(printed.out)).toMatchObject({
        instrument: 'lke-2026',
        answers: { ...ANSWERS, 'B.I.a': '3.6' },
      });
      const scored = await run(['score', '-'], printed.out);
      expect(scored.code).toBe(0);
      const stored = await zi.deps.store.db
        .selectFrom('score')
        .innerJoin('lke', 'lke.id', 'score.lke_id')
        .select(['score.total', 'score.answered'])
        .where('lke.satker_code', '=', MATARAM)
        .executeTakeFirstOrThrow();
      const [n = 0, d = 1] = stored.total.split('/').map(Number);
      const result = JSON.parse(scored.out) as { total: string; answered: number };
      expect(Number(result.total)).toBeCloseTo(n / d, 6);
      expect(result.answered).toBe(stored.answered);
    });

    it('may be asked for in the name of a person', async () => {
      expect((await run(['answers', ...at, '--as', 'Ketua.Mataram'])).code).toBe(0);
    });

    it('of an empty sheet are empty', async () => {
      const printed = await run(['answers', '--satker', '52.72', '--year', '2026']);
      expect(JSON.parse(printed.out)).toEqual({ instrument: 'lke-2026', answers: {} });
    });
  });

  describe('export', () => {
    const layout = ['--layout', 'lampiran-iii'];

    it('writes the same file as the page', async () => {
      const file = path.join(out, 'lke.xlsx');
      const done = await run(['export', ...at, ...layout, '--out', file]);
      expect(done.code).toBe(0);
      const told = JSON.parse(done.out) as { bytes: number };
      const written = readFileSync(file);
      expect(done.out).toContain('"layout": "lampiran-iii"');
      expect(told.bytes).toBe(written.length);
      expect(written.subarray(0, 2).toString()).toBe('PK');
      expect(readdirSync(out)).toEqual(['lke.xlsx']);
    });

    it('does not overwrite unless told to', async () => {
      const file = path.join(out, 'kept.xlsx');
      writeFileSync(file, 'mine');
      const argv = ['export', ...at, ...layout, '--out', file];
      const refused = await run(argv);
      expect(refused.code).toBe(2);
      expect(refused.io.problems()).toMatchObject([{ code: 'file-exists', field: 'out' }]);
      expect(readFileSync(file, 'utf8')).toBe('mine');
      expect((await run([...argv, '--force'])).code).toBe(0);
      expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
    });

    it('into a folder that is not there is refused and leaves nothing behind', async () => {
      const file = path.join(out, 'no', 'lke.xlsx');
      const refused = await run(['export', ...at, ...layout, '--out', file]);
      expect(refused.code).toBe(2);
      expect(refused.io.problems()).toMatchObject([{ code: 'file-unwritable', field: 'out' }]);
      expect(existsSync(path.dirname(file))).toBe(false);
    });
  });

  const target = ['--out', 'never.xlsx'];
  it.each([
    [['answers', '--satker', '99.99', '--year', '2026'], 'satker', 'unknown-lke'],
    [['answers', '--satker', MATARAM, '--year', '2025'], 'satker', 'unknown-lke'],
    [['answers', '--satker', MATARAM, '--year', '26'], 'year', 'not-a-year'],
    [['answers', ...at, '--tier', 'tpi'], 'tier', 'tier-empty'],
    [['answers', ...at, '--tier', 'bpk'], 'tier', 'unknown-tier'],
    [['answers', ...at, '--as', 'nobody'], 'as', 'unknown-user'],
    [['export', ...at, '--layout', 'pdf', ...target], 'layout', 'unknown-layout'],
    [
      ['export', ...at, '--layout', 'portalrb', '--tier', 'tpn', ...target],
      'tier',
      'tier-not-in-layout',
    ],
    [
      ['export', ...at, '--layout', 'lampiran-iii', '--tier', 'tpn', ...target],
      'tier',
      'tier-empty',
    ],
    [['export', ...at, ...target], 'layout', 'option-needed'],
  ])('%j is refused', async (argv, field, code) => {
    const refused = await run(argv);
    expect(refused.code).toBe(2);
    expect(refused.out).toBe('');
    expect(refused.io.problems()).toMatchObject([{ field, code }]);
    expect(existsSync('never.xlsx')).toBe(false);
  });

  it('names the tier as pages do where it has nothing yet', async () => {
    const refused = await run(['answers', ...at, '--tier', 'tpi']);
    expect(refused.io.problems()[0]?.message).toContain('belum mempunyai penilaian TPI untuk');
  });

  it('on a folder without a database is refused and makes none', async () => {
    const folder = path.join(out, 'empty');
    const io = testIo();
    expect(await dispatch(['answers', ...at], io, { ZI_DATA: folder })).toBe(2);
    expect(io.problems()).toMatchObject([{ field: 'ZI_DATA', code: 'no-database' }]);
    expect(existsSync(folder)).toBe(false);
  });
});
