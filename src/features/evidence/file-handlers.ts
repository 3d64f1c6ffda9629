import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import type { Request, RequestHandler, Response } from 'express';
import { isPreviewed } from '../../web/answer-evidence.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import type { EvidenceVersion } from './evidence-store.js';
import { evidenceAt, placeOf, stop } from './place.js';

/** GET: the bytes of one version, to be saved. Nothing of it ever runs in our pages. */
export function getFile(deps: Deps): RequestHandler {
  return async (req, res) => {
    const version = await versionAt(deps, req, res);
    if (version === null) return;
    await send(deps, res, version, {
      'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'Content-Disposition': disposition('attachment', version.fileName ?? ''),
    });
  };
}

/**
 * GET: a PDF or a picture in a frame of ours. The sandbox stands in the header, not on the frame,
 * where it would stop the browser's PDF viewer.
 */
export function getPreview(deps: Deps): RequestHandler {
  return async (req, res) => {
    const version = await versionAt(deps, req, res);
    if (version === null) return;
    if (!isPreviewed(version)) {
      renderError(req, res, 404);
      return;
    }
    const headers = {
      'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'self'",
      'X-Frame-Options': 'SAMEORIGIN',
      'Cache-Control': 'private, no-cache',
      ETag: `"${version.sha256}"`,
    };
    if (req.get('If-None-Match') === headers.ETag) {
      res.set(headers).status(304).end();
      return;
    }
    const name = disposition('inline', version.fileName ?? '');
    await send(deps, res, version, { ...headers, 'Content-Disposition': name });
  };
}

interface StoredFile extends EvidenceVersion {
  readonly sha256: string;
}

/** Through the same check as the page; a link, a purged version or a foreign one is missing. */
async function versionAt(deps: Deps, req: Request, res: Response): Promise<StoredFile | null> {
  const place = await placeOf(deps, req, res, 'lke.read');
  const evidence = place && (await evidenceAt(deps, req, res, place));
  if (!place || !evidence) return null;
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

/** Waits for the first bytes, so that a missing file is still a clean error page. */
async function send(
  deps: Deps,
  res: Response,
  version: StoredFile,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const bytes = deps.blobs.read(version.sha256);
  await once(bytes, 'readable');
  res.set(headers);
  res.set('Content-Type', version.mediaType ?? 'application/octet-stream');
  res.set('Content-Length', String(version.size ?? 0));
  try {
    await pipeline(bytes, res);
  } catch (error) {
    // The reader went away: nothing is left to answer.
    if (!res.destroyed) throw error;
  }
}

/** RFC 6266: a plain name for old clients, the full one in UTF-8 (RFC 5987) for all others. */
function disposition(kind: 'attachment' | 'inline', name: string): string {
  const plain = name.replace(/[^ -~]/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
