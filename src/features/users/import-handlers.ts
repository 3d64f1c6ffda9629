import { readFile } from 'node:fs/promises';
import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Problem } from '../../domain/problem.js';
import { usersText } from '../../text/messages/users.js';
import { adminActorOf } from '../../web/actor.js';
import type { Deps } from '../../web/deps.js';
import { userOf } from '../../web/signed-in.js';
import { fileAgain } from '../../web/form-problems.js';
import { receiveUpload, type Upload } from '../../web/uploads.js';
import { decodeCsv } from './import-csv.js';
import { importDoneCsv, importDonePage, importPage, importPreviewPage } from './import-page.js';
import { importUsers, previewImport } from './import-users.js';

const MOST_BYTES = 1_000_000;
const BODY = z.object({
  text: z.string().catch(''),
  confirm: z.enum(['', 'page', 'csv']).catch(''),
});

export function showImport(deps: Deps): RequestHandler {
  return (req, res) => deps.pages.render(req, res, 'users/import', importPage(''));
}

/** A file or pasted text is only looked at; the confirmation sends the text again and writes. */
export function postImport(deps: Deps): RequestHandler {
  return async (req, res) => {
    if (req.is('multipart/form-data')) {
      const options = { blobs: deps.blobs, field: 'file', maxFiles: 1, maxFileBytes: MOST_BYTES };
      await receiveUpload(req, res, options, (upload) => previewFile(deps, req, res, upload));
      return;
    }
    const { text, confirm } = BODY.parse(req.body ?? {});
    if (confirm === '') await preview(deps, req, res, text);
    else await confirmed(deps, req, res, text, confirm);
  };
}

async function previewFile(deps: Deps, req: Request, res: Response, upload: Upload): Promise<void> {
  const [file] = upload.files;
  const again = fileAgain(upload, 'file');
  if (upload.problems.length > 0) {
    refuse(deps, req, res, '', [...upload.problems, ...again]);
    return;
  }
  const text = file === undefined ? null : decodeCsv(await readFile(file.staged.path));
  if (text === null) refuse(deps, req, res, '', [{ field: 'file', code: 'csv-missing' }]);
  else if (!text.ok) refuse(deps, req, res, '', [...text.problems, ...again]);
  else await preview(deps, req, res, text.value);
}

async function preview(deps: Deps, req: Request, res: Response, text: string): Promise<void> {
  const plan = await previewImport(deps.store.db, text);
  if (!plan.ok) {
    refuse(deps, req, res, text, plan.problems);
    return;
  }
  const status = plan.value.every((row) => row.user !== null) ? 200 : 422;
  const page = importPreviewPage(text, plan.value);
  deps.pages.render(req, res, 'users/import-preview', page, status);
}

async function confirmed(
  deps: Deps,
  req: Request,
  res: Response,
  text: string,
  as: 'page' | 'csv',
): Promise<void> {
  const result = await importUsers(deps, adminActorOf(req, userOf(res)), text);
  const { publicUrl } = deps.config;
  if (result.kind !== 'done') {
    await preview(deps, req, res, text);
  } else if (as === 'csv') {
    res
      .attachment(usersText.importFile)
      .type('text/csv')
      .send(importDoneCsv(publicUrl, result.users));
  } else {
    deps.pages.render(req, res, 'users/import-done', importDonePage(publicUrl, result.users));
  }
}

function refuse(
  deps: Deps,
  req: Request,
  res: Response,
  text: string,
  problems: readonly Problem[],
): void {
  deps.pages.render(req, res, 'users/import', importPage(text, problems), 422);
}
