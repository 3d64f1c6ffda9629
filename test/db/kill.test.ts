import { join } from 'node:path';
import { refreshScore } from '../../src/features/lke/score-store.js';
import { verifyScores } from '../../src/features/lke/verify-scores.js';
import { openStore } from '../../src/db/open-store.js';
import type { Store } from '../../src/db/store.js';
import { readHeadFile } from '../../src/db/history-head.js';
import { verifyHistory } from '../../src/db/verify-history.js';
import { loadInstruments } from '../../src/instruments.js';
import { startChild } from '../support/child.js';
import { randomFrom } from '../support/random.js';
import { LONG_TEST_MS, rounds } from '../support/rounds.js';
import { addLke, AT } from '../support/small-data.js';
import { temporaryFolders } from '../support/temporary-folder.js';

const newFolder = temporaryFolders();
const instruments = loadInstruments();
const KILLS = Number(process.env['ZI_KILLS'] ?? rounds(20, 1000));
const WRITERS = 8;
const ROUNDS_PER_FOLDER = 25;

type Versions = Map<string, number>;

/** Runs the writers, kills them after `count` acknowledgements, and gives all that were heard. */
async function writeAndKill(folder: string, lkeId: number, count: number): Promise<Versions> {
  const args = [folder, String(lkeId), String(WRITERS)];
  const child = startChild('test/support/db-writer.ts', args);
  const acknowledged: Versions = new Map();
  let heard = 0;
  for await (const line of child.lines) {
    heard += 1;
    if (heard === count) child.kill();
    const [code = '', version = ''] = line.split(' ');
    acknowledged.set(code, Number(version));
  }
  const { code, stderr } = await child.ended();
  expect({ code, stderr }).toEqual({ code: null, stderr: '' });
  expect(heard).toBeGreaterThanOrEqual(count);
  return acknowledged;
}

async function storedVersions(store: Store): Promise<Versions> {
  const rows = await store.db.selectFrom('answer').select(['indicator_code', 'version']).execute();
  return new Map(rows.map((row) => [row.indicator_code, row.version]));
}

/** Number of entries and the version the last one names, by indicator. */
async function toldVersions(store: Store): Promise<Versions> {
  const rows = await store.db
    .selectFrom('history')
    .select(['subject', 'after'])
    .orderBy('seq')
    .execute();
  const told: Versions = new Map();
  for (const { subject, after } of rows) {
    const { version } = JSON.parse(after ?? '{}') as { version: number };
    expect(version).toBe((told.get(subject) ?? 0) + 1);
    told.set(subject, version);
  }
  return told;
}

async function expectWhole(store: Store, folder: string, acknowledged: Versions): Promise<void> {
  const stored = await storedVersions(store);
  for (const [code, version] of acknowledged) {
    expect(stored.get(code) ?? 0).toBeGreaterThanOrEqual(version);
  }
  expect(await toldVersions(store)).toEqual(stored);
  const { faults } = await verifyHistory(store.db, readHeadFile(join(folder, 'history-head.json')));
  expect(faults).toEqual([]);
  expect(await verifyScores(store, instruments)).toEqual({ checked: 1, faults: [] });
}

/** A data folder with one LKE and its score. */
async function newData(): Promise<{ readonly folder: string; readonly lkeId: number }> {
  const folder = newFolder();
  const store = await openStore({ folder });
  const lkeId = await addLke(store);
  const lke = { id: lkeId, instrumentId: 'lke-2026', rulesetId: 'zi-2026' };
  await store.write((tx) => refreshScore(tx, instruments, lke, 'mandiri', AT));
  await store.close();
  return { folder, lkeId };
}

it(
  `${KILLS} times killed while ${WRITERS} write: nothing acknowledged is lost, nothing is half done`,
  async () => {
    let data = await newData();
    for (let round = 1; round <= KILLS; round += 1) {
      // Afresh now and then, because checking the whole chain takes longer as it grows.
      if (round % ROUNDS_PER_FOLDER === 0) data = await newData();
      const count = 1 + randomFrom(round).below(60);
      const acknowledged = await writeAndKill(data.folder, data.lkeId, count);
      const store = await openStore({ folder: data.folder });
      await expectWhole(store, data.folder, acknowledged);
      await store.close();
    }
  },
  LONG_TEST_MS,
);
