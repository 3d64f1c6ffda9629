import { sql } from 'kysely';
import type { Deps } from '../../src/web/deps.js';
import { formsIn, type Form } from '../support/html.js';
import { httpClient, multipart, type HttpClient, type Reply } from '../support/http-client.js';
import { PEOPLE, type LawRole } from './law.js';
import type { At } from './places.js';
import type { RouteCase, SentFile } from './registry.js';

/** Signed-in people, one session each, kept for the whole test file. */
export interface Visitors {
  person(username: string): Promise<HttpClient>;
  role(role: LawRole): Promise<HttpClient>;
  /** A new session that nobody has signed in to. */
  anonymous(): HttpClient;
}

export function visitorsOf(url: string): Visitors {
  const known = new Map<string, Promise<HttpClient>>();
  const person = (username: string): Promise<HttpClient> => {
    const client = known.get(username) ?? signedIn(url, username);
    known.set(username, client);
    return client;
  };
  return { person, role: (role) => person(PEOPLE[role]), anonymous: () => httpClient(url) };
}

/** A request ready to be sent by anybody: only the form token is theirs. */
export interface Prepared {
  readonly method: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly file: SentFile | null;
}

/** The body of a form as an able person would send it. */
export async function prepare(
  method: string,
  route: RouteCase,
  at: At,
  able: HttpClient,
): Promise<Prepared> {
  if (method === 'GET' || route.form === undefined) return { method, fields: {}, file: null };
  const { page, fill, file } = route.form;
  const typed = typeof fill === 'function' ? fill(at) : (fill ?? {});
  if (page === null) return { method, fields: typed, file: file?.() ?? null };
  const found = await able.get(page(at));
  if (found.status !== 200) throw new Error(`GET ${page(at)} answered ${found.status}`);
  const action = route.path(at).split('?')[0] ?? '';
  const fits = (form: Form): boolean =>
    form.action === action && form.isMultipart === (file !== undefined);
  const fields = formsIn(found.text).find(fits)?.fields;
  if (fields === undefined) throw new Error(`${page(at)} has no form to ${action}`);
  const { _csrf, ...rest } = fields;
  if (_csrf === undefined) throw new Error(`the form to ${route.path(at)} has no token`);
  return { method, fields: { ...rest, ...typed }, file: file?.() ?? null };
}

export async function sendPrepared(
  client: HttpClient,
  path: string,
  prepared: Prepared,
  token?: string,
): Promise<Reply> {
  if (prepared.method === 'GET') return client.get(path);
  const fields = { _csrf: token ?? (await client.token()), ...prepared.fields };
  if (prepared.file === null) return client.post(path, fields);
  const parts = Object.entries(fields).map(([name, value]) => ({ name, value }));
  const { field, name, bytes } = prepared.file;
  const type = 'application/octet-stream';
  return client.send('POST', path, multipart([...parts, { name: field, file: name, type, bytes }]));
}

/** Grows with every commit of the writing connection: equal means that nothing was written. */
export async function writesSoFar(deps: Deps): Promise<number> {
  const { rows } = await sql<{ data_version: number }>`PRAGMA data_version`.execute(deps.store.db);
  return rows[0]?.data_version ?? -1;
}

/** What two answers must share so that nobody can tell a foreign thing from a missing one. */
export function likeness(reply: Reply, token: string): unknown {
  const passing = ['date', 'ratelimit', 'content-length'];
  const headers = Object.entries(reply.headers).filter(([name]) => !passing.includes(name));
  return { status: reply.status, headers, body: reply.text.replaceAll(token, 'TOKEN') };
}

async function signedIn(url: string, username: string): Promise<HttpClient> {
  const client = httpClient(url);
  await client.signIn(username);
  await client.token();
  return client;
}
