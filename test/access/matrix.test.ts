import { historyHead } from '../../src/db/history.js';
import { tokenIn } from '../support/app.js';
import type { HttpClient, Reply } from '../support/http-client.js';
import { keyOf, routesOf } from '../support/routes.js';
import { PEOPLE, PLACES, SEES, verdictFor, type LawRole, type Place } from './law.js';
import type { SatkerDeed, Verdict } from './law.js';
import { MISSING, secretOf, seedPlaces, type At } from './places.js';
import { ableAt, REGISTRY, type RouteCase } from './registry.js';
import { visitedApp } from './visited-app.js';
import { likeness, prepare, sendPrepared, writesSoFar } from './visitors.js';
import type { Prepared } from './visitors.js';

/** Role × route × place, executed in full against the running app (quality.md, Access). */
const ROLES = Object.keys(PEOPLE) as LawRole[];
const ALL = Object.keys(PLACES) as Place[];

const visited = visitedApp();

describe('the register of routes', () => {
  it('names every route of the app', () => {
    const known = routesOf(visited.app).map(keyOf);
    expect(known.filter((key) => REGISTRY[key] === undefined)).toEqual([]);
  });

  it('names no route that the app has not', () => {
    const known = new Set(routesOf(visited.app).map(keyOf));
    expect(Object.keys(REGISTRY).filter((key) => !known.has(key))).toEqual([]);
  });
});

describe.each(Object.entries(REGISTRY))('%s', (key, route) => {
  const method = key.split(' ')[0] ?? '';

  if (route.deed === 'open') {
    it('answers somebody who is not signed in', async () => {
      const reply = await asAnonymous(method, route.path(MISSING));
      expect([200, 303, 404, 422]).toContain(reply.status);
      expect(reply.headers.location ?? '/masuk').toBe('/masuk');
    });
    return;
  }

  if (route.deed === 'token') {
    it('is not there until it is turned on, and says so in JSON without a session', async () => {
      const reply = await asAnonymous(method, route.path(MISSING));
      expect([reply.status, reply.headers['set-cookie']]).toEqual([404, undefined]);
      expect(JSON.parse(reply.text)).toMatchObject({ error: true, code: 'not_found' });
    });
    return;
  }

  it('sends somebody who is not signed in to the sign-in page', async () => {
    const before = await writesSoFar(visited.deps);
    const { mataram } = await seedPlaces(visited.deps, route);
    for (const at of [mataram, MISSING]) {
      const reply = await asAnonymous(method, route.path(at), before);
      expect(reply.status).toBe(303);
      expect(reply.headers.location).toMatch(/^\/masuk(?:\?|$)/);
    }
  });

  if (route.deed === 'self') {
    it.each(ROLES)('answers %s', async (role) => {
      const client = await visited.role(role);
      const prepared = await prepare(method, route, MISSING, client);
      const reply = await sendPrepared(client, route.path(MISSING), prepared);
      expect([200, 303, 422]).toContain(reply.status);
      expect(reply.headers.location ?? '').not.toMatch(/^\/masuk/);
      expect(foreignSecrets(role, reply)).toEqual([]);
    });
    return;
  }

  if (route.deed === 'admin') {
    it('is the administrator’s alone', () => checkAlone(method, route, 'admin'));
    return;
  }

  if (route.deed === 'centre') {
    it('is the centre’s alone', () => checkAlone(method, route, 'penilai-pusat'));
    return;
  }

  if (route.deed === 'province') {
    it('shows of a province what the person may see, else that there is none', () =>
      checkProvince(method, route));
    return;
  }

  const { deed } = route;
  it('does for every role and place what the law says', () => checkSatker(method, route, deed));
});

