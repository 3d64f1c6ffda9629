import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MATARAM } from '../../fixtures/cast.js';
import { dispatch } from '../../src/cli/dispatch.js';
import { answer } from '../support/answering.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { testIo } from '../support/cli.js';
import { download, edited, type Edits } from '../support/filled-workbook.js';
import { setStage, stored } from '../support/filling.js';
import { officialWorkbook } from '../support/official-workbook.js';
import { historyRows } from '../support/reading.js';

interface Printed {
  readonly recognised: number;
  readonly changed: readonly { code: string; old: unknown; new: unknown }[];
  readonly missing: readonly string[];
  readonly unrecognised: readonly { cell: string; text: string }[];
  readonly invalid: readonly { cell: string; code: string; value: string; reason: string }[];
  readonly defects: readonly { kind: string; cell: string; message: string }[];
  readonly fileTotal: string | null;
  readonly ourTotal: string;
  readonly applied: number;
  readonly storedTotal: string;
  readonly inTwoPlaces: readonly string[];
}

const AT = ['--satker', MATARAM, '--year', '2026'];

describe('import on the command line, beside a serving process', () => {
  let zi: TestApp;
  let folder: string;
  let original: Buffer;
  beforeEach(async () => {
    zi = await startTestApp();
    folder = mkdtempSync(path.join(tmpdir(), 'zi-in-'));
    await answer(zi, MATARAM, { 'A.I.1.i.a': 'Ya', 'B.I.a': '3,50' });
    original = await download(await zi.signIn('ketua.mataram'));
  });
  afterEach(async () => {
    await zi.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function file(edits: Edits, name = 'lke.xlsx'): Promise<string> {
    const at = path.join(folder, name);
    writeFileSync(at, await edited(original, edits));
    return at;
  }

  async function run(...argv: readonly string[]) {
    const io = testIo();
    const code = await dispatch(['import', ...argv], io, { ZI_DATA: zi.folder });
    const printed = code === 0 ? (JSON.parse(io.out()) as Printed) : null;
    return { code, io, printed };
  }

  const foreign: Edits = {
    isForeign: true,
    answers: {
      'A.I.1.i.a': 'Tidak',
      'A.I.1.i.b': 'b',
      'A.I.1.ii.a': 'F',
      'A.II.1.i.a:agen': 3,
      'A.II.1.i.a:perubahan': 2,
      'B.I.a': '3,6',
    },
  };
  const filled = [
    { code: 'A.I.1.i.b', old: null, new: 'B' },
    { code: 'A.II.1.i.a', old: null, new: { agen: 3, perubahan: 2 } },
    { code: 'A.II.1.i.b', old: null, new: { perubahan: 2 } },
  ];
  const replaced = [
    { code: 'A.I.1.i.a', old: 'Ya', new: 'Tidak' },
    { code: 'B.I.a', old: '3.5', new: '3.6' },
  ];

  it('shows with --preview what would change, and writes nothing', async () => {
    const before = await stored(zi);
    const { code, printed } = await run(await file(foreign), ...AT, '--preview', '--accept', 'all');
    expect(code).toBe(0);
    expect(printed).toMatchObject({ recognised: 113, missing: [], unrecognised: [], applied: 0 });
    expect(printed?.changed).toEqual(
      [...filled, ...replaced].sort((a, b) => codeOrder(zi, a.code) - codeOrder(zi, b.code)),
    );
    expect(printed?.invalid).toEqual([
      { cell: 'K11', code: 'A.I.1.ii.a', value: 'F', reason: expect.stringContaining('Ya/Tidak') },
    ]);
    expect(printed?.defects.length).toBeGreaterThan(0);
    expect((await stored(zi)).rows).toEqual(before.rows);
    expect(await zi.deps.store.db.selectFrom('import').selectAll().execute()).toEqual([]);
  });

  it('fills by default only what is unanswered, in one entry of the history', async () => {
    const { printed } = await run(await file(foreign), ...AT, '--as', 'ketua.mataram');
    expect(printed?.changed).toEqual(filled);
    expect(printed?.applied).toBe(3);
    const after = await stored(zi);
    expect(after.row('A.I.1.i.a')).toMatchObject({ value: { letter: 'Ya' }, version: 1 });
    expect(after.row('A.I.1.i.b')).toMatchObject({
      value: { letter: 'B' },
      updatedBy: 'Lalu Suryadi',
    });
    expect(after.faults).toEqual([]);
    expect(await historyRows(zi, 'lke.import')).toMatchObject([
      { actor_name: 'Lalu Suryadi', origin: 'cli', satker_code: MATARAM, year: 2026 },
    ]);
    expect(Number(printed?.ourTotal)).toBeCloseTo(after.score?.total.valueOf() ?? 0, 6);
  });

  it('replaces with --accept all what differs, and nothing the second time', async () => {
    const one = await file(foreign);
    const first = await run(one, ...AT, '--accept', 'all', '--json');
    expect(first.printed?.applied).toBe(5);
    const after = await stored(zi);
    expect(after.row('A.I.1.i.a')).toMatchObject({ value: { letter: 'Tidak' } });
    expect(after.row('B.I.a')).toMatchObject({ value: { index: '3.6' } });
    const again = await run(one, ...AT, '--accept', 'all');
    expect(again.printed).toMatchObject({ changed: [], applied: 0 });
    expect((await stored(zi)).rows).toEqual(after.rows);
    expect(await historyRows(zi, 'lke.import')).toHaveLength(1);
  });

  it('takes what changed in two places only with --accept all, and says so', async () => {
    const one = await file({ answers: { 'A.I.1.i.a': 'Tidak', 'A.I.2.i.a': 'A' } });
    await answer(zi, MATARAM, { 'A.I.1.i.a': 'Ya' }, { 'A.I.1.i.a': 'SK 2' });
    await answer(zi, MATARAM, { 'B.I.a': '3,9' });
    const missing = await run(one, ...AT);
    expect(missing.printed?.changed).toEqual([{ code: 'A.I.2.i.a', old: null, new: 'A' }]);
    const two = await file({ answers: { 'B.I.a': 3.2 } }, 'dua.xlsx');
    const preview = await run(two, ...AT, '--preview', '--accept', 'all');
    expect(preview.printed?.inTwoPlaces).toEqual(['B.I.a']);
    expect(preview.printed?.changed).toEqual([{ code: 'B.I.a', old: '3.9', new: '3.2' }]);
  });

  it('fills by default what is missing of an answer that shared counts began', async () => {
    await answer(zi, MATARAM, { 'A.II.1.i.a': { agen: '3', perubahan: '2' } });
    const numbers = { 'A.II.1.i.b:perubahan': 2, 'A.II.1.i.b:terintegrasi': 1 };
    const one = await file({ isForeign: true, answers: numbers });
    const { printed } = await run(one, ...AT);
    expect(printed?.changed).toEqual([
      { code: 'A.II.1.i.b', old: { perubahan: 2 }, new: { perubahan: 2, terintegrasi: 1 } },
    ]);
  });

  it('clears no count with --accept all because its cell was emptied', async () => {
    await answer(zi, MATARAM, { 'A.II.1.i.a': { agen: '3', perubahan: '2' } });
    original = await download(await zi.signIn('ketua.mataram'));
    const emptied = { 'A.II.1.i.a:agen': null, 'A.I.1.i.a': null };
    const one = await file({ answers: emptied });
    const { printed } = await run(one, ...AT, '--accept', 'all');
    expect(printed).toMatchObject({ changed: [], applied: 0 });
    await answer(zi, MATARAM, { 'A.II.1.i.a': { agen: '4', perubahan: '2' } });
    const two = await file({ answers: { ...emptied, 'A.II.1.i.a:perubahan': 5 } }, 'dua.xlsx');
    await run(two, ...AT, '--accept', 'all');
    expect((await stored(zi)).row('A.II.1.i.a')).toMatchObject({
      value: { counts: { agen: 4 } },
    });
  });

  it('of a filled workbook into an empty LKE gives its own total', async () => {
    const at = path.join(folder, 'resmi.xlsx');
    const best = await officialWorkbook({
      words: () => ({}),
      answer: (indicator) =>
        indicator.type === 'choice' ? (indicator.options[0]?.letter ?? null) : null,
    });
    writeFileSync(at, best);
    const { printed } = await run(at, '--satker', '52.72', '--year', '2026', '--preview');
    expect(printed).toMatchObject({ recognised: 113, storedTotal: '0', fileTotal: null });
    expect(printed?.changed.filter(({ old }) => old !== null)).toEqual([]);
    expect(Number(printed?.ourTotal)).toBeGreaterThan(40);
  });

  it('asks for the sheet where two could be meant', async () => {
    const at = path.join(folder, 'dua-lembar.xlsx');
    const book = { words: () => ({}), answer: () => null, sheets: ['Draf', 'Salinan'] };
    const answers = ({ code }: { code: string }) => (code === 'A.I.1.i.b' ? 'A' : null);
    writeFileSync(at, await officialWorkbook({ ...book, answer: answers }));
    const unclear = await run(at, ...AT);
    expect(unclear.code).toBe(2);
    expect(unclear.io.problems()).toMatchObject([
      {
        field: 'sheet',
        code: 'workbook-sheet-ambiguous',
        message: expect.stringContaining('“Draf”, “Salinan”'),
      },
    ]);
    const clear = await run(at, ...AT, '--sheet', 'Salinan');
    expect(clear.printed?.changed).toEqual([{ code: 'A.I.1.i.b', old: null, new: 'A' }]);
  });

  it('into an LKE that is not being filled is refused', async () => {
    const one = await file(foreign);
    await setStage(zi, 'pendahuluan');
    for (const flags of [[], ['--preview']]) {
      const { code, io } = await run(one, ...AT, ...flags);
      expect(code).toBe(2);
      expect(io.problems()).toMatchObject([{ code: 'import-closed' }]);
    }
  });

  it.each([
    [[...AT], 'FILE', 'option-needed'],
    [['hilang.xlsx', ...AT], 'FILE', 'workbook-unreadable'],
    [['a.xlsx', 'b.xlsx', ...AT], '', 'unexpected-argument'],
    [['a.xlsx', '--satker', MATARAM], 'year', 'option-needed'],
    [['a.xlsx', '--satker', '99.99', '--year', '2026'], 'satker', 'unknown-lke'],
    [['a.xlsx', ...AT, '--accept', 'some'], 'accept', 'unknown-accept'],
    [['a.xlsx', ...AT, '--force'], 'force', 'unknown-option'],
  ])('%j is refused', async (argv, field, code) => {
    const refused = await run(...argv);
    expect(refused.code).toBe(2);
    expect(refused.io.out()).toBe('');
    expect(refused.io.problems()).toMatchObject([{ field, code }]);
  });

  it('by somebody who is not there, or of the file of another satker, is refused', async () => {
    const one = await file({ answers: { 'A.I.1.i.a': 'Tidak' } });
    const before = await stored(zi);
    for (const argv of [
      [...AT, '--as', 'nobody'],
      [...AT, '--as', 'nobody', '--preview'],
      ['--satker', '52.72', '--year', '2026'],
    ]) {
      const { code, io } = await run(one, ...argv);
      expect([argv, code, io.out()]).toEqual([argv, 2, '']);
    }
    expect((await stored(zi)).rows).toEqual(before.rows);
  });
});

function codeOrder({ deps }: TestApp, code: string): number {
  return deps.instruments.instrument('lke-2026').indicators.findIndex((one) => one.code === code);
}
