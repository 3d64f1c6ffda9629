import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dispatch } from '../../src/cli/dispatch.js';
import { readWording } from '../../src/features/wording/store.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { testIo } from '../support/cli.js';
import { officialWorkbook } from '../support/official-workbook.js';
import { historyRows } from '../support/reading.js';

describe('wording, beside a serving process', () => {
  let zi: TestApp;
  let folder: string;
  let file: string;
  beforeAll(async () => {
    zi = await startTestApp();
    folder = mkdtempSync(path.join(tmpdir(), 'zi-wording-'));
    file = path.join(folder, 'lampiran-iii.xlsx');
    writeFileSync(file, await officialWorkbook());
  });
  afterAll(async () => {
    await zi.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function run(...argv: readonly string[]) {
    const io = testIo();
    const code = await dispatch(['wording', '--year', '2026', ...argv], io, { ZI_DATA: zi.folder });
    return { code, io, said: () => JSON.parse(io.out()) as Record<string, unknown> };
  }

  const stored = () => readWording(zi.deps.store.db, 2026);

  it('only tells what the file would bring with --preview', async () => {
    const { code, said } = await run('--file', file, '--preview');
    expect(code).toBe(0);
    expect(said()).toMatchObject({
      year: 2026,
      layout: 'lampiran-iii',
      sheet: 'LKE ZI',
      indicators: 113,
      of: 113,
      split: 103,
      missing: [],
      applied: false,
    });
    expect(await stored()).toBeNull();
  });

  it('loads it in the name of a person, once', async () => {
    const source = ['--source', 'Lampiran III', '--number', '90/2021', '--day', '2021-12-31'];
    const { code, said } = await run('--file', file, ...source, '--as', 'admin');
    expect(code).toBe(0);
    expect(said()).toMatchObject({ applied: true, source: { title: 'Lampiran III' } });
    expect((await stored())?.texts.size).toBe(113);
    await run('--file', file, ...source);
    const entries = await historyRows(zi, 'wording.load');
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ origin: 'cli', year: 2026 });
    expect(entries[0]?.actor_name).not.toBe('operator');
  });

  it('removes it, and says when there was none', async () => {
    expect((await run('--remove')).said()).toEqual({ year: 2026, removed: true });
    expect(await stored()).toBeNull();
    expect((await run('--remove')).said()).toEqual({ year: 2026, removed: false });
  });

  it.each([
    ['no file', ['--source', 'x'], 'file', 'option-needed'],
    ['no source', ['--file', 'x'], 'source', 'wording-source-needed'],
    [
      'a file that is not there',
      ['--file', '/nirgends', '--preview'],
      'file',
      'workbook-unreadable',
    ],
    ['an odd day', ['--file', 'x', '--source', 'x', '--day', '31/12'], 'day', 'not-a-day'],
    ['removing and loading', ['--remove', '--file', 'x'], 'file', 'wording-remove-alone'],
    ['an unknown person', ['--remove', '--as', 'siapa'], 'as', 'unknown-user'],
  ])('refuses %s', async (_, argv, field, problem) => {
    const { code, io } = await run(...argv);
    expect(code).toBe(2);
    expect(io.problems()).toEqual([expect.objectContaining({ field, code: problem })]);
    expect(io.out()).toBe('');
  });

  it('refuses a year that is not open', async () => {
    const io = testIo();
    const argv = ['wording', '--year', '2031', '--remove'];
    expect(await dispatch(argv, io, { ZI_DATA: zi.folder })).toBe(2);
    expect(io.problems()[0]?.code).toBe('year-not-open');
  });
});