/** First those who may not, with the very body that then succeeds for one who may. */
async function checkSatker(method: string, route: RouteCase, deed: SatkerDeed): Promise<void> {
  const places = await seedPlaces(visited.deps, route);
  const asks = await Promise.all(
    ALL.map(async (place) => {
      // Where nobody may, the body of a place where somebody may does as well.
      const where = ROLES.some((role) => verdictFor(role, deed, place) === 'done')
        ? place
        : 'mataram';
      const able = await visited.person(ableAt(route, where));
      return { place, prepared: await prepare(method, route, places[where], able) };
    }),
  );
  const questions = ROLES.flatMap((role) =>
    asks.map((ask) => ({ ...ask, role, verdict: verdictFor(role, deed, ask.place) })),
  );
  for (const question of questions.filter(({ verdict }) => verdict !== 'done')) {
    await checkRefusal(route, places, question);
  }
  const succeeded = new Set<Place>();
  for (const { role, place, prepared } of questions.filter(({ verdict }) => verdict === 'done')) {
    const client = await visited.role(role);
    await checkOwnPathForeignThing(route, client, places, place, prepared);
    const reply = await sendPrepared(client, route.path(places[place]), prepared);
    const first = route.isRefused === true ? [422] : [200, 303];
    const accepted = succeeded.has(place) ? [200, 303, 409, 422] : first;
    expect([role, place, reply.status, accepted.includes(reply.status)]).toEqual([
      role,
      place,
      reply.status,
      true,
    ]);
    succeeded.add(place);
    expect([role, place, foreignSecrets(role, reply)]).toEqual([role, place, []]);
    await client.get('/sandi'); // takes the sentence that says it is done
  }
  expect(succeeded.size).toBe(
    ALL.filter((place) => ROLES.some((role) => verdictFor(role, deed, place) === 'done')).length,
  );
}

interface Question {
  readonly role: LawRole;
  readonly place: Place;
  readonly verdict: Verdict;
  readonly prepared: Prepared;
}

async function checkRefusal(
  route: RouteCase,
  places: Readonly<Record<Place, At>>,
  { role, place, verdict, prepared }: Question,
): Promise<void> {
  const client = await visited.role(role);
  const token = await client.token();
  const before = await writesSoFar(visited.deps);
  const reply = await sendPrepared(client, route.path(places[place]), prepared);
  const expected = { forbidden: 403, invisible: 404, locked: 409, done: 0 }[verdict];
  expect([role, place, reply.status]).toEqual([role, place, expected]);
  expect([role, place, foreignSecrets(role, reply)]).toEqual([role, place, []]);
  if (verdict === 'invisible') {
    const missing = await sendPrepared(client, route.path(MISSING), prepared);
    expect(likeness(reply, token)).toEqual(likeness(missing, token));
  }
  expect([role, place, await writesSoFar(visited.deps)]).toEqual([role, place, before]);
}

/** A thing of another satker, or a year without LKE, asked for below one's own address. */
async function checkOwnPathForeignThing(
  route: RouteCase,
  client: HttpClient,
  places: Readonly<Record<Place, At>>,
  place: Place,
  prepared: Prepared,
): Promise<void> {
  const own = places[place];
  const token = await client.token();
  const changes = await changesSoFar();
  const before = await writesSoFar(visited.deps);
  if (route.hasYear === true) {
    const missing = await sendPrepared(
      client,
      route.path({ ...MISSING, satker: own.satker, year: '1999' }),
      prepared,
    );
    expect(missing.status).toBe(404);
    const year = await sendPrepared(client, route.path({ ...own, year: '2025' }), prepared);
    expect(likeness(year, token)).toEqual(likeness(missing, token));
  }
  if (route.hasId === true) {
    const other = places[place === 'other province' ? 'mataram' : 'other province'];
    const none = await sendPrepared(
      client,
      route.path({ ...MISSING, satker: own.satker }),
      prepared,
    );
    const foreign = await sendPrepared(
      client,
      route.path({ ...other, satker: own.satker }),
      prepared,
    );
    expect(likeness(foreign, token)).toEqual(likeness(none, token));
    if (route.isRepeatable !== true) expect(none.status).toBe(404);
  }
  expect(await changesSoFar()).toBe(changes);
  if (route.isRepeatable !== true) expect(await writesSoFar(visited.deps)).toBe(before);
}

