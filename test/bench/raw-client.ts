import { connect, type Socket } from 'node:net';

const HEAD_END = '\r\n\r\n';

/** One answer of a server, headers as they came. */
export interface RawReply {
  readonly status: number;
  readonly head: string;
  readonly body: Buffer;
}

/**
 * One kept-alive connection on loopback that has one request under way at a time. Far cheaper than
 * node:http's client, so that the generator is not what limits the faster side. Knows bodies with
 * Content-Length only.
 */
export interface RawConnection {
  send(request: Buffer): Promise<RawReply>;
  close(): void;
}

export async function openRaw(port: number): Promise<RawConnection> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  return connectionOver(socket);
}

/** The bytes of one request; no Accept-Encoding but identity, so that nobody compresses. */
export function rawRequest(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): Buffer {
  const all = {
    Host: '127.0.0.1',
    'Accept-Encoding': 'identity',
    ...headers,
    ...(method === 'GET' ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }),
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
}

function connectionOver(socket: Socket): RawConnection {
  let chunks: Buffer[] = [];
  let waiting: { resolve: (reply: RawReply) => void; reject: (error: Error) => void } | null = null;

  function fail(error: Error): void {
    waiting?.reject(error);
    waiting = null;
  }

  socket.on('data', (chunk) => {
    chunks.push(chunk);
    try {
      const reply = replyIn(chunks);
      if (reply === null) return;
      chunks = [];
      const { resolve } = waiting ?? {};
      waiting = null;
      resolve?.(reply);
    } catch (error) {
      fail(error as Error);
    }
  });
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('the server closed the connection')));

  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close: () => void socket.destroy(),
  };
}

/** The reply, once it is whole. */
function replyIn(chunks: readonly Buffer[]): RawReply | null {
  const [only, ...more] = chunks;
  if (only === undefined) return null;
  const first = more.length > 0 && !only.includes(HEAD_END) ? Buffer.concat(chunks) : only;
  const end = first.indexOf(HEAD_END);
  if (end === -1) return null;
  const head = first.toString('latin1', 0, end);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length === undefined) throw new Error(`a reply without Content-Length: ${head}`);
  const whole = end + 4 + Number(length);
  const have = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  if (have < whole) return null;
  if (have > whole) throw new Error('more bytes than one reply');
  const status = Number(head.slice(9, 12));
  return { status, head, body: Buffer.concat(chunks).subarray(end + 4) };
}
