import path from 'node:path';
import { dataFolder } from '../../src/db/data-folder.js';
import { tableHashes, type TableHash } from '../../src/db/table-hashes.js';
import { normaliseText } from '../../src/text/normalise.js';
import { seedPlaces, type At } from '../access/places.js';
import { visitedApp } from '../access/visited-app.js';
import { httpClient, type HttpClient } from '../support/http-client.js';
import { insideShown } from '../support/response-faults.js';
import { LONG_TEST_MS } from '../support/rounds.js';
import { askedFields } from './fields.js';
import { sqlPayloads } from './sql-payloads.js';
import { Sqlite } from '../../src/db/sqlite.js';

/** 500 payloads: nothing is read, changed or broken by what people type. */
const PAYLOADS = sqlPayloads();

const visited = visitedApp();
let at: At;

beforeAll(async () => {
  at = (await seedPlaces(visited.deps)).mataram;
  for (const username of ['ketua.mataram', 'admin']) await visited.person(username);
}, 60_000);

it(
  'takes 500 payloads in searches and filters as text: nothing changes, nothing breaks',
  async () => {
    const fields = await askedFields(visited, at);
    expect(fields.length).toBeGreaterThan(20);
    const before = contents();
    const faults: string[] = [];
    for (const [n, payload] of PAYLOADS.entries()) {
      const field = fields[n % fields.length];
      if (field === undefined) throw new Error('no field');
      const query = new URLSearchParams({ ...field.fields, [field.name]: payload }).toString();
      const client = await visited.person(field.username);
      const reply = await client.get(`${field.form.action.split('#')[0] ?? ''}?${query}`);
      if (![200, 303, 404, 422].includes(reply.status))
        faults.push(`${field.title}: ${reply.status}`);
      faults.push(...insideShown(withoutTyped(reply.text, payload)));
    }
    expect(faults).toEqual([]);
    expect(contents()).toEqual(before);
  },
  LONG_TEST_MS,
);

it(
  'takes 500 payloads in addresses, ids and versions as text',
  async () => {
    const before = contents();
    const faults: string[] = [];
    const lead = await visited.person('ketua.mataram');
    const admin = await visited.person('admin');
    for (const [n, payload] of PAYLOADS.entries()) {
      const [title, reply] = await ask(n, payload, lead, admin);
      if (![303, 400, 403, 404, 409, 422, 429].includes(reply.status)) {
        faults.push(`${title} ${JSON.stringify(payload)}: ${reply.status}`);
      }
      faults.push(...insideShown(withoutTyped(reply.text, payload)));
    }
    expect(faults).toEqual([]);
    expect(contents()).toEqual(before);
  },
  LONG_TEST_MS,
);

it(
  'keeps 500 payloads in a note exactly as text, and changes nothing else',
  async () => {
    const lead = await visited.person('ketua.mataram');
    const { indicators } = visited.deps.instruments.instrument('lke-2026');
    const before = contents();
    const elsewhere = await answeredElsewhere();
    const versions = new Map<string, number>();
    for (const [n, payload] of PAYLOADS.entries()) {
      const code = indicators[n % indicators.length]?.code ?? '';
      const version = versions.get(code) ?? (await noteOf(code))?.version ?? 0;
      const fields = { _csrf: await lead.token(), version: String(version), note: payload };
      const reply = await lead.post(`/lke/52.71/2026/jawaban/${code}`, fields);
      expect([n, reply.status]).toEqual([n, 303]);
      const row = await noteOf(code);
      expect(row?.note ?? '').toBe(normaliseText(payload));
      versions.set(code, row?.version ?? 0);
    }
    const changed = ['answer', 'history', 'score'];
    expect(without(contents(), changed)).toEqual(without(before, changed));
    expect(await answeredElsewhere()).toEqual(elsewhere);
  },
  LONG_TEST_MS,
);

it('signs nobody in by a payload', async () => {
  const before = await signedIn();
  for (const payload of PAYLOADS.filter((_payload, n) => n % 25 === 0)) {
    const client = httpClient(visited.url);
    await expect(client.signIn(payload, payload)).rejects.toThrow(/: (?:422|429)$/);
    await expect(client.signIn('admin', payload)).rejects.toThrow(/: (?:422|429)$/);
    await visited.deps.store.write((tx) => tx.deleteFrom('sign_in_attempt').execute());
  }
  expect(before.length).toBeGreaterThan(0);
  expect(await signedIn()).toEqual(before);
});

async function answeredElsewhere(): Promise<unknown> {
  return visited.deps.store.db
    .selectFrom('answer')
    .innerJoin('lke', 'lke.id', 'answer.lke_id')
    .selectAll('answer')
    .where('lke.satker_code', '!=', '52.71')
    .orderBy('lke_id')
    .orderBy('indicator_code')
    .execute();
}

