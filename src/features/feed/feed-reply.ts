import type { Response } from 'express';
import { feedErrors, type FeedStatus } from '../../text/messages/feed.js';

/** Every refusal of the feed has this one shape. */
export function refuseFeed(res: Response, status: FeedStatus): void {
  if (status === 401) res.set('WWW-Authenticate', 'Bearer');
  const { code, message } = feedErrors[status];
  res.status(status).json({ error: true, code, message });
}
