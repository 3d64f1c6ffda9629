import type { Request, Response } from 'express';
import multer from 'multer';
import { hasValidToken } from './csrf-token.js';
import { renderError } from './error-page.js';

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
  if (req.method !== 'POST' || userId === undefined) return { kind: 'nothing' };
  if (req.is('multipart/form-data')) {
    await readTextOnly(req, res);
    if (!hasValidToken(req)) {
      renderError(req, res, 403);
      return { kind: 'refused' };
    }
  }
  const fields = textFields(req.body);
  const path = formPage(req);
  if (JSON.stringify(fields).length > MAX_HELD) return { kind: 'nothing' };
  req.session.heldForm = { userId, path, fields };
  return { kind: 'held', path };
}

/** What was typed into a form that is refused as a whole, and the page it belongs to. */
export function typedInto(req: Request): { readonly back: string; readonly typed: string[] } {
  const typed = Object.entries(textFields(req.body)).filter(([name]) => name !== 'version');
  return {
    back: formPage(req),
    typed: typed.map(([, value]) => value).filter((value) => value.trim() !== ''),
  };
}

/** The page that showed the form: the referring page of ours, else the address posted to. */
function formPage(req: Request): string {
  const referrer = req.get('referer');
  if (referrer === undefined || !URL.canParse(referrer)) return req.path;
  const url = new URL(referrer);
  return url.host === req.get('host') ? url.pathname : req.path;
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
    limits: { fieldSize: FIELD_BYTES, fields: 100, files: 20, fileSize: 25_000_000, parts: 120 },
  });
  return new Promise((resolve) => {
    void discard.any()(req, res, () => resolve());
  });
}

function textFields(body: unknown): Record<string, string> {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && !isSecret(entry[0]),
    ),
  );
}

/** Neither tokens nor passwords are kept. */
function isSecret(name: string): boolean {
  return name === '_csrf' || /password/i.test(name);
}
