import type { RequestHandler } from 'express';
import { paths } from '../../paths.js';
import { isPreviewed } from '../../web/answer-evidence.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { claimedEvidence, newestSubmission } from './claim-store.js';
import { openedBy, recordOpening } from './opening-store.js';
import { indicatorPlaceOf } from './place.js';

/** GET: to the document itself; that this person opened it is kept for accepting together. */
export function openEvidence(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await indicatorPlaceOf(deps, req, res, 'read');
    if (place === null) return;
    const { store } = deps;
    const { lke, user, indicator } = place;
    const { version = '', way = '' } = req.params as Record<string, string>;
    const handed = await newestSubmission(store.db, lke.id);
    const rows = await claimedEvidence(store.db, lke.id, handed);
    const found = rows.find(
      (row) => row.indicatorCode === indicator.code && String(row.versionId) === version,
    );
    if (found === undefined || found.purged || (way !== 'lihat' && way !== 'unduh')) {
      renderError(req, res, 404);
      return;
    }
    const opened = await openedBy(store.db, user.userId, lke.satker.code);
    if (!opened.has(found.versionId)) {
      const at = deps.clock().toISOString();
      await store.write((tx) => recordOpening(tx, user.userId, found.versionId, at));
    }
    const at = [lke.satker.code, lke.year, found.evidenceId, found.version] as const;
    const shows = way === 'lihat' && isPreviewed(found);
    const file = shows ? paths.evidencePreview(...at) : paths.evidenceFile(...at);
    res.redirect(303, found.url ?? file);
  };
}
