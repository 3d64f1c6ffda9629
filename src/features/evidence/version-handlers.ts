import type { Request, RequestHandler, Response } from 'express';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { versionText } from '../../text/messages/evidence-pages.js';
import { actorOf } from '../../web/actor.js';
import { renderConflict } from '../../web/conflict-page.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import { fileAgain } from '../../web/form-problems.js';
import { receiveUpload, type Upload } from '../../web/uploads.js';
import { addVersion, type VersionAdded } from './add-version.js';
import { versionConflict } from './conflicts.js';
import { detailsOf } from './edit-details.js';
import { movableUses } from './evidence-page.js';
import { usesOf } from './evidence-store.js';
import { parseDetails, readContentForm, readDetailsForm, tickedIds } from './form.js';
import { typedOf } from './details-typed.js';
import { stop, teamPlaceOf, usableEvidenceAt, type EvidencePlace } from './place.js';
import { receiveContent, refusalStatus } from './receive-content.js';
import { evidenceLimits } from './store.js';
import { versionPage } from './version-page.js';

/** GET: the form of a new version. */
export function showVersion(deps: Deps): RequestHandler {
  return async (req, res) => {
    const target = await targetOf(deps, req, res);
    if (target !== null) await renderForm(deps, req, res, target, null);
  };
}

/** POST: one file or one link as the next version. */
export function postVersion(deps: Deps): RequestHandler {
  return async (req, res) => {
    const target = await targetOf(deps, req, res);
    if (target === null) return;
    const limits = await evidenceLimits(deps.store.db);
    const options = {
      blobs: deps.blobs,
      field: 'files',
      maxFiles: 1,
      maxFileBytes: limits.fileBytes,
    };
    await receiveUpload(req, res, options, async (upload) => {
      const result = await add(deps, req, target, upload);
      await answer(deps, req, res, target, upload, result);
    });
  };
}

function targetOf(deps: Deps, req: Request, res: Response): Promise<EvidencePlace | null> {
  return usableEvidenceAt(deps, req, res, teamPlaceOf(deps, req, res));
}

async function add(
  deps: Deps,
  req: Request,
  { place, evidence }: EvidencePlace,
  upload: Upload,
): Promise<VersionAdded> {
  const typed = readDetailsForm(upload.fields);
  const days = parseDetails({ ...typed, name: '', kind: '', physicalLocation: '' });
  const items = await receiveContent(upload, 1);
  const problems = [...(items.ok ? [] : items.problems), ...(days.ok ? [] : days.problems)];
  if (!items.ok || !days.ok || problems.length > 0) return { outcome: 'refused', problems };
  const [item] = items.value;
  if (item === undefined) {
    return { outcome: 'refused', problems: [{ field: 'files', code: 'evidence-nothing' }] };
  }
  const { user, lke } = place;
  const movable = movableUses(await usesOf(deps.store.db, evidence.id), place);
  const wanted = new Set(tickedIds(upload.fields, 'link-'));
  const { documentDay, periodFrom, periodTo, validUntil } = days.value;
  return addVersion(deps, {
    lke,
    evidenceId: evidence.id,
    expectedVersion: typed.version,
    item,
    days: { documentDay, periodFrom, periodTo, validUntil },
    moveLinkIds: new Set(movable.map(({ linkId }) => linkId).filter((id) => wanted.has(id))),
    allowSame: readContentForm(upload.fields).duplicate !== '',
    actor: actorOf(req, user, 'evidence.manage', lke.satker),
  });
}

async function answer(
  deps: Deps,
  req: Request,
  res: Response,
  target: EvidencePlace,
  upload: Upload,
  result: VersionAdded,
): Promise<void> {
  const { place, evidence } = target;
  const { fields } = upload;
  switch (result.outcome) {
    case 'withdrawn':
      stop(deps, req, res, result.outcome);
      return;
    case 'missing':
      renderError(req, res, 404);
      return;
    case 'stale':
      renderConflict(req, res, deps.pages, versionConflict(place, result.stored, fields));
      return;
    case 'refused':
      await renderForm(deps, req, res, target, {
        fields,
        problems: [...result.problems, ...fileAgain(upload, 'files')],
      });
      return;
    case 'added':
    case 'unchanged':
      setFlash(
        req,
        'done',
        result.outcome === 'added'
          ? versionText.done(result.number, result.moved)
          : versionText.unchanged,
      );
      res.redirect(303, paths.evidence(place.satkerCode, place.year, evidence.id));
  }
}

async function renderForm(
  deps: Deps,
  req: Request,
  res: Response,
  { place, evidence }: EvidencePlace,
  typed: { fields: Readonly<Record<string, string>>; problems: readonly Problem[] } | null,
): Promise<void> {
  const problems = typed?.problems ?? [];
  const fresh = { ...typedOf(detailsOf(evidence)), version: evidence.version };
  const page = versionPage({
    place,
    evidence,
    limits: await evidenceLimits(deps.store.db),
    uses: await usesOf(deps.store.db, evidence.id),
    appVersion: deps.version,
    details: typed === null ? { ...fresh, ...NO_DAYS } : readDetailsForm(typed.fields),
    content: readContentForm(typed?.fields ?? {}),
    ticked: typed === null ? null : new Set(tickedIds(typed.fields, 'link-')),
    problems,
  });
  const status = problems.length === 0 ? 200 : refusalStatus(problems);
  deps.pages.render(req, res, 'evidence/version', page, status);
}

/** A new version has its own days: those of the last one would go unnoticed. */
const NO_DAYS = { documentDay: '', periodFrom: '', periodTo: '', validUntil: '' } as const;