async function signedIn(): Promise<readonly (number | null)[]> {
  const rows = await visited.deps.store.db
    .selectFrom('session')
    .select('user_id')
    .where('user_id', 'is not', null)
    .orderBy('user_id')
    .distinct()
    .execute();
  return rows.map(({ user_id }) => user_id);
}

async function ask(n: number, payload: string, lead: HttpClient, admin: HttpClient) {
  const typed = encodeURIComponent(payload);
  const lke = '/lke/52.71/2026';
  const post = async (client: HttpClient, address: string, fields: Record<string, string>) =>
    client.post(address, { _csrf: await client.token(), ...fields });
  const asks: readonly [string, () => ReturnType<HttpClient['get']>][] = [
    ['satker', () => lead.get(`/lke/${typed}/2026`)],
    ['year', () => lead.get(`/lke/52.71/${typed}`)],
    ['code', () => lead.get(`${lke}/jawaban/x${typed}`)],
    ['area', () => lead.get(`${lke}/area/x${typed}`)],
    ['evidence', () => lead.get(`${lke}/bukti/${at.evidence}${typed}x`)],
    ['version', () => lead.get(`${lke}/bukti/${at.evidence}/versi/1${typed}x/berkas`)],
    ['link', () => lead.get(`${lke}/jawaban/A.I.1.i.a/bukti/${at.link}${typed}x/pelepasan`)],
    ['layout', () => lead.get(`${lke}/unduhan/${typed}.xlsx`)],
    ['member', () => lead.get(`/tim/52.71/anggota/${at.member}${typed}x`)],
    ['team', () => lead.get(`/tim/x${typed}`)],
    ['user', () => admin.get(`/admin/pengguna/${at.member}${typed}x`)],
    ['administered satker', () => admin.get(`/admin/satker/x${typed}`)],
    ['administered year', () => admin.get(`/admin/tahun/x${typed}`)],
    ['token', () => visited.anonymous().get(`/tautan/x${typed}`)],
    [
      'saved version',
      () => post(lead, `${lke}/jawaban/A.I.1.i.a`, { letter: 'Ya', version: `7${payload}` }),
    ],
    [
      'saved letter',
      () => post(lead, `${lke}/jawaban/A.I.1.i.a`, { letter: `x${payload}`, version: '0' }),
    ],
    [
      'role',
      () =>
        post(admin, `/admin/pengguna/${at.member}/peran`, { role: `x${payload}`, satker: '52' }),
    ],
    [
      'target',
      () => post(admin, '/admin/tahun/2026/sasaran', { satker: `x${payload}`, target: 'wbk' }),
    ],
    [
      'zone',
      () => post(admin, '/admin/satker/52.71', { name: 'X', zone: `x${payload}`, version: '1' }),
    ],
  ];
  const [title, send] = asks[n % asks.length] ?? asks[0] ?? [];
  if (title === undefined || send === undefined) throw new Error('nothing to ask');
  return [title, await send()] as const;
}

/** Every table but the sessions, read past the app. */
function contents(): Record<string, TableHash> {
  const db = new Sqlite(dataFolder(path.resolve(visited.folder)).database, { readonly: true });
  try {
    const schema = db.prepare('SELECT name, sql FROM sqlite_master ORDER BY name').all();
    const tables = without(tableHashes(db), ['session', 'sign_in_attempt']);
    return { ...tables, schema: { rows: schema.length, sha256: JSON.stringify(schema) } };
  } finally {
    db.close();
  }
}

function without(tables: Record<string, TableHash>, names: readonly string[]) {
  return Object.fromEntries(Object.entries(tables).filter(([name]) => !names.includes(name)));
}

async function noteOf(code: string): Promise<{ note: string; version: number } | undefined> {
  return visited.deps.store.db
    .selectFrom('answer')
    .innerJoin('lke', 'lke.id', 'answer.lke_id')
    .select(['answer.note', 'answer.version'])
    .where('lke.satker_code', '=', '52.71')
    .where('indicator_code', '=', code)
    .executeTakeFirst();
}

/** What was typed may be shown back; it is full of statements by intent. */
function withoutTyped(text: string, payload: string): string {
  const shown = payload
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;')
    .replaceAll('`', '&#x60;')
    .replaceAll('=', '&#x3D;');
  const tail = shown.slice(shown.search(/\s|\/\*/));
  return text.replaceAll(shown, '').replaceAll(shown.trim(), '').replaceAll(tail.trim(), '');
}
