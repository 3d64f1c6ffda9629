import type { Request, Response } from 'express';
import multer from 'multer';
import { hasValidToken } from './csrf-token.js';
import { renderExpiredForm } from './error-page.js';
import { formPage, textFields } from './typed-form.js';

/** More than the largest form without files that is read at all (app.ts), escaped. */
const MAX_HELD = 1024 * 1024;
const FIELD_BYTES = 64 * 1024;

export type Holding =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'held'; readonly path: string }
  | { readonly kind: 'refused' };

/**
 * A form that arrives after its session ended: keeps its text (never its files) for the person
 * whose session it was, and says to which page it belongs; 'refused' where the response is made.
 */
export async function holdForm(req: Request, res: Response): Promise<Holding> {
  const userId = req.session.expiredUserId;
  if (req.method !== 'POST' || isStranger(req)) return { kind: 'nothing' };
  if (req.is('multipart/form-data')) {
    await readTextOnly(req, res);
    if (!hasValidToken(req)) {
      renderExpiredForm(req, res);
      return { kind: 'refused' };
    }
  }
  if (userId === undefined) return { kind: 'nothing' };
  const fields = textFields(req.body);
  const path = formPage(req);
  if (JSON.stringify(fields).length > MAX_HELD) return { kind: 'nothing' };
  req.session.heldForm = { userId, path, fields };
  return { kind: 'held', path };
}

/** No form of ours was ever shown to this session, so nothing of it is worth reading. */
function isStranger({ session }: Request): boolean {
  return session.csrfToken === undefined && session.expiredUserId === undefined;
}

function readTextOnly(req: Request, res: Response): Promise<void> {
  const discard = multer({
    storage: {
      _handleFile: (_req, file, done) => {
        file.stream.on('end', () => done(null, {}));
        file.stream.resume();
      },
      _removeFile: (_req, _file, done) => done(null),
    },
    limits: {
      fieldSize: FIELD_BYTES,
      fields: 100,
      files: 20,
      fileSize: 25_000_000,
      parts: 120,
      fieldNestingDepth: 0,
      fieldArrayIndexLimit: 0,
    },
  });
  return new Promise((resolve) => {
    void discard.any()(req, res, () => resolve());
  });
}
