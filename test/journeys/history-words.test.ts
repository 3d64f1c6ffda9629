import { ableAt, REGISTRY } from '../access/registry.js';
import { seedPlaces } from '../access/places.js';
import { prepare, sendPrepared, visitorsOf } from '../access/visitors.js';
import { actionText, fieldText } from '../../src/text/messages/history.js';
import { calendarOf } from '../../src/features/years/store.js';
import { listen, type Listening } from '../support/http-client.js';
import { readableText } from '../support/reading.js';
import { startTestApp, type TestApp } from '../support/app.js';

/** Kept for the machine, or said by the action already. */
const UNTOLD = ['evidenceId', 'withdrawn'];

describe('the history after every form of the product was sent once', () => {
  let zi: TestApp;
  let listening: Listening;
  const written = new Map<string, Set<string>>();

  beforeAll(async () => {
    zi = await startTestApp();
    listening = await listen(zi.app);
    const visitors = visitorsOf(listening.url);
    for (const [key, route] of Object.entries(REGISTRY)) {
      if (!key.startsWith('POST') || route.form === undefined) continue;
      const { mataram } = await seedPlaces(zi.deps, route);
      const able = await visitors.person(ableAt(route, 'mataram'));
      const prepared = await prepare('POST', route, mataram, able);
      await sendPrepared(able, route.path(mataram), prepared);
    }
    const rows = await zi.deps.store.db.selectFrom('history').selectAll().execute();
    for (const { action, before, after } of rows) {
      const keys = written.get(action) ?? new Set();
      for (const json of [before, after]) {
        if (json !== null) Object.keys(JSON.parse(json) as object).forEach((one) => keys.add(one));
      }
      written.set(action, keys);
    }
  }, 60_000);

  afterAll(async () => {
    await listening.close();
    await zi.close();
  });

  it('holds most of the actions there are, each with words', () => {
    expect(written.size).toBeGreaterThan(20);
    expect([...written.keys()].filter((action) => !(action in actionText))).toEqual([]);
  });

  it('has a word for everything an entry keeps', () => {
    const dates = calendarOf('zi-2026').dates.map(({ code }) => code);
    const known = new Set([...Object.keys(fieldText), ...UNTOLD, ...dates]);
    const unknown = [...written].flatMap(([action, keys]) =>
      [...keys].filter((key) => !known.has(key)).map((key) => `${action}: ${key}`),
    );
    expect(unknown).toEqual([]);
  });

  it('is read without a trace of how it is stored', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const page = await lead.get('/lke/52.71/2026/riwayat').expect(200);
    const list = readableText(/<tbody>[\s\S]*<\/tbody>/.exec(page.text)?.[0] ?? '');
    expect(list.length).toBeGreaterThan(1000);
    expect(list).not.toMatch(/[{}]|\bnull\b|\bundefined\b|\b[a-z]+\.[a-z]+\.?[a-z]*\b(?=: )/);
    expect(list).not.toMatch(/\d{4}-\d{2}-\d{2}T/);
  });
});
