import type { Request, RequestHandler } from 'express';
import type { Deps } from '../../web/deps.js';
import { isOutage } from '../../web/errors.js';
import { userOf } from '../../web/signed-in.js';
import type { Waiting } from '../../web/waiting-store.js';
import { listNotifications, markRead } from './store.js';
import { linkOf } from './told.js';

/** More unread ones than these are marked on their own page. */
const LOOKED_AT = 200;

type SeenDeps = Pick<Deps, 'store' | 'clock'>;

/**
 * Whoever opens the page that a notification leads to has read it, by whichever way they came: a link
 * in a mail, the list of satker, a bookmark. Only the person's own notifications, only where a page is
 * really opened: not by a look ahead, by a script, or by somebody who is not signed in.
 */
export function readWhatIsOpened(deps: SeenDeps): RequestHandler {
  return async (req, res, next) => {
    const waiting = res.locals['waiting'] as Waiting;
    if (waiting.unread > 0 && isOpened(req)) {
      const read = await markSeen(deps, userOf(res).userId, req.path);
      res.locals['waiting'] = { ...waiting, unread: waiting.unread - read };
    }
    next();
  };
}

/** How many are read now. */
async function markSeen({ store, clock }: SeenDeps, userId: number, path: string): Promise<number> {
  const page = { unreadOnly: true, limit: LOOKED_AT, offset: 0 };
  const list = await listNotifications(store.db, userId, page);
  const here = list.filter((one) => linkOf(one) === path);
  if (here.length === 0) return 0;
  const at = clock().toISOString();
  try {
    await store.write(async (tx) => {
      for (const { id } of here) await markRead(tx, userId, { id }, at);
    });
  } catch (error) {
    // Where nothing can be written the page can still be read.
    if (isOutage(error)) return 0;
    throw error;
  }
  return here.length;
}

function isOpened(req: Request): boolean {
  const ahead = req.get('sec-purpose') ?? req.get('purpose') ?? req.get('x-moz') ?? '';
  return (
    req.method === 'GET' &&
    (req.get('sec-fetch-dest') ?? 'document') === 'document' &&
    !ahead.includes('prefetch')
  );
}
