import { Agent, createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { CAST_PASSWORD } from '../../fixtures/cast.js';
import { tokenIn } from './app.js';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
}

export type Fields = Readonly<Record<string, string>>;

/** One browser-like visitor over real HTTP: keeps its cookie, sends exactly what it is told. */
export interface HttpClient {
  cookie: string;
  send(
    method: string,
    path: string,
    options?: { headers?: Readonly<Record<string, string>>; body?: Buffer | string },
  ): Promise<Reply>;
  get(path: string): Promise<Reply>;
  /** Urlencoded, without adding a token. */
  post(path: string, fields: Fields): Promise<Reply>;
  /** The form token of this session, read from a page. */
  token(): Promise<string>;
  signIn(username: string, password?: string): Promise<void>;
}

export interface Listening {
  readonly url: string;
  readonly server: Server;
  close(): Promise<void>;
}

/** The app on a free loopback port. */
export async function listen(app: Express, port = 0): Promise<Listening> {
  const server = createServer(app);
  // A kept connection that closes in the very moment it is used again is no matter of these tests.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${bound}`,
    server,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export function httpClient(origin: string, options = { keepAlive: true }): HttpClient {
  const agent = new Agent({ ...options, maxSockets: 4 });
  let token: string | null = null;
  const client: HttpClient = {
    cookie: '',
    async send(method, path, options = {}) {
      const reply = await sendOnce(
        agent,
        origin,
        method,
        path,
        {
          ...(client.cookie === '' ? {} : { cookie: client.cookie }),
          ...options.headers,
        },
        options.body,
      );
      keepCookie(client, reply);
      return reply;
    },
    get: (path) => client.send('GET', path),
    post: (path, fields) =>
      client.send('POST', path, {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields).toString(),
      }),
    async token() {
      token ??= tokenIn((await client.get('/sandi')).text);
      return token;
    },
    async signIn(username, password = CAST_PASSWORD) {
      const page = await client.get('/masuk');
      const fields = { _csrf: tokenIn(page.text), username, password };
      const reply = await client.post('/masuk', fields);
      if (reply.status !== 303) throw new Error(`sign-in of ${username}: ${reply.status}`);
      token = null;
    },
  };
  return client;
}

/** A multipart body written by hand, so that order and faults are the test's own. */
export function multipart(
  parts: readonly (
    | { readonly name: string; readonly value: string }
    | {
        readonly name: string;
        readonly file: string;
        readonly type: string;
        readonly bytes: Buffer;
      }
  )[],
): { headers: Record<string, string>; body: Buffer } {
  const boundary = '----batas-uji';
  const chunks = parts.flatMap((part) => {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${part.name}"`;
    return 'value' in part
      ? [Buffer.from(`${head}\r\n\r\n${part.value}\r\n`)]
      : [
          Buffer.from(`${head}; filename="${part.file}"\r\nContent-Type: ${part.type}\r\n\r\n`),
          part.bytes,
          Buffer.from('\r\n'),
        ];
  });
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

function sendOnce(
  agent: Agent,
  origin: string,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: Buffer | string | undefined,
): Promise<Reply> {
  const { hostname, port } = new URL(origin);
  const length: Record<string, string> =
    body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const options = { agent, hostname, port, method, path, headers: { ...headers, ...length } };
    const outgoing = request(options, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const text = bytes.toString('utf8');
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: bytes, text });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function keepCookie(client: HttpClient, reply: Reply): void {
  const set = reply.headers['set-cookie']?.[0];
  if (set !== undefined) client.cookie = set.split(';')[0] ?? '';
}
