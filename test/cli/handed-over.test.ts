import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { MATARAM } from '../../fixtures/cast.js';
import { pdfFile } from '../../fixtures/example-files.js';
import { dispatch } from '../../src/cli/dispatch.js';
import { answer } from '../support/answering.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { testIo } from '../support/cli.js';
import { postFiles } from '../support/evidence.js';
import { at } from '../support/filling.js';

const LKE_AT = ['--satker', MATARAM, '--year', '2026'];
const NTB = ['--province', '52', '--year', '2026'];

/** Workbooks of many satker take seconds; a guard, never a measure. */
const GUARD_MS = 120_000;

describe('commands that make what is handed over, beside a serving process', () => {
  let zi: TestApp;
  let out: string;
  beforeAll(async () => {
    zi = await startTestApp();
    out = mkdtempSync(path.join(tmpdir(), 'zi-out-'));
    await answer(zi, MATARAM, { 'A.I.1.i.a': 'Ya', 'B.I.a': '3,60' });
    const lead = await zi.signIn('ketua.mataram');
    const files = [{ name: 'SK Tim.pdf', bytes: pdfFile(['SK']) }];
    expect((await postFiles(lead, `${at('A.I.1.i.a')}/bukti`, files)).status).toBe(303);
  });
  afterAll(async () => {
    await zi.close();
    rmSync(out, { recursive: true, force: true });
  });

  async function run(argv: readonly string[]) {
    const io = testIo();
    const code = await dispatch(argv, io, { ZI_DATA: zi.folder });
    return { code, io };
  }

  async function made(name: string, argv: readonly string[]) {
    const file = path.join(out, name);
    const { code, io } = await run([...argv, '--out', file]);
    expect([code, io.err()]).toEqual([0, '']);
    return { file, bytes: readFileSync(file), told: JSON.parse(io.out()) as unknown };
  }

  const historyHead = { seq: expect.any(Number), hash: expect.stringMatching(/^[0-9a-f]{64}$/) };

  it('recap prints file, province, year, satker, bytes and where the history stood', async () => {
    const { file, bytes, told } = await made('rekap.xlsx', ['recap', ...NTB]);
    const size = { satker: 11, bytes: bytes.length };
    expect(told).toEqual({ file, province: '52', year: 2026, ...size, historyHead });
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
  });

  it('recap in the name of a person holds what that person may see', async () => {
    const { told } = await made('rekap-tpi.xlsx', ['recap', ...NTB, '--as', 'TPI.Ketua']);
    expect(told).toMatchObject({ satker: 5 });
  });

  it('bundle prints file, satker, year, files, bytes, faults and where the history stood', async () => {
    const { file, bytes, told } = await made('bundel.zip', ['bundle', ...LKE_AT]);
    const size = { files: 1, bytes: bytes.length, faults: [] };
    expect(told).toEqual({ file, satker: MATARAM, year: 2026, ...size, historyHead });
    const names = Object.keys(unzipSync(new Uint8Array(bytes)));
    expect(names.filter((name) => name.endsWith('SK Tim.pdf'))).toHaveLength(1);
  });

  it(
    'export-province prints file, province, year, layouts and how much is in it',
    async () => {
      const argv = ['export-province', ...NTB, '--layout', 'portalrb', '--as', 'tpi.ketua'];
      const { file, bytes, told } = await made('provinsi.zip', argv);
      const size = { layouts: ['portalrb'], satker: 5, workbooks: 6 };
      expect(told).toEqual({ file, province: '52', year: 2026, ...size });
      expect(Object.keys(unzipSync(new Uint8Array(bytes)))).toHaveLength(6);
    },
    GUARD_MS,
  );

  const target = ['--out', 'never.bin'];
  it.each([
    [['recap', ...NTB], 'out', 'option-needed'],
    [['recap', '--province', '99', '--year', '2026', ...target], 'province', 'unknown-province'],
    [['recap', '--province', '52', '--year', '26', ...target], 'year', 'not-a-year'],
    [['recap', ...NTB, '--as', 'nobody', ...target], 'as', 'unknown-user'],
    [['recap', ...NTB, '--as', 'ketua.denpasar', ...target], 'province', 'unknown-province'],
    [['recap', ...NTB, '--layout=portalrb', ...target], 'layout', 'unknown-option'],
    [['bundle', ...LKE_AT], 'out', 'option-needed'],
    [['bundle', '--satker', '99.99', '--year', '2026', ...target], 'satker', 'unknown-lke'],
    [['bundle', '--satker', MATARAM, '--year', '2025', ...target], 'satker', 'unknown-lke'],
    [['bundle', ...LKE_AT, '--as', 'nobody', ...target], 'as', 'unknown-user'],
    [['bundle', ...LKE_AT, '--tier=tpi', ...target], 'tier', 'unknown-option'],
    [['export-province', ...NTB, '--layout', 'pdf', ...target], 'layout', 'unknown-layout'],
    [['export-province', ...NTB, '--as', 'nobody', ...target], 'as', 'unknown-user'],
    [
      ['export-province', '--province', '99', '--year', '2026', ...target],
      'province',
      'unknown-province',
    ],
  ])('%j is refused and writes nothing', async (argv, field, code) => {
    const refused = await run(argv);
    expect([refused.code, refused.io.out()]).toEqual([2, '']);
    expect(refused.io.problems()).toMatchObject([{ field, code, message: expect.any(String) }]);
    expect(existsSync('never.bin')).toBe(false);
  });

  it.each([
    ['recap', NTB],
    ['bundle', LKE_AT],
  ])(
    '%s overwrites only where it is told to, and no folder is made for it',
    async (name, where) => {
      const file = path.join(out, `ada-${name}`);
      writeFileSync(file, 'mine');
      const refused = await run([name, ...where, '--out', file]);
      expect(refused.code).toBe(2);
      expect(refused.io.problems()).toMatchObject([{ field: 'out', code: 'file-exists' }]);
      expect(readFileSync(file, 'utf8')).toBe('mine');
      expect((await run([name, ...where, '--out', file, '--force'])).code).toBe(0);
      expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
      const nowhere = path.join(out, 'no', 'file');
      const unwritable = await run([name, ...where, '--out', nowhere]);
      expect(unwritable.io.problems()).toMatchObject([{ field: 'out', code: 'file-unwritable' }]);
      expect(existsSync(path.dirname(nowhere))).toBe(false);
    },
  );
});
