import type { Request, Response } from 'express';
import multer from 'multer';
import type { BlobStore, StagedBlob } from '../blobs/blob-store.js';
import type { Problem } from '../domain/problem.js';
import { hasValidToken } from './csrf-token.js';
import { renderError, renderExpiredForm } from './error-page.js';
import { stagingStorage } from './upload-staging.js';
import { safeFileName } from './upload-name.js';

/** The only addresses that take multipart bodies; the reader of each checks the form token itself. */
const UPLOAD_PATHS = [
  /^\/lke\/[^/]+\/\d+\/bukti\/baru$/,
  /^\/lke\/[^/]+\/\d+\/bukti\/\d+\/versi$/,
  /^\/lke\/[^/]+\/\d+\/jawaban\/[^/]+\/bukti$/,
  /^\/lke\/[^/]+\/\d+\/impor$/,
  /^\/lke\/[^/]+\/\d+\/tpn\/berkas$/,
  /^\/admin\/pengguna\/impor$/,
  /^\/admin\/tahun\/\d+\/naskah$/,
] as const;

export function isUploadPath(path: string): boolean {
  return UPLOAD_PATHS.some((pattern) => pattern.test(path));
}

export interface UploadOptions {
  readonly blobs: Pick<BlobStore, 'stage' | 'discard'>;
  /** Name of the file input; a file under any other name is refused. */
  readonly field: string;
  readonly maxFiles: number;
  readonly maxFileBytes: number;
}

export interface ReceivedFile {
  /** Fit for display, never a path. */
  readonly name: string;
  readonly staged: StagedBlob;
}

export interface Upload {
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly ReceivedFile[];
  /** A file too large or too many of them: reading stopped there, and no file is handed on. */
  readonly problems: readonly Problem[];
}

const MOST_FIELDS = 200;
const FIELD_BYTES = 64 * 1024;

/**
 * Reads a form with files and hands it to `use`. Who may send here is decided before. The form
 * token must stand before the first file; without it no file is stored and the answer is 403 with
 * what was typed.
 * Whatever `use` has not kept is gone afterwards, also when it throws or the line is cut.
 */
export async function receiveUpload(
  req: Request,
  res: Response,
  options: UploadOptions,
  use: (upload: Upload) => Promise<void>,
): Promise<void> {
  const files: ReceivedFile[] = [];
  try {
    const body = await readBody(req, res, options, files);
    const { error } = body;
    const problem = error === null ? null : problemOf(error, options);
    if (body.isUnproven || !hasValidToken(req)) renderExpiredForm(req, res);
    else if (error !== null && problem === null) refuse(req, res, error);
    else if (hasList(req.body)) renderError(req, res, 400);
    else if (problem === null) {
      await use({ fields: textFields(req.body), files: asSent(req, files), problems: [] });
    } else await use({ fields: textFields(req.body), files: [], problems: [problem] });
  } finally {
    await Promise.all(files.map((file) => options.blobs.discard(file.staged)));
  }
}

/** In the order of the form, whichever was written first. */
function asSent(req: Request, files: readonly ReceivedFile[]): readonly ReceivedFile[] {
  const sent = Array.isArray(req.files) ? req.files : [];
  return sent.flatMap(({ path }) => files.find((file) => file.staged.path === path) ?? []);
}

interface ReadBody {
  /** What stopped the reading, if anything. */
  readonly error: Error | null;
  /** A file came before a valid token: it was passed over. */
  readonly isUnproven: boolean;
}

/** Resolves when the body has been read to its end. */
function readBody(
  req: Request,
  res: Response,
  options: UploadOptions,
  files: ReceivedFile[],
): Promise<ReadBody> {
  let isUnproven = false;
  const reader = multer({
    storage: stagingStorage(options.blobs, options.maxFileBytes, (originalName, staged) =>
      files.push({ name: safeFileName(originalName), staged }),
    ),
    fileFilter: (_req, _file, done) => {
      const isProven = hasValidToken(req);
      isUnproven ||= !isProven;
      done(null, isProven);
    },
    limits: {
      fieldNameSize: 100,
      fieldSize: FIELD_BYTES,
      fields: MOST_FIELDS,
      fileSize: options.maxFileBytes,
      files: options.maxFiles,
      parts: MOST_FIELDS + options.maxFiles,
      headerPairs: 20,
      fieldNestingDepth: 0,
      fieldArrayIndexLimit: 0,
    },
    // Browsers send names as UTF-8.
    defParamCharset: 'utf8',
    preservePath: false,
  });
  return new Promise((resolve) => {
    void reader.array(options.field)(req, res, (error?: unknown) => {
      resolve({ error: error === undefined ? null : toError(error), isUnproven });
    });
  });
}

/** What the person can mend, said on the form's page. */
function problemOf(error: Error, options: UploadOptions): Problem | null {
  if (!(error instanceof multer.MulterError)) return null;
  const { field, maxFiles, maxFileBytes } = options;
  if (error.code === 'LIMIT_FILE_SIZE') {
    const name = safeFileName('filename' in error ? String(error.filename) : '');
    return { field, code: 'file-too-large', args: { name, max: maxFileBytes } };
  }
  if (error.code !== 'LIMIT_FILE_COUNT') return null;
  return { field, code: 'too-many-files', args: { max: maxFiles } };
}

/** A form no page of ours sends, a cut line, or a fault of the disk. */
function refuse(req: Request, res: Response, error: Error): void {
  if (req.destroyed && !req.readableEnded) return;
  if ('syscall' in error) throw error;
  renderError(req, res, error instanceof multer.MulterError && isTooMuch(error) ? 413 : 400);
}

function isTooMuch({ code }: multer.MulterError): boolean {
  return ['LIMIT_FIELD_VALUE', 'LIMIT_FIELD_COUNT', 'LIMIT_PART_COUNT'].includes(code);
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function hasList(body: unknown): boolean {
  return Object.values(body ?? {}).some((value) => typeof value !== 'string');
}

function textFields(body: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(body ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== '_csrf',
    ),
  );
}
