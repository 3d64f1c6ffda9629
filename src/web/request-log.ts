import type { IncomingMessage, RequestListener } from 'node:http';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

/** One line per request: method, address and what came of it; no header, body, cookie or secret. */
export function requestLog(log: Logger): RequestListener {
  return pinoHttp({
    logger: log,
    autoLogging: { ignore: isQuiet },
    serializers: {
      req: (req: { id: unknown; method: string; url: string; remoteAddress?: string }) => ({
        id: req.id,
        method: req.method,
        url: withoutSecret(req.url),
      }),
      res: (res: { statusCode: number }) => ({ statusCode: res.statusCode }),
    },
  });
}

/**
 * A one-time link is a key, and so is a share link: its token stays out of the log, also where the
 * address was mistyped or is the one to go back to after sign-in.
 */
export function withoutSecret(url: string): string {
  return url
    .replace(/^(\/+(?:tautan|b)\/+)[^/?]+/i, '$1…')
    .replace(/^(\/+pasang\?).*/i, '$1…')
    .replace(/\d+(?:\.|%2e)[\w-]{43}/gi, '…');
}

function isQuiet(req: IncomingMessage): boolean {
  return req.url === '/sehat' || (req.url?.startsWith('/aset/') ?? false);
}
