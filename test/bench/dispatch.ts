import { IncomingMessage, ServerResponse, type RequestListener } from 'node:http';
import { Socket } from 'node:net';
import { Writable } from 'node:stream';

export interface Dispatched {
  readonly status: number;
  readonly body: string;
}

/**
 * Takes one GET through the whole app without a network: the response is written in full, into
 * memory. What is left out is the kernel and the parsing of the request.
 */
export function dispatchGet(
  app: RequestListener,
  path: string,
  cookie: string,
): Promise<Dispatched> {
  const request = new IncomingMessage(new Socket());
  request.method = 'GET';
  request.url = path;
  request.httpVersion = '1.1';
  request.httpVersionMajor = 1;
  request.httpVersionMinor = 1;
  request.headers = { host: '127.0.0.1', cookie, 'accept-encoding': 'identity' };
  request.push(null);
  const response = new ServerResponse(request);
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  response.assignSocket(sink as unknown as Socket);
  return new Promise((resolve, reject) => {
    response.on('error', reject);
    response.on('finish', () => {
      const whole = Buffer.concat(chunks).toString('utf8');
      const body = whole.slice(whole.indexOf('\r\n\r\n') + 4);
      resolve({ status: response.statusCode, body });
    });
    app(request, response);
  });
}
