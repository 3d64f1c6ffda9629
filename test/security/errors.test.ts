import { createHmac } from 'node:crypto';
import { createApp } from '../../src/app.js';
import type { Deps } from '../../src/web/deps.js';
import { startTestApp, tokenIn, type TestApp } from '../support/app.js';
import { httpClient, listen, multipart, type Listening } from '../support/http-client.js';
import type { HttpClient, Reply } from '../support/http-client.js';
import { headerFaults, insideShown } from '../support/response-faults.js';

/** Whatever goes wrong: our page, our headers, nothing of the inside. */
const SECRET = 'a secret of these tests';

let test: TestApp;
let listening: Listening;

beforeAll(async () => {
  test = await startTestApp({ ZI_REQUESTS_PER_MINUTE: '200' });
  listening = await listen(createApp(test.deps, SECRET));
});

afterAll(async () => {
  await listening.close();
  await test.close();
});

describe('an error', () => {
  const cases: [number, string, (client: HttpClient) => Promise<Reply>][] = [
    [400, 'an address that cannot be decoded', (client) => client.get('/admin/satker/%zz')],
    [400, 'a repeated parameter', (client) => client.get('/satker?q=1&q=2')],
    [413, 'a form of too many fields', (client) => tooManyFields(client)],
    [403, 'a form without a token', (client) => client.post('/keluar', {})],
    [404, 'an unknown address', (client) => client.get('/tidak/ada')],
    [404, 'an unknown file of the style', (client) => client.get('/aset/tidak-ada.css')],
    [404, 'a file outside the assets', (client) => client.get('/aset/..%2f..%2fpackage.json')],
    [404, 'a hidden file', (client) => client.get('/aset/.htaccess')],
    [
      413,
      'a body that is too large',
      (client) => client.post('/sandi', { a: 'x'.repeat(300_000) }),
    ],
    [415, 'a file where none belongs', (client) => strayFile(client)],
    [415, 'a body in an unknown charset', (client) => unknownCharset(client)],
  ];

  it.each(cases)('%i: %s', async (status, _title, send) => {
    const client = httpClient(listening.url);
    await client.signIn('admin');
    const reply = await send(client);
    expect(reply.status).toBe(status);
    expectOurs(reply);
    if (reply.text.includes('<main')) expect(reply.text).toContain('>Keluar</button>');
  });

  it.each(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])(
    'shows nothing of the inside to somebody who is not signed in and asks by %s',
    async (method) => {
      for (const path of ['/tidak/ada', '/lke/%zz/2026', '/aset/%zz', '/tautan/x', '/']) {
        expectOurs(await httpClient(listening.url).send(method, path));
      }
    },
  );

  it('429: too many requests', async () => {
    const client = httpClient(listening.url);
    await client.signIn('pusat');
    const replies = await Promise.all(Array.from({ length: 230 }, () => client.get('/sandi')));
    const refused = replies.filter((reply) => reply.status === 429);
    expect(refused.length).toBeGreaterThan(0);
    for (const reply of refused) expectOurs(reply);
  });
});

describe('a broken database', () => {
  it.each([
    ['every query of a page', new Error("SELECT secret FROM 'user' at /srv/zi/store.ts:1"), 500],
    ['an I/O error', coded('SQLITE_IOERR_READ'), 503],
    ['a full disk', coded('SQLITE_FULL'), 503],
    ['a database that another program keeps locked', coded('SQLITE_BUSY'), 503],
    ['a disk that became read-only', coded('EROFS'), 503],
    ['a disk that is failing', coded('EIO'), 503],
    ['something that is no error', 'kysely is gone', 500],
  ])('answers %s with a reference and nothing else', async (_title, fault, status) => {
    const broken = await listen(createApp(breaking(test.deps, fault), SECRET));
    try {
      const client = httpClient(broken.url);
      await client.signIn('ketua.mataram');
      const replies = await Promise.all([client.get('/'), client.get('/satker')]);
      for (const reply of replies) {
        expect(reply.status).toBe(status);
        expect(reply.text).toMatch(/<code>[0-9a-f]{8}<\/code>/);
        expect(reply.headers['retry-after']).toBe(status === 503 ? '60' : undefined);
        expectOurs(reply);
      }
    } finally {
      await broken.close();
    }
  });

  it('answers even when the sessions cannot be read', async () => {
    const gone = await startTestApp();
    const closed = await listen(createApp(gone.deps, SECRET));
    await gone.deps.store.close();
    const client = httpClient(closed.url);
    client.cookie = signedCookie('a-session');
    for (const path of ['/', '/masuk', '/lke/52.71/2026', '/admin/pengguna']) {
      const reply = await client.get(path);
      expect([500, 503]).toContain(reply.status);
      expectOurs(reply);
    }
    const health = await client.get('/sehat');
    expect(health.status).toBe(503);
    expectOurs(health);
    await closed.close();
    await gone.close();
  });
});

function expectOurs(reply: Reply): void {
  expect(insideShown(reply.text)).toEqual([]);
  expect(
    headerFaults(reply, reply.headers['cache-control'] === undefined ? 'asset' : 'page'),
  ).toEqual([]);
}

/** Sessions and the signed-in person still load; everything a page asks for fails. */
function breaking(deps: Deps, fault: unknown): Deps {
  const alive = new Set(['session', 'user', 'user_role', 'area_assignment', 'sign_in_attempt']);
  const db = new Proxy(deps.store.db, {
    get(target, property): unknown {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== 'function') return value;
      // Bound, because Kysely keeps its parts in private fields.
      if (property !== 'selectFrom') return value.bind(target) as unknown;
      return (table: unknown, ...rest: unknown[]): unknown => {
        const name = typeof table === 'string' ? (table.split(' ')[0] ?? '') : '';
        if (!alive.has(name)) throw fault as Error;
        return value.call(target, table, ...rest) as unknown;
      };
    },
  });
  return { ...deps, store: { ...deps.store, db } };
}

function coded(code: string): Error {
  return Object.assign(new Error(`${code}: disk I/O error`), { code });
}

function signedCookie(id: string): string {
  const signature = createHmac('sha256', SECRET).update(id).digest('base64').replace(/=+$/, '');
  return `zi=${encodeURIComponent(`s:${id}.${signature}`)}`;
}

async function tooManyFields(client: HttpClient): Promise<Reply> {
  const fields = Array.from({ length: 2500 }, (_, n) => [`f${n}`, 'x'] as const);
  return client.post('/sandi', {
    _csrf: tokenIn((await client.get('/sandi')).text),
    ...Object.fromEntries(fields),
  });
}

async function strayFile(client: HttpClient): Promise<Reply> {
  const _csrf = tokenIn((await client.get('/sandi')).text);
  const file = { name: 'f', file: 'a.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-') };
  return client.send('POST', '/sandi', multipart([{ name: '_csrf', value: _csrf }, file]));
}

async function unknownCharset(client: HttpClient): Promise<Reply> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-99' };
  return client.send('POST', '/sandi', { headers, body: 'a=1' });
}
