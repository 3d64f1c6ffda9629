import { rmSync } from 'node:fs';
import { CAST, CAST_YEAR } from '../../fixtures/cast.js';
import { startTestApp } from '../support/app.js';
import { randomFrom } from '../support/random.js';
import { LONG_TEST_MS, rounds } from '../support/rounds.js';
import { startServerProcess, type ServerProcess } from '../support/server-process.js';
import { debtsOf } from './after-kill.js';
import { hireUploader, type Uploader } from './uploader.js';
import { hireWriter, type Writer } from './writer.js';

/**
 * kill -9 under many writers, through HTTP: what was confirmed with 303 is there afterwards, whole.
 * ZI_KILLS says how often; ZI_FULL=1 does it with 50 writers.
 */
const FULL = process.env['ZI_FULL'] === '1';
const KILLS = Number(process.env['ZI_KILLS'] ?? rounds(FULL ? 20 : 3, 100));
const WRITERS = FULL ? 50 : 12;
/** Confirmed saves before the kill, at most: it strikes early in some rounds, late in others. */
const MOST_SAVES = 180;
/** Ten times what is asked of a bench: a guard, never a measure. */
const READY_GUARD_MS = 20_000;

let folder: string;
let codes: readonly string[];
let server: ServerProcess;

beforeAll(async () => {
  ({ folder, codes } = await seededFolder());
});

afterAll(async () => {
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
});

it(
  `loses no confirmed save and leaves no half effect in ${KILLS} kills under ${WRITERS} writers`,
  async () => {
    const random = randomFrom(20260310);
    server = await startServerProcess(folder);
    const writers = await hireWriters(server.url, codes);
    const uploaders = await hireUploaders(server.url);
    const everPending = new Set<string>();
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const savesBefore = random.below(MOST_SAVES);
      await workUntilKilled([...writers, ...uploaders], savesBefore);
      for (const { pending } of writers) if (pending !== null) everPending.add(pending);
      expect([kill, await debtsOf(folder, writers, everPending, uploaders)]).toEqual([kill, []]);
      server = await startServerProcess(folder);
      expect(server.readyMs).toBeLessThan(READY_GUARD_MS);
      for (const one of [...writers, ...uploaders]) one.moveTo(server.url);
    }
    expect(acknowledgedBy(writers)).toBeGreaterThan(0);
    expect(acknowledgedBy(uploaders)).toBeGreaterThan(0);
  },
  LONG_TEST_MS,
);

/** All save at once; after so many confirmed saves the process dies with the rest in the air. */
async function workUntilKilled(
  writers: readonly Pick<Writer, 'work'>[],
  savesBefore: number,
): Promise<void> {
  const deaths: Promise<void>[] = [];
  let saves = 0;
  const onSaved = (): void => {
    saves += 1;
    if (saves >= savesBefore && deaths.length === 0) deaths.push(server.kill());
  };
  await Promise.all(writers.map((writer) => writer.work(onSaved)));
  if (deaths.length === 0) throw new Error('everybody stopped although the server was alive');
  await Promise.all(deaths);
}

function acknowledgedBy(people: readonly { readonly acknowledged: readonly string[] }[]): number {
  return people.reduce((sum, one) => sum + one.acknowledged.length, 0);
}

async function hireUploaders(url: string): Promise<Uploader[]> {
  const mataram = { url, username: 'ketua.mataram', satker: '52.71', year: CAST_YEAR };
  const bima = { url, username: 'ketua.bima', satker: '52.72', year: CAST_YEAR };
  return [await hireUploader(mataram), await hireUploader(bima)];
}

async function seededFolder(): Promise<{ folder: string; codes: readonly string[] }> {
  const test = await startTestApp();
  const { indicators } = test.deps.instruments.instrument('lke-2026');
  await test.deps.store.close();
  const codes = indicators.filter(({ type }) => type === 'choice').map(({ code }) => code);
  return { folder: test.folder, codes };
}

async function hireWriters(url: string, codes: readonly string[]): Promise<Writer[]> {
  const leads = CAST.flatMap(({ username, roles: [held] }) =>
    held?.role === 'ketua' ? [{ username, satker: held.satker }] : [],
  );
  const writers: Writer[] = [];
  for (let n = 0; n < WRITERS; n += 1) {
    const lead = leads[n % leads.length];
    const code = codes[Math.floor(n / leads.length) * 5];
    if (lead === undefined || code === undefined) throw new Error('too many writers');
    writers.push(await hireWriter({ url, ...lead, year: CAST_YEAR, code }));
  }
  return writers;
}
