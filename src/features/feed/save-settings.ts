import { appendHistory } from '../../db/history.js';
import type { Actor, Store } from '../../db/store.js';
import { settingsToken } from './form.js';
import { readFeedSettings, writeFeedSettings, type FeedSettings } from './settings-store.js';

export type SavedSettings =
  { readonly kind: 'done' } | { readonly kind: 'stale'; readonly stored: FeedSettings };

/** Takes effect with the next request of the portal. */
export async function saveFeedSettings(
  store: Store,
  actor: Actor,
  change: { readonly settings: FeedSettings; readonly seen: string },
  at: Date,
): Promise<SavedSettings> {
  return store.write(async (tx) => {
    const stored = await readFeedSettings(tx);
    if (settingsToken(stored) === settingsToken(change.settings)) return { kind: 'done' };
    if (settingsToken(stored) !== change.seen) return { kind: 'stale', stored };
    await writeFeedSettings(tx, change.settings);
    const entry = {
      action: 'feed.edit',
      subject: 'portalrb',
      before: kept(stored),
      after: kept(change.settings),
    };
    await appendHistory(tx, actor, entry, at);
    return { kind: 'done' };
  });
}

function kept({ enabled, base, year }: FeedSettings) {
  return { feed: enabled ? 'on' : 'off', feedBase: base, feedYear: year };
}
