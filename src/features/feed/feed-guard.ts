import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { openYears } from '../../db/open-years.js';
import type { Deps } from '../../web/deps.js';
import { isOutage, RETRY_AFTER_SECONDS } from '../../web/errors.js';
import { publicAccess } from '../../web/public-access.js';
import { feedErrors, type FeedStatus } from '../../text/messages/feed.js';
import { refuseFeed } from './feed-reply.js';
import { readFeedSettings, type FeedSettings } from './settings-store.js';
import { findFeedToken, markTokenUsed, type FeedToken } from './token-store.js';

/** What a request of the portal carries once it was let in. */
export interface FeedCall {
  readonly settings: FeedSettings;
  readonly token: FeedToken;
}

function callOf(res: Response): FeedCall {
  return res.locals['feed'] as FeedCall;
}

const MINUTE_MS = 60_000;

/**
 * Only GET, only under the address that the administrator turned on (else all is 404), only with a
 * token that holds.
 */
export function enterFeed(deps: Deps): RequestHandler<{ base: string }> {
  return async (req, res, next) => {
    const { db } = deps.store;
    const settings = await readFeedSettings(db);
    const isThere = settings.enabled && settings.base === req.params.base;
    if (!isThere || (req.method !== 'GET' && req.method !== 'HEAD')) {
      refuseFeed(res, 404);
      return;
    }
    const text = /^Bearer ([\w-]{20,200})$/i.exec(req.get('authorization') ?? '')?.[1];
    const token = text === undefined ? null : await findFeedToken(db, text);
    if (token === null) {
      refuseFeed(res, 401);
      return;
    }
    res.locals['feed'] = { settings, token } satisfies FeedCall;
    next();
  };
}

/** The last use of a token, to the minute; behind its limit, so that a storm writes no more. */
export function noteUse(deps: Deps): RequestHandler {
  return async (req, res, next) => {
    await keepUse(deps, callOf(res).token, req.ip ?? '');
    next();
  };
}

async function keepUse({ store, clock }: Deps, token: FeedToken, address: string): Promise<void> {
  const now = clock();
  const last = token.lastUsedAt === null ? 0 : Date.parse(token.lastUsedAt);
  if (now.getTime() - last < MINUTE_MS && token.lastAddress === address) return;
  await store.write((tx) => markTokenUsed(tx, token.id, address, now.toISOString()));
}

/** Requests per minute of one token. */
export function tokenLimit(deps: Deps): RequestHandler {
  const most = publicAccess()['feed.requests-per-minute'];
  return rateLimit({
    windowMs: MINUTE_MS,
    limit: Math.min(most, deps.config.requestsPerMinute),
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    keyGenerator: (_req, res) => `token:${callOf(res).token.id}`,
    handler: (_req, res) => refuseFeed(res, 429),
  });
}

/** The year that is asked for, if it was opened, or null where 403, 404 or 422 is made. */
export async function yearOf<Params>(
  { store }: Deps,
  req: Request<Params>,
  res: Response,
  right: 'mayList' | 'mayRead',
): Promise<number | null> {
  const { settings, token } = callOf(res);
  const { tahun } = req.query as Record<string, unknown>;
  if (tahun !== undefined && (typeof tahun !== 'string' || !/^[1-9]\d{3}$/.test(tahun))) {
    refuseFeed(res, 422);
    return null;
  }
  const year = tahun === undefined ? settings.year : Number(tahun);
  if (!token[right] || (token.year !== null && token.year !== year)) {
    refuseFeed(res, 403);
    return null;
  }
  if (year !== null && (await openYears(store.db)).includes(year)) return year;
  refuseFeed(res, 404);
  return null;
}

/** Faults of the feed are JSON too; the log has the stack. */
export function feedFaults({ log }: Deps): ErrorRequestHandler {
  return (error: unknown, _req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const status = statusIn(error);
    if (status === 503) res.set('Retry-After', RETRY_AFTER_SECONDS);
    if (status >= 500) log.error({ err: error }, 'a request of the feed failed');
    refuseFeed(res, status);
  };
}

/** An address that cannot be decoded is bad input; all else is an outage or a fault of ours. */
function statusIn(error: unknown): FeedStatus {
  if (isOutage(error)) return 503;
  const status =
    typeof error === 'object' && error !== null && 'status' in error ? error.status : 500;
  if (status === 400) return 422;
  return typeof status === 'number' && status in feedErrors ? (status as FeedStatus) : 500;
}
