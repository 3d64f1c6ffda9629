import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CAST_YEAR, MATARAM, NTB_SATKER } from '../../fixtures/cast.js';
import { runDemo } from '../../src/cli/demo.js';
import { runVerify } from '../../src/cli/verify.js';
import { openStore } from '../../src/db/open-store.js';
import type { Store } from '../../src/db/store.js';
import { judge } from '../../src/domain/predikat/gates.js';
import { scoreSheet } from '../../src/domain/scoring/score-sheet.js';
import type { AnswerValue } from '../../src/domain/scoring/answer.js';
import type { IndicatorCode } from '../../src/domain/instrument/instrument.js';
import { evidenceOfLke } from '../../src/features/evidence/store.js';
import { findLke, readAnswers } from '../../src/features/lke/store.js';
import { loadInstruments } from '../../src/instruments.js';
import { captureIo } from '../support/capture-io.js';

const { instrument, ruleset } = loadInstruments().forYear(CAST_YEAR);

describe('the demo', () => {
  let store: Store;
  let env: Record<string, string>;
  const root = mkdtempSync(path.join(tmpdir(), 'tapak-'));

  beforeAll(async () => {
    env = { ZI_DATA: path.join(root, 'demo') };
    expect(await runDemo([], captureIo(), env)).toBe(0);
    store = await openStore({ folder: env['ZI_DATA'] ?? '' });
  });
  afterAll(async () => {
    await store.close();
    rmSync(root, { recursive: true, force: true });
  });

  it('gives every satker of NTB its LKE', async () => {
    for (const code of NTB_SATKER) {
      expect(await findLke(store.db, code, CAST_YEAR)).not.toBeNull();
    }
  });

  it.each([
    ['52.71', 'complete and past every gate', 113, []],
    ['52.01', 'complete and exactly on gates', 113, []],
    ['52.03', 'complete and failing only IPAK', 113, ['ipak']],
    ['52.72', 'complete, WBBM, failing only one area', 113, ['area-1']],
  ] as const)('%s is %s', async (code, _state, answered, failing) => {
    const { score, report } = await sheetOf(code);
    expect(score.answered).toBe(answered);
    expect(report.items.filter((gate) => !gate.passed).map((gate) => gate.code)).toEqual(failing);
  });

  it('52.01 stands exactly at the minimum of area 5, of IPAK and of IPKP', async () => {
    const { report } = await sheetOf('52.01');
    const onTheGate = report.items.filter((gate) => gate.value.equals(gate.minimum));
    expect(onTheGate.map((gate) => gate.code)).toEqual(['area-5', 'ipak', 'hasil-prima']);
  });

  it.each([
    ['52.02', 52],
    ['52.06', 0],
    ['52.08', 0],
  ])('%s has %s of 113 answered', async (code, answered) => {
    expect((await sheetOf(code)).score.answered).toBe(answered);
  });

  it('attaches real documents, one of them to several indicators', async () => {
    const lke = await findLke(store.db, MATARAM, CAST_YEAR);
    const evidence = await evidenceOfLke(store.db, lke?.id ?? 0);
    expect(evidence.length).toBeGreaterThan(10);
    expect(new Set(evidence.map((one) => one.evidenceId)).size).toBeLessThan(evidence.length);
  });

  it('passes its own verification', async () => {
    expect(await runVerify([], captureIo(), env)).toBe(0);
  });

  it('started again, keeps what is there', async () => {
    const io = captureIo();
    expect(await runDemo([], io, env)).toBe(0);
    expect(io.captured().stdout).toContain('Memakai data contoh yang sudah ada');
  });

  it('never touches a folder with real data', async () => {
    const folder = path.join(root, 'real');
    const real = await openStore({ folder });
    await real.write((tx) =>
      tx
        .insertInto('user')
        .values({
          username: 'orang',
          email: null,
          name: 'Orang',
          password_hash: null,
          disabled_at: null,
          created_at: '2026-01-01T00:00:00.000Z',
          version: 1,
        })
        .execute(),
    );
    await real.close();
    const io = captureIo();
    expect(await runDemo([], io, { ZI_DATA: folder })).toBe(2);
    expect(io.captured().stderr).toContain('demo-over-real-data');
  });

  it('says in a sentence that its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const io = captureIo();
    expect(await runDemo(['--serve'], io, { ...env, PORT: String(port) })).toBe(1);
    expect(io.captured().stderr).toMatch(/^Port \d+ sudah dipakai program lain[^\n]*\n$/);
    other.close();
    await once(other, 'close');
  });

  it('refuses to be reached from outside', async () => {
    expect(await runDemo([], captureIo(), { ...env, HOST: '0.0.0.0' })).toBe(1);
  });

  async function sheetOf(code: string) {
    const lke = await findLke(store.db, code, CAST_YEAR);
    if (lke === null) throw new Error(`no LKE of ${code}`);
    const rows = await readAnswers(store.db, lke.id, 'mandiri');
    const answers = new Map<IndicatorCode, AnswerValue>();
    for (const [indicator, { value }] of rows) if (value !== null) answers.set(indicator, value);
    const score = scoreSheet(instrument, answers);
    return { score, report: judge(ruleset, lke.target, score) };
  }
});
