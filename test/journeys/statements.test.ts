import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { CAST_YEAR, MATARAM, NTB } from '../../fixtures/cast.js';
import { createApp } from '../../src/app.js';
import { makeDemo } from '../../src/cli/demo/make-demo.js';
import { readConfig } from '../../src/config.js';
import { paths } from '../../src/paths.js';
import { openDeps } from '../../src/serve.js';
import type { Deps } from '../../src/web/deps.js';
import { httpClient, listen, type HttpClient, type Listening } from '../support/http-client.js';
import { readsDuring } from '../support/statements.js';

const NOW = new Date('2026-03-10T02:00:00.000Z');
/** Half assessed by the province. */
const LOBAR = '52.01';
const CODE = 'A.I.1.i.a';
const at = [MATARAM, CAST_YEAR] as const;
const assessed = [LOBAR, CAST_YEAR, 'pendahuluan'] as const;

/**
 * Every page, whoever opens it, begins with six: session, person, roles, areas and two counts of the
 * navigation. A page that needs more than before asks row by row, or twice.
 */
const PAGES = [
  ['ketua.mataram', 'home of an LKE', paths.lke(...at), 22],
  ['ketua.mataram', 'an area', paths.area(...at, '1'), 12],
  ['ketua.mataram', 'an answer', paths.answer(...at, CODE), 15],
  ['ketua.mataram', 'the register of evidence', paths.evidenceRegister(...at), 12],
  ['ketua.mataram', 'the notes', paths.notes(...at), 10],
  ['ketua.mataram', 'the comparison of tiers', paths.comparison(...at), 12],
  ['ketua.mataram', 'the history', paths.history(...at), 13],
  ['provinsi', 'the list of satker', paths.satkerList(), 10],
  ['provinsi', 'the queue', paths.reviewQueue(), 14],
  ['provinsi', 'a tier of an LKE', paths.review(...assessed), 26],
  ['provinsi', 'an assessment', paths.reviewAnswer(...assessed, CODE), 21],
  ['provinsi', 'the oversight of a province', paths.oversight(NTB, CAST_YEAR), 15],
  ['tpi.ketua', 'a tier of an LKE at TPI', paths.review(NTB, CAST_YEAR, 'tpi'), 26],
  ['pusat', 'the oversight of all', paths.oversight(null, CAST_YEAR), 16],
  ['pusat', 'the queue of the centre', paths.reviewQueue(), 14],
] as const;

describe('the statements of a page', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tapak-'));
  const people = new Map<string, HttpClient>();
  let deps: Deps;
  let server: Listening;

  beforeAll(async () => {
    const config = readConfig({ ZI_DATA: folder });
    if (!config.ok) throw new Error(config.faults.join('; '));
    deps = await openDeps(config.config, pino({ level: 'silent' }), () => NOW);
    await makeDemo(deps);
    server = await listen(createApp(deps, 'a secret of the tests'));
  });
  afterAll(async () => {
    await server.close();
    await deps.jobs.stop();
    await deps.store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(PAGES)('%s: %s (%s) reads with %i at most, none of them twice', async (...row) => {
    const [username, , address, most] = row;
    const person = await signedIn(username);
    // Once before, so that what the first page of a session does is not counted.
    expect((await person.get(address)).status).toBe(200);
    const ran = await readsDuring(() => person.get(address));
    expect(ran.filter((one, place) => ran.indexOf(one) !== place)).toEqual([]);
    expect(ran.length).toBeLessThanOrEqual(most);
    expect(ran.length).toBeGreaterThanOrEqual(6);
  });

  async function signedIn(username: string): Promise<HttpClient> {
    const known = people.get(username);
    if (known !== undefined) return known;
    const client = httpClient(server.url);
    await client.signIn(username);
    people.set(username, client);
    return client;
  }
});
