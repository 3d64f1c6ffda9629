import type { Request, RequestHandler, Response } from 'express';
import { paths } from '../../paths.js';
import { dayIn } from '../../text/format.js';
import { isPreviewed } from '../../web/answer-evidence.js';
import type { Deps } from '../../web/deps.js';
import { sendDownload, sendInline } from '../../web/evidence-bytes.js';
import { findSharedEvidence, lastSubmissionOf, sharedEvidenceOf } from './frozen-evidence-store.js';
import type { LastSubmission, SharedEvidence } from './frozen-evidence-store.js';
import { findSharedPlace, isOpen, type SharedPlace } from './link-store.js';
import { recordUse } from './record-use.js';
import { claimedId, isSigned } from './share-address.js';
import { gonePage, sharedPage } from './shared-page.js';

type TokenParams = { token: string };
type FileParams = TokenParams & { id: string; number: string };

/** GET: what the holder of a link is shown of one LKE. */
export function showShared(deps: Deps): RequestHandler<TokenParams> {
  return async (req, res) => {
    const shared = await sharedAt(deps, req, res);
    if (shared === null) return;
    const { place, submission } = shared;
    const evidence = await sharedEvidenceOf(deps.store.db, submission.id);
    const instrument = deps.instruments.instrument(place.instrumentId);
    if (!(await counted(deps, req, place, null))) {
      refuse(deps, req, res);
      return;
    }
    const { token } = req.params;
    const page = sharedPage({ place, token, submission, evidence, instrument });
    deps.pages.render(req, res, 'share/shared', page);
  };
}

export function getSharedFile(deps: Deps): RequestHandler<FileParams> {
  return async (req, res) => {
    const file = await fileAt(deps, req, res, () => true);
    if (file !== null) await sendDownload(deps, res, file);
  };
}

export function getSharedPreview(deps: Deps): RequestHandler<FileParams> {
  return async (req, res) => {
    const file = await fileAt(deps, req, res, isPreviewed);
    if (file !== null) await sendInline(deps, res, file);
  };
}

/** Whatever else begins like a share link. */
export function showGone(deps: Deps): RequestHandler {
  return (req, res) => deps.pages.render(req, res, 'share/gone', gonePage(null), 404);
}

interface Shared {
  readonly place: SharedPlace;
  readonly submission: LastSubmission;
}

/** One answer for unknown, forged, expired and revoked alike. */
async function sharedAt<Params extends TokenParams>(
  deps: Deps,
  req: Request<Params>,
  res: Response,
): Promise<Shared | null> {
  const { token } = req.params;
  const id = claimedId(token);
  const place = id === null ? null : await findSharedPlace(deps.store.db, id);
  const today = place && dayIn(deps.clock(), place.timeZone);
  if (
    place &&
    today &&
    isSigned(deps.shareSecret, place.link, token) &&
    isOpen(place.link, today)
  ) {
    const submission = await lastSubmissionOf(deps.store.db, place.link.lkeId);
    if (submission !== null) return { place, submission };
  }
  refuse(deps, req, res);
  return null;
}

function refuse<Params extends TokenParams>(deps: Deps, req: Request<Params>, res: Response): void {
  deps.pages.render(req, res, 'share/gone', gonePage(null), 404);
}

/** The version the submission froze, with its bytes; recorded before a byte leaves. */
async function fileAt(
  deps: Deps,
  req: Request<FileParams>,
  res: Response,
  fits: (evidence: SharedEvidence) => boolean,
): Promise<(SharedEvidence & { readonly sha256: string }) | null> {
  const shared = await sharedAt(deps, req, res);
  if (shared === null) return null;
  const { token, id, number } = req.params;
  const isNumbered = [id, number].every((one) => /^[1-9]\d{0,14}$/.test(one));
  const found = isNumbered
    ? await findSharedEvidence(deps.store.db, shared.submission.id, Number(id), Number(number))
    : null;
  if (found === null || found.state !== 'open' || found.sha256 === null || !fits(found)) {
    deps.pages.render(req, res, 'share/gone', gonePage(paths.share(token)), 404);
    return null;
  }
  if (await counted(deps, req, shared.place, found)) return { ...found, sha256: found.sha256 };
  refuse(deps, req, res);
  return null;
}

/** Recorded as a use. HEAD shows nothing, so that mail and chat programs may look first unseen. */
async function counted<Params>(
  { store, clock }: Deps,
  req: Request<Params>,
  place: SharedPlace,
  file: SharedEvidence | null,
): Promise<boolean> {
  if (req.method === 'HEAD') return true;
  return recordUse(store, place, file, req.ip ?? '', clock());
}
