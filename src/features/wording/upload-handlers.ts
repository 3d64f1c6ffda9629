import type { Request, Response } from 'express';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import type { Deps } from '../../web/deps.js';
import { fileAgain } from '../../web/form-problems.js';
import { userOf } from '../../web/signed-in.js';
import { receiveUpload, type ReceivedFile, type Upload } from '../../web/uploads.js';
import { MOST_FILE_BYTES } from '../../workbook/read/limits.js';
import { workbookProblem } from '../../workbook/read/upload-problem.js';
import { keepDraft } from './draft-store.js';
import { readWordingFile } from './read-wording.js';
import { wordingPage } from './wording-page.js';
import type { WordingHandler, WordingYear } from './year-handler.js';

export function showWording(deps: Deps): WordingHandler {
  return async (req, res, of) => {
    deps.pages.render(req, res, 'wording/wording', await wordingPage(deps.store.db, of));
  };
}

/** Reads the workbook and keeps what it says for the preview; nothing of the year changes. */
export function postWordingFile(deps: Deps): WordingHandler {
  return async (req, res, of) => {
    const options = {
      blobs: deps.blobs,
      field: 'file',
      maxFiles: 1,
      maxFileBytes: MOST_FILE_BYTES,
    };
    await receiveUpload(req, res, options, (upload) => take(deps, req, res, of, upload));
  };
}

async function take(
  deps: Deps,
  req: Request,
  res: Response,
  of: WordingYear,
  upload: Upload,
): Promise<void> {
  const [file] = upload.files;
  if (file === undefined) {
    const missing = [{ field: 'file', code: 'wording-file-missing' }];
    const found = upload.problems.map(workbookProblem);
    const problems = found.length > 0 ? found : missing;
    await refuse(deps, req, res, of, [...problems, ...fileAgain(upload, 'file')]);
    return;
  }
  const read = await readWordingFile({
    path: file.staged.path,
    instrument: of.instrument,
    sheet: upload.fields['sheet'] ?? '',
    onFault: (detail) => deps.log.warn({ detail }, 'a workbook was not read'),
  });
  if (!read.ok) {
    await refuse(deps, req, res, of, [...read.problems, ...fileAgain(upload, 'file')]);
    return;
  }
  const id = await keep(deps, res, of, file, read.value);
  res.redirect(303, paths.adminWordingDraft(of.year, id));
}

function keep(
  deps: Deps,
  res: Response,
  { year }: WordingYear,
  { name, staged }: ReceivedFile,
  draft: Parameters<typeof keepDraft>[1]['draft'],
): Promise<number> {
  const file = { name, sha256: staged.sha256 };
  const made = { createdBy: userOf(res).userId, createdAt: deps.clock().toISOString() };
  return deps.store.write((tx) => keepDraft(tx, { year, file, draft, ...made }));
}

async function refuse(
  deps: Deps,
  req: Request,
  res: Response,
  of: WordingYear,
  problems: readonly Problem[],
): Promise<void> {
  const page = await wordingPage(deps.store.db, of, problems, sheetsOf(problems));
  deps.pages.render(req, res, 'wording/wording', page, 422);
}

/** The sheets among which one must be chosen, as the refusal names them. */
function sheetsOf(problems: readonly Problem[]): readonly string[] {
  const names = problems.find(({ field }) => field === 'sheet')?.args?.['names'];
  return typeof names === 'string' ? names.split('\n') : [];
}
