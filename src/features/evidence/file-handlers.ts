import type { Request, RequestHandler, Response } from 'express';
import { isPreviewed } from '../../web/answer-evidence.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { sendDownload, sendPreview } from '../../web/evidence-bytes.js';
import type { EvidenceVersion } from './evidence-store.js';
import { evidenceAt, placeOf, stop } from './place.js';

/** GET: the bytes of one version, to be saved. */
export function getFile(deps: Deps): RequestHandler {
  return async (req, res) => {
    const version = await versionAt(deps, req, res);
    if (version !== null) await sendDownload(deps, res, version);
  };
}

/** GET: a PDF or a picture in a frame of ours. */
export function getPreview(deps: Deps): RequestHandler {
  return async (req, res) => {
    const version = await versionAt(deps, req, res);
    if (version === null) return;
    if (isPreviewed(version)) await sendPreview(deps, req, res, version);
    else renderError(req, res, 404);
  };
}

interface StoredFile extends EvidenceVersion {
  readonly sha256: string;
}

/** Through the same check as the page; a link, a purged version or a foreign one is missing. */
async function versionAt(deps: Deps, req: Request, res: Response): Promise<StoredFile | null> {
  const found = await evidenceAt(deps, req, res, placeOf(deps, req, res, 'lke.read'));
  if (found === null) return null;
  const { place, evidence } = found;
  const { number } = req.params;
  const version = evidence.versions.find((each) => String(each.number) === number);
  if (!version?.sha256 || version.purgedAt !== null) {
    renderError(req, res, 404);
    return null;
  }
  if (evidence.withdrawnAt !== null && !place.isTeam && !place.mayPurge) {
    stop(deps, req, res, 'withdrawnFile');
    return null;
  }
  return { ...version, sha256: version.sha256 };
}
