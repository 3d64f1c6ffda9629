import type { Request, RequestHandler, Response } from 'express';
import { requireRight } from '../../db/history.js';
import type { Actor } from '../../db/store.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { actorOf } from '../../web/actor.js';
import type { Deps } from '../../web/deps.js';
import { receiveUpload, type Upload } from '../../web/uploads.js';
import { MOST_FILE_BYTES } from '../../workbook/read/limits.js';
import { workbookProblem } from '../../workbook/read/upload-problem.js';
import type { LkeReading } from '../../workbook/recognise/lke-reading.js';
import { importPlaceOf, type ImportPlace } from './import-place.js';
import { importListPage } from './list-page.js';
import { onlyWorkbook, readForLke } from './read-upload.js';
import { dropOldPreviews, insertImport, listImports } from './store.js';

/** Open previews of one LKE; the oldest makes room. */
const MOST_PREVIEWS = 20;
const PREVIEW_MS = 7 * 24 * 60 * 60 * 1000;

export function showImports(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await importPlaceOf(deps, req, res);
    if (place !== null) await renderList(deps, req, res, place, [], 200);
  };
}

/** Reads the file and keeps what it says as a preview; the file itself is not kept. */
export function postImport(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await importPlaceOf(deps, req, res);
    if (place === null) return;
    if (place.lke.openness === 'none') {
      await renderList(deps, req, res, place, [{ field: '', code: 'import-closed' }], 409);
      return;
    }
    const options = {
      blobs: deps.blobs,
      field: 'file',
      maxFiles: 1,
      maxFileBytes: MOST_FILE_BYTES,
    };
    await receiveUpload(req, res, options, (upload) => preview(deps, req, res, place, upload));
  };
}

async function preview(
  deps: Deps,
  req: Request,
  res: Response,
  place: ImportPlace,
  upload: Upload,
): Promise<void> {
  const refuse = (problems: readonly Problem[]) => renderList(deps, req, res, place, problems, 422);
  if (upload.problems.length > 0) return refuse(upload.problems.map(workbookProblem));
  const file = onlyWorkbook(upload.files);
  if (!file.ok) return refuse(file.problems);
  const { name, staged } = file.value;
  const onFault = (fault: string) => deps.log.error({ fault }, 'the workbook reader failed');
  const readings = await readForLke(staged.path, place.lke, { onFault });
  if (!readings.ok) return refuse(readings.problems.map((one) => ({ ...one, field: 'file' })));
  const { sha256, size } = staged;
  const actor = actorOf(req, place.user, 'lke.import', place.lke.satker);
  const facts = { fileName: name, sha256, size };
  const id = await keep(deps, place, actor, facts, readings.value);
  res.redirect(303, paths.import(place.lke.satker.code, place.lke.year, id));
}

function keep(
  deps: Deps,
  { lke }: ImportPlace,
  actor: Actor,
  file: { readonly fileName: string; readonly sha256: string; readonly size: number },
  readings: readonly LkeReading[],
): Promise<number> {
  const now = deps.clock();
  const expiresAt = new Date(now.getTime() + PREVIEW_MS).toISOString();
  const who = { ...actor, at: now.toISOString() };
  return deps.store.write(async (tx) => {
    await requireRight(tx, actor);
    await dropOldPreviews(tx, lke.id, MOST_PREVIEWS - 1);
    return insertImport(tx, { lkeId: lke.id, ...file, readings, expiresAt }, who);
  });
}

/** The list with the form, and why something was refused. */
export async function renderList(
  deps: Deps,
  req: Request,
  res: Response,
  place: ImportPlace,
  problems: readonly Problem[],
  status: number,
): Promise<void> {
  const now = deps.clock().toISOString();
  const earlier = await listImports(deps.store.db, place.lke.id, now);
  const page = importListPage(place, earlier, deps.version, problems);
  deps.pages.render(req, res, 'imports/list', page, status);
}