/** Of a province one sees exactly the satker one sees; where that is none, there is no province. */
async function checkProvince(method: string, route: RouteCase): Promise<void> {
  const places = await seedPlaces(visited.deps, route);
  for (const place of ['mataram', 'other province'] as const) {
    const province = PLACES[place].slice(0, 2);
    const able = await visited.person(ableAt(route, place));
    const prepared = await prepare(method, route, places[place], able);
    for (const role of ROLES) {
      const client = await visited.role(role);
      const token = await client.token();
      const isInScope = SEES[role].some((one) => PLACES[one].startsWith(province));
      const isSeen = isInScope && route.isNobodys !== true;
      const before = await writesSoFar(visited.deps);
      const reply = await sendPrepared(client, route.path(places[place]), prepared);
      expect([role, place, isSeen ? [200, 303] : [404]]).toEqual([
        role,
        place,
        expect.arrayContaining([reply.status]),
      ]);
      for (const other of ALL.filter((one) => !SEES[role].includes(one))) {
        expect([role, reply.text.includes(`/lke/${PLACES[other]}/`)]).toEqual([role, false]);
      }
      await client.get('/sandi'); // takes the sentence that says it is done
      if (isSeen) {
        const year = await sendPrepared(
          client,
          route.path({ ...places[place], year: '2025' }),
          prepared,
        );
        expect([role, year.status]).toEqual([role, 404]);
        continue;
      }
      const missing = await sendPrepared(client, route.path(MISSING), prepared);
      expect([role, likeness(reply, token)]).toEqual([role, likeness(missing, token)]);
      expect([role, await writesSoFar(visited.deps)]).toEqual([role, before]);
    }
  }
}

async function checkAlone(method: string, route: RouteCase, owner: LawRole): Promise<void> {
  const { mataram, 'other province': other } = await seedPlaces(visited.deps, route);
  const able = await visited.role(owner);
  const prepared = await prepare(method, route, mataram, able);
  for (const role of ROLES.filter((one) => one !== owner)) {
    const client = await visited.role(role);
    await client.get('/sandi'); // takes what an earlier form left to be said
    const token = await client.token();
    const before = await writesSoFar(visited.deps);
    const reply = await sendPrepared(client, route.path(mataram), prepared);
    expect([role, reply.status]).toEqual([role, 403]);
    const missing = await sendPrepared(client, route.path(MISSING), prepared);
    expect([role, likeness(missing, token)]).toEqual([role, likeness(reply, token)]);
    expect([role, await writesSoFar(visited.deps)]).toEqual([role, before]);
  }
  if (route.path(mataram) !== route.path({ ...MISSING, year: '1999' })) {
    const nowhere = route.path({ ...MISSING, year: '1999' });
    expect((await sendPrepared(able, nowhere, prepared)).status).toBe(404);
  }
  if (route.hasId === true) {
    const token = await able.token();
    const path = route.path({ ...MISSING, satker: mataram.satker });
    const missing = await sendPrepared(able, path, prepared);
    expect(missing.status).toBe(404);
    const foreign = route.path({ ...other, satker: mataram.satker });
    expect(likeness(await sendPrepared(able, foreign, prepared), token)).toEqual(
      likeness(missing, token),
    );
  }
  const reply = await sendPrepared(able, route.path(mataram), prepared);
  expect(route.isRefused === true ? [422] : [200, 303]).toContain(reply.status);
  await able.get('/sandi'); // takes the sentence that says it is done
}

async function asAnonymous(method: string, path: string, before?: number): Promise<Reply> {
  const client = visited.anonymous();
  if (method === 'GET') return client.get(path);
  const page = await client.get('/masuk');
  const written = before === undefined ? null : await writesSoFar(visited.deps);
  const reply = await client.post(path, { _csrf: tokenIn(page.text) });
  if (written !== null) expect(await writesSoFar(visited.deps)).toBe(written);
  return reply;
}

async function changesSoFar(): Promise<number> {
  return (await historyHead(visited.deps.store.db)).seq;
}

/** Words of satker that this role must not see. */
function foreignSecrets(role: LawRole, reply: Reply): string[] {
  return ALL.filter((place) => !SEES[role].includes(place))
    .map(secretOf)
    .filter((word) => reply.text.includes(word));
}
