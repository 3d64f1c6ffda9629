import { readdirSync } from 'node:fs';
import path from 'node:path';
import { tokenIn } from '../support/app.js';
import { multipart, type HttpClient } from '../support/http-client.js';
import type { Reply } from '../support/http-client.js';
import { headerFaults } from '../support/response-faults.js';
import { keyOf, routesOf } from '../support/routes.js';
import { seedPlaces, type At } from './places.js';
import { ableAt, REGISTRY, type RouteCase } from './registry.js';
import { visitedApp } from './visited-app.js';
import { prepare, writesSoFar } from './visitors.js';

/** Every address that can change something is guarded; every answer carries its headers. */
const visited = visitedApp();
let at: At;

beforeAll(async () => {
  at = (await seedPlaces(visited.deps)).mataram;
}, 60_000);

const CHANGING = Object.entries(REGISTRY).filter(([key]) => !key.startsWith('GET '));
const READING = Object.entries(REGISTRY).filter(([key]) => key.startsWith('GET '));

it('answers no method but GET and POST', () => {
  const methods = new Set(routesOf(visited.app).map((route) => route.method));
  expect([...methods].sort()).toEqual(['GET', 'POST']);
});

it('knows every route that can change something', () => {
  const found = routesOf(visited.app).map(keyOf);
  const known = new Set(CHANGING.map(([key]) => key));
  expect(found.filter((key) => !key.startsWith('GET ') && !known.has(key))).toEqual([]);
});

describe.each(CHANGING)('%s', (_key, route) => {
  beforeAll(async () => {
    at = (await seedPlaces(visited.deps, route)).mataram;
  });

  it('refuses a form without a token', () =>
    refuses(route, [403], (client, address, fields) => client.post(address, fields)));

  it('refuses a wrong token', () =>
    refuses(route, [403], (client, address, fields) =>
      client.post(address, { _csrf: 'x', ...fields }),
    ));

  it('refuses the token of another session', async () => {
    const other = visited.anonymous();
    const _csrf = tokenIn((await other.get('/masuk')).text);
    await refuses(route, [403], (client, address, fields) =>
      client.post(address, { _csrf, ...fields }),
    );
  });

  it.each([
    ['a cross-site request', { 'sec-fetch-site': 'cross-site' }],
    ['a request of a sister site', { 'sec-fetch-site': 'same-site' }],
    ['a foreign origin', { origin: 'https://jahat.example' }],
    ['a hidden origin', { origin: 'null' }],
    ['an origin on another port', { origin: 'http://127.0.0.1:9' }],
  ])('refuses %s even with the right token', (_title, headers) =>
    refuses(route, [403], (client, address, fields) => postWith(client, address, fields, headers)),
  );

  it('refuses a file before its token, keeping not a byte', async () => {
    const file = stray(route);
    await refuses(route, [403, 415], async (client, address, fields) => {
      const values = Object.entries({ ...fields, _csrf: await client.token() });
      const late = values.map(([name, value]) => ({ name, value }));
      return client.send('POST', address, multipart([file, ...late]));
    });
  });

  it('refuses a file with a wrong token or none', async () => {
    const file = stray(route);
    for (const early of [[], [{ name: '_csrf', value: 'x' }]]) {
      await refuses(route, [403, 415], (client, address) =>
        client.send('POST', address, multipart([...early, file])),
      );
    }
  });

  it('refuses a repeated field', () =>
    refuses(route, [400], async (client, address, fields) => {
      const body = new URLSearchParams({ _csrf: await client.token(), ...fields });
      body.append('catatan', 'satu');
      body.append('catatan', 'dua');
      return client.send('POST', address, {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: body.toString(),
      });
    }));
});

describe.each(READING)('%s', (key, route) => {
  beforeAll(async () => {
    at = (await seedPlaces(visited.deps, route)).mataram;
  });

  it('carries every header', async () => {
    const client = await visited.person(ableAt(route, 'mataram'));
    const reply = await client.get(route.path(at));
    expect([200, 303, 404]).toContain(reply.status);
    expect(headerFaults(reply, headersOf(route))).toEqual([]);
  });

  // The feed answers in JSON with statuses of its own, see feed.test.ts.
  if (key === 'GET /sehat' || route.deed === 'token') return;
  it('refuses a repeated parameter', async () => {
    const client = await visited.person(ableAt(route, 'mataram'));
    const path = route.path(at);
    const reply = await client.get(`${path}${path.includes('?') ? '&' : '?'}q=satu&q=dua`);
    expect(reply.status).toBe(400);
    expect(headerFaults(reply)).toEqual([]);
  });
});

/** A file in the field where the form takes one. */
function stray({ form }: RouteCase) {
  const name = form?.file?.().field ?? 'files';
  return { name, file: 'a.pdf', type: 'application/pdf', bytes: Buffer.alloc(999) };
}

function headersOf({ kind }: RouteCase): 'page' | 'preview' | 'download' {
  return kind === 'preview' || kind === 'download' ? kind : 'page';
}

/** Sends the form as somebody who may, but spoiled; nothing may be written. */
async function refuses(
  route: RouteCase,
  statuses: readonly number[],
  send: (
    client: HttpClient,
    address: string,
    fields: Readonly<Record<string, string>>,
  ) => Promise<Reply>,
): Promise<void> {
  const client = await visited.person(ableAt(route, 'mataram'));
  const { fields } = await prepare('POST', route, at, client);
  const before = [await writesSoFar(visited.deps), ...filesKept()];
  const reply = await send(client, route.path(at), fields);
  expect(statuses).toContain(reply.status);
  expect(headerFaults(reply)).toEqual([]);
  expect([await writesSoFar(visited.deps), ...filesKept()]).toEqual(before);
}

/** Kept and staged evidence alike. */
function filesKept(): string[] {
  return readdirSync(path.join(visited.folder, 'evidence'), { recursive: true, encoding: 'utf8' });
}

async function postWith(
  client: HttpClient,
  address: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
): Promise<Reply> {
  return client.send('POST', address, {
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams({ _csrf: await client.token(), ...fields }).toString(),
  });
}
