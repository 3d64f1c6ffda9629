import { setTimeout as pause } from 'node:timers/promises';
import { CAST_YEAR, MATARAM, NTB } from '../../fixtures/cast.js';
import { dataFolder } from '../../src/db/data-folder.js';
import { paths } from '../../src/paths.js';
import { httpClient, type HttpClient } from '../support/http-client.js';
import { inFolder, makeExample } from './data.js';
import { atMost, compare, type Outcome } from './outcome.js';
import { inRounds } from './rounds.js';
import { startServed } from './served.js';
import { scaled, type Settings } from './settings.js';
import type { Connection } from '../../src/db/open-connection.js';
import { Sqlite } from '../../src/db/sqlite.js';

const PAGE = paths.area(MATARAM, CAST_YEAR, '1');
const LEAD = 'ketua.mataram';
/** Each asks for all worksheets of the province in both layouts; one job runs at a time. */
const STARTERS = ['pusat', 'admin', 'provinsi', 'sekretaris.provinsi', 'tpi.ketua', 'tpi.dalnis'];
const PAGES = 300;
/** People do not click faster than this, taken together. */
const BETWEEN_MS = 15;

/** How long pages take while worksheets of a province are written, against an idle server. */
export async function benchJobs(settings: Settings): Promise<Outcome[]> {
  return inFolder(async (folder) => {
    await makeExample(folder);
    const server = await startServed('product', folder);
    const db = new Sqlite(dataFolder(folder).database, { readonly: true });
    try {
      const url = `http://127.0.0.1:${server.port}`;
      const lead = await signedIn(url, LEAD);
      const starters = await Promise.all(
        STARTERS.slice(0, scaled(STARTERS.length, settings)).map((name) => signedIn(url, name)),
      );
      const active = db.prepare(`SELECT count(*) FROM job WHERE state IN ('queued','running')`);
      const isBusy = (): boolean => active.pluck().get() !== 0;
      const pages = scaled(PAGES, settings, 5);
      const perWorksheet: number[] = [];
      await pageTimes(lead, pages, () => true);
      const { busy, idle } = await inRounds(settings.rounds, {
        busy: async () => {
          const began = performance.now();
          for (const starter of starters) await startJob(starter);
          const times = await pageTimes(lead, Number.MAX_SAFE_INTEGER, isBusy);
          perWorksheet.push((performance.now() - began) / worksheetsOf(db, starters.length));
          return p99(times);
        },
        idle: async () => p99(await pageTimes(lead, pages, () => true)),
      });
      const failed = db.prepare(`SELECT count(*) FROM job WHERE state <> 'done'`).pluck().get();
      if (failed !== 0) throw new Error(`${String(failed)} jobs did not end well`);
      return [
        compare(
          'p99 of a page while worksheets of a province are written, over idle',
          'ms',
          { does: `area page every ${BETWEEN_MS} ms, jobs in a row beside it`, values: busy },
          { does: 'the same page at the same pace, nothing beside it', values: idle },
          atMost(2),
        ),
        {
          kind: 'figure',
          title: 'One worksheet within a job, start of its process included',
          unit: 'ms',
          values: perWorksheet,
        },
      ];
    } finally {
      db.close();
      await server.stop();
    }
  });
}

async function signedIn(url: string, username: string): Promise<HttpClient> {
  const client = httpClient(url);
  await client.signIn(username);
  return client;
}

async function startJob(client: HttpClient): Promise<void> {
  const fields = { 'susunan-lampiran-iii': 'on', 'susunan-portalrb': 'on' };
  const reply = await client.post(paths.jobs(NTB, CAST_YEAR), {
    _csrf: await client.token(),
    ...fields,
  });
  if (reply.status !== 303) throw new Error(`a job was answered with ${reply.status}`);
}

async function pageTimes(
  client: HttpClient,
  most: number,
  goesOn: () => boolean,
): Promise<number[]> {
  const times: number[] = [];
  while (times.length < most && goesOn()) {
    const began = performance.now();
    const { status } = await client.get(PAGE);
    if (status !== 200) throw new Error(`the page answered ${status}`);
    times.push(performance.now() - began);
    await pause(BETWEEN_MS);
  }
  return times;
}

/** Worksheets of the jobs started last. */
function worksheetsOf(db: Connection, jobs: number): number {
  const sum = db
    .prepare('SELECT sum(total) * 2 FROM (SELECT total FROM job ORDER BY id DESC LIMIT ?)')
    .pluck()
    .get(jobs);
  return Number(sum);
}

function p99(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? NaN;
}
