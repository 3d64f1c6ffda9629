import { dataFolder } from './db/data-folder.js';
import { isBlobUsed } from './features/evidence/store.js';
import { sweepImports } from './features/imports/store.js';
import { forgetOldNotifications, remindOfDeadlines } from './features/notifications/remind.js';
import { sweepJobs } from './features/recap/job-files.js';
import { sweepAttempts } from './features/sign-in/attempt-store.js';
import { sweepFiles } from './features/tpn/result-store.js';
import { sweepDrafts } from './features/wording/draft-store.js';
import { sweepSessions } from './web/session-store.js';
import type { Deps } from './web/deps.js';

const HOUR_MS = 60 * 60 * 1000;

/** Every hour: sessions and sign-in counters that serve nobody any more, files that no evidence row names, old results of jobs and old notifications; and those whose stage ends soon are reminded. */
export function startHousekeeping(deps: Deps): { stop(): void } {
  const timer = setInterval(() => void sweep(deps), HOUR_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/** One round; a fault is logged and tried again the next hour. */
export async function sweep(deps: Deps): Promise<void> {
  try {
    await sweepSessions(deps.store, deps.clock());
    await sweepAttempts(deps.store, deps.clock());
    await deps.store.write((tx) => sweepImports(tx, deps.clock().toISOString()));
    await deps.store.write((tx) => sweepDrafts(tx, deps.clock()));
    await deps.store.write((tx) => sweepFiles(tx, deps.clock().toISOString()));
    await sweepJobs(deps.store, dataFolder(deps.config.dataFolder).exports, deps.clock());
    await remindOfDeadlines(deps);
    await forgetOldNotifications(deps);
    await deps.blobs.sweep((sha256) => isBlobUsed(deps.store.db, sha256), HOUR_MS);
  } catch (error) {
    deps.log.error({ err: error }, 'housekeeping failed');
  }
}
