import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NTB_SATKER } from '../../fixtures/cast.js';
import { runVerify } from '../../src/cli/verify.js';
import { dataFolder } from '../../src/db/data-folder.js';
import { openSnapshot } from '../../src/db/open-snapshot.js';
import { startTestApp } from '../support/app.js';
import { startChild } from '../support/child.js';
import { testIo } from '../support/cli.js';
import { officialWorkbook } from '../support/official-workbook.js';
import { randomFrom } from '../support/random.js';
import { LONG_TEST_MS, rounds } from '../support/rounds.js';

/** kill -9 in the middle of importing eleven workbooks: each whole or absent. ZI_KILLS says how often. */
const KILLS = Number(process.env['ZI_KILLS'] ?? rounds(2, 100));
/** The clock is asked more than once for each import, and its end is told. */
const LINES_OF_ONE = 3;

let home: string;
let fresh: string;
let file: string;
let answered: number;

beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'zi-kill-import-'));
  const zi = await startTestApp();
  const { indicators } = zi.deps.instruments.instrument('lke-2026');
  await zi.deps.store.close();
  fresh = zi.folder;
  file = path.join(home, 'lke.xlsx');
  answered = indicators.filter(({ type }) => type === 'choice').length;
  const answer = (one: (typeof indicators)[number]): string | null =>
    one.type === 'choice' ? (one.options[0]?.letter ?? null) : null;
  writeFileSync(file, await officialWorkbook({ words: () => ({}), answer }));
});

afterAll(() => {
  rmSync(home, { recursive: true, force: true });
  rmSync(fresh, { recursive: true, force: true });
});

it(
  `leaves each of eleven imports whole or absent in ${KILLS} kills`,
  async () => {
    const random = randomFrom(20260311);
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const folder = path.join(home, `data-${kill}`);
      cpSync(fresh, folder, { recursive: true });
      const strikesAt = 1 + random.below(NTB_SATKER.length * LINES_OF_ONE);
      const done = await importUntilKilled(folder, strikesAt);
      const found = await stateOf(folder);
      expect([kill, found.filter(({ state }) => state === 'half')]).toEqual([kill, []]);
      const whole = found.filter(({ state }) => state === 'whole').map(({ satker }) => satker);
      expect(whole).toEqual(expect.arrayContaining(done));
      expect(whole.length).toBeLessThanOrEqual(done.length + 1);
      const io = testIo();
      expect([kill, await runVerify([], io, { ZI_DATA: folder }), io.err()]).toEqual([kill, 0, '']);
      rmSync(folder, { recursive: true, force: true });
    }
  },
  LONG_TEST_MS,
);

/** Satker whose import was told as done before the process died. */
async function importUntilKilled(folder: string, strikesAt: number): Promise<string[]> {
  const child = startChild('test/reliability/import-eleven.ts', [folder, file]);
  const done: string[] = [];
  let lines = 0;
  for await (const line of child.lines) {
    lines += 1;
    if (line.startsWith('done ')) done.push(line.slice('done '.length));
    if (line.startsWith('refused')) throw new Error(`${line}: ${(await child.ended()).stderr}`);
    if (lines === strikesAt) child.kill();
  }
  await child.ended();
  return done;
}

interface Found {
  readonly satker: string;
  readonly state: 'whole' | 'absent' | 'half';
  readonly counts: readonly number[];
}

async function stateOf(folder: string): Promise<Found[]> {
  const snapshot = openSnapshot(dataFolder(folder).database);
  try {
    const found: Found[] = [];
    for (const satker of NTB_SATKER) {
      const { id } = await snapshot.db
        .selectFrom('lke')
        .select('id')
        .where('satker_code', '=', satker)
        .executeTakeFirstOrThrow();
      const answers = await snapshot.db
        .selectFrom('answer')
        .where('lke_id', '=', id)
        .select('value')
        .execute();
      const imports = await snapshot.db
        .selectFrom('import')
        .where('lke_id', '=', id)
        .select('state')
        .execute();
      const entries = await snapshot.db
        .selectFrom('history')
        .select('seq')
        .where('satker_code', '=', satker)
        .where('action', '=', 'lke.import')
        .execute();
      const score = await snapshot.db
        .selectFrom('score')
        .select('answered')
        .where('lke_id', '=', id)
        .executeTakeFirstOrThrow();
      const counts = [answers.length, imports.length, entries.length, score.answered];
      found.push({ satker, counts, state: stateIn(counts) });
    }
    return found;
  } finally {
    await snapshot.close();
  }
}

function stateIn(counts: readonly number[]): Found['state'] {
  const is = (wanted: readonly number[]): boolean =>
    counts.every((count, at) => count === wanted[at]);
  if (is([0, 0, 0, 0])) return 'absent';
  return is([answered, 1, 1, answered]) ? 'whole' : 'half';
}
