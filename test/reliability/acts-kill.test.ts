import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runVerify } from '../../src/cli/verify.js';
import { dataFolder } from '../../src/db/data-folder.js';
import { openSnapshot } from '../../src/db/open-snapshot.js';
import { startTestApp } from '../support/app.js';
import { testIo } from '../support/cli.js';
import { httpClient } from '../support/http-client.js';
import { randomFrom, type Random } from '../support/random.js';
import { LONG_TEST_MS, rounds } from '../support/rounds.js';
import { startServerProcess, type ServerProcess } from '../support/server-process.js';
import { openForms, seedActs, type Act } from './acts.js';
import { orGone } from './writer.js';

/**
 * kill -9 while leads submit, the centre proposes several satker with one letter and records what
 * TPN decided, and the province sends one letter for two. ZI_KILLS says how often.
 */
const KILLS = Number(process.env['ZI_KILLS'] ?? rounds(2, 100));

let home: string;
let seeded: string;
let acts: readonly Act[];

beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'zi-kill-acts-'));
  const zi = await startTestApp();
  await seedActs(zi);
  await zi.deps.store.close();
  seeded = zi.folder;
  // The forms of the real process: its sessions and tokens hold in every copy of the folder.
  const server = await startServerProcess(seeded);
  acts = await openForms(server.url);
  await server.kill();
}, LONG_TEST_MS);

afterAll(() => {
  rmSync(home, { recursive: true, force: true });
  rmSync(seeded, { recursive: true, force: true });
});

it(
  `leaves each act whole or absent in ${KILLS} kills, and sent again each has one effect`,
  async () => {
    const random = randomFrom(20260312);
    let confirmed = 0;
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const folder = path.join(home, `data-${kill}`);
      cpSync(seeded, folder, { recursive: true });
      const before = 1 + random.below(acts.length - 1);
      const done = await actUntilKilled(folder, shuffled(random), before);
      confirmed += done.size;
      const found = statesIn(folder);
      expect([kill, found.filter(({ state }) => state === 'half')]).toEqual([kill, []]);
      const lost = found.filter(({ act, state }) => done.has(act) && state !== 'whole');
      expect([kill, lost.map(({ act }) => act.name)]).toEqual([kill, []]);
      expect([kill, await faultsIn(folder)]).toEqual([kill, '']);
      expect([kill, await sendAgain(folder)]).toEqual([kill, []]);
      rmSync(folder, { recursive: true, force: true });
    }
    expect(confirmed).toBeGreaterThan(0);
  },
  LONG_TEST_MS,
);

/** All are sent at once; after so many that were confirmed the process dies with the rest in the air. */
async function actUntilKilled(
  folder: string,
  order: readonly Act[],
  confirmedBefore: number,
): Promise<ReadonlySet<Act>> {
  const server = await startServerProcess(folder);
  const done = new Set<Act>();
  const deaths: Promise<void>[] = [];
  const strike = (): void => {
    if (done.size >= confirmedBefore && deaths.length === 0) deaths.push(server.kill());
  };
  const sent = order.map(async (act) => {
    const reply = await orGone(post(server, act));
    if (reply === null) return;
    expect([act.name, reply.status]).toEqual([act.name, 303]);
    done.add(act);
    strike();
  });
  await Promise.all(sent);
  await Promise.all(deaths);
  return done;
}

/** What goes on after a restart: whatever was not there is done now, nothing is done twice. */
async function sendAgain(folder: string): Promise<readonly string[]> {
  const server = await startServerProcess(folder);
  try {
    for (const act of acts) {
      const { status } = await post(server, act);
      expect([303, 409]).toContain(status);
    }
  } finally {
    await server.kill();
  }
  const unfinished = statesIn(folder).filter(({ state }) => state !== 'whole');
  return [...unfinished.map(({ act }) => act.name), await faultsIn(folder)].filter(Boolean);
}

function post(server: ServerProcess, act: Act) {
  const client = httpClient(server.url, { keepAlive: false });
  client.cookie = act.cookie;
  return client.post(act.path, act.fields);
}

type State = 'whole' | 'absent' | 'half';

function statesIn(folder: string): readonly { readonly act: Act; readonly state: State }[] {
  const snapshot = openSnapshot(dataFolder(folder).database);
  try {
    return acts.map((act) => ({ act, state: stateOf(act, act.written(snapshot.connection)) }));
  } finally {
    void snapshot.close();
  }
}

function stateOf({ whole }: Act, counts: readonly number[]): State {
  if (counts.every((count) => count === 0)) return 'absent';
  return counts.every((count, at) => count === whole[at]) ? 'whole' : 'half';
}

/** History chain, scores, submissions, papers: the operator's own check; "" where sound. */
async function faultsIn(folder: string): Promise<string> {
  const io = testIo();
  const code = await runVerify([], io, { ZI_DATA: folder });
  return code === 0 ? '' : `${io.out()}${io.err()}`;
}

function shuffled(random: Random): readonly Act[] {
  const order = [...acts];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    const [a, b] = [order[at], order[other]];
    if (a === undefined || b === undefined) continue;
    order[at] = b;
    order[other] = a;
  }
  return order;
}
