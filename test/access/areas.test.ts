import { startTestApp, type TestApp } from '../support/app.js';
import { listen, type HttpClient, type Listening, type Reply } from '../support/http-client.js';
import { seedPlaces, type At } from './places.js';
import { REGISTRY } from './registry.js';
import { prepare, sendPrepared, visitorsOf, writesSoFar, type Visitors } from './visitors.js';

/** A member works on the assigned areas only (1, 2 and 3 here); the lead on all. */
const OWN = 'A.I.1.ii.a';
const FOREIGN = 'A.I.4.ii.a';

let test: TestApp;
let listening: Listening;
let visitors: Visitors;
let member: HttpClient;
let lead: HttpClient;
let at: At;

beforeAll(async () => {
  test = await startTestApp();
  listening = await listen(test.app);
  visitors = visitorsOf(listening.url);
  member = await visitors.role('anggota');
  lead = await visitors.role('ketua');
});

beforeEach(async () => {
  at = (await seedPlaces(test.deps)).mataram;
});

afterAll(async () => {
  await listening.close();
  await test.close();
});

describe('a member of the team', () => {
  it.each([
    ['POST /lke/:satker/:year/jawaban/:code', 'answers'],
    ['POST /lke/:satker/:year/jawaban/:code/bukti', 'attaches evidence'],
  ])('%s: %s in an assigned area and in no other', async (key) => {
    expect((await sendAs(member, key, { ...at, code: OWN })).status).toBe(303);
    await refused(key, { ...at, code: FOREIGN });
  });

  it('detaches evidence in an assigned area and in no other', async () => {
    const key = 'POST /lke/:satker/:year/jawaban/:code/bukti/:link/pelepasan';
    const attached = await sendAs(lead, 'POST /lke/:satker/:year/jawaban/:code/bukti', {
      ...at,
      code: FOREIGN,
    });
    expect(attached.status).toBe(303);
    await refused(key, { ...at, code: FOREIGN, link: await newestLink() });
    expect((await sendAs(member, key, at)).status).toBe(303);
  });

  it('takes nothing from a foreign area by naming an assigned one', async () => {
    await sendAs(lead, 'POST /lke/:satker/:year/jawaban/:code/bukti', { ...at, code: FOREIGN });
    const link = await newestLink();
    const key = 'POST /lke/:satker/:year/jawaban/:code/bukti/:link/pelepasan';
    await member.post(REGISTRY[key]?.path({ ...at, code: OWN, link }) ?? '', {
      _csrf: await member.token(),
    });
    await member.get('/sandi');
    expect(await newestLink()).toBe(link);
  });

  it('spreads an evidence over assigned areas only', async () => {
    const key = 'POST /lke/:satker/:year/bukti/:id/pemakaian';
    const path = REGISTRY[key]?.path(at) ?? '';
    const before = await writesSoFar(test.deps);
    const fields = {
      _csrf: await member.token(),
      [`kode-${OWN}`]: 'on',
      [`kode-${FOREIGN}`]: 'on',
    };
    const reply = await member.post(path, fields);
    expect([403, 422]).toContain(reply.status);
    expect(await writesSoFar(test.deps)).toBe(before);
  });

  it('reads every area of the own satker', async () => {
    for (const area of ['1', '2', '3', '4', '5', '6', 'hasil']) {
      expect((await member.get(`/lke/${at.satker}/${at.year}/area/${area}`)).status).toBe(200);
    }
    expect((await member.get(`/lke/${at.satker}/${at.year}/jawaban/${FOREIGN}`)).status).toBe(200);
  });

  it('cannot give itself an area, a role or a score by sending more fields', async () => {
    const key = 'POST /lke/:satker/:year/jawaban/:code';
    const route = REGISTRY[key];
    if (route === undefined) throw new Error('no route');
    const prepared = await prepare('POST', route, { ...at, code: OWN }, member);
    const more = {
      score: '100',
      value: '1',
      tier: 'tpi',
      total: '100',
      weight: '99',
      stage: 'tpn',
    };
    const fields = { ...prepared.fields, ...more, lke_id: '1', area: '4', role: 'ketua' };
    await sendPrepared(member, route.path({ ...at, code: OWN }), { ...prepared, fields });
    const { db } = test.deps.store;
    const tiers = await db.selectFrom('answer').select('tier').distinct().execute();
    expect(tiers.map(({ tier }) => tier)).toEqual(['mandiri']);
    const stages = await db.selectFrom('lke').select('stage').distinct().execute();
    expect(stages.map(({ stage }) => stage)).toEqual(['pengisian']);
    expect((await sendAs(lead, key, { ...at, code: FOREIGN })).status).toBe(303);
    await refused(key, { ...at, code: FOREIGN });
  });
});

async function sendAs(client: HttpClient, key: string, where: At): Promise<Reply> {
  const route = REGISTRY[key];
  if (route === undefined) throw new Error(`no route ${key}`);
  const prepared = await prepare('POST', route, where, lead);
  const reply = await sendPrepared(client, route.path(where), prepared);
  await client.get('/sandi'); // takes the sentence that says it is done
  return reply;
}

async function refused(key: string, where: At): Promise<void> {
  const route = REGISTRY[key];
  if (route === undefined) throw new Error(`no route ${key}`);
  const prepared = await prepare('POST', route, where, lead);
  const before = await writesSoFar(test.deps);
  const reply = await sendPrepared(member, route.path(where), prepared);
  expect(reply.status).toBe(403);
  expect(await writesSoFar(test.deps)).toBe(before);
}

async function newestLink(): Promise<string> {
  const row = await test.deps.store.db
    .selectFrom('evidence_link')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return String(row.id);
}
