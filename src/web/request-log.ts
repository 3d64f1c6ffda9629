import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';

/**
 * One line per request, when it has ended: method, address and what came of it; no header, body,
 * cookie or secret. By hand: pino's own middleware makes a logger for each request, which cost a
 * page a twentieth of its time.
 */
export function requestLog(log: Logger): RequestHandler {
  let requests = 0;
  return (req, res, next) => {
    if (isQuiet(req)) {
      next();
      return;
    }
    requests += 1;
    const [id, began] = [requests, Date.now()];
    // Follows the last byte as well as a line that broke.
    res.once('close', () => {
      log.info(
        {
          req: { id, method: req.method, url: withoutSecret(req.originalUrl) },
          res: { statusCode: res.statusCode },
          responseTime: Date.now() - began,
        },
        res.writableFinished ? 'request completed' : 'request aborted',
      );
    });
    next();
  };
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

function isQuiet({ url }: Request): boolean {
  return url === '/sehat' || url.startsWith('/aset/');
}
