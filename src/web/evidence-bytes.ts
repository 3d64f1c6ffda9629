import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { Deps } from './deps.js';

/** The bytes of one version of an evidence. */
export interface EvidenceBytes {
  readonly sha256: string;
  readonly fileName: string | null;
  readonly mediaType: string | null;
  readonly size: number | null;
}

/** To be saved. Nothing of it ever runs in our pages. */
export async function sendDownload(deps: Deps, res: Response, file: EvidenceBytes): Promise<void> {
  await send(deps, res, file, {
    'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'Content-Disposition': disposition('attachment', file.fileName ?? ''),
  });
}

/**
 * A PDF or a picture, inline and in a frame of ours. The sandbox stands in the header, not on the
 * frame, where it would stop the browser's PDF viewer.
 */
export async function sendPreview(
  deps: Deps,
  req: Request,
  res: Response,
  file: EvidenceBytes,
): Promise<void> {
  const headers = {
    'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'self'",
    'X-Frame-Options': 'SAMEORIGIN',
    'Cache-Control': 'private, no-cache',
    ETag: `"${file.sha256}"`,
  };
  if (req.get('If-None-Match') === headers.ETag) {
    res.set(headers).status(304).end();
    return;
  }
  const name = disposition('inline', file.fileName ?? '');
  await send(deps, res, file, { ...headers, 'Content-Disposition': name });
}

/** A PDF or a picture inline for somebody without an account: in no frame, kept in no cache. */
export async function sendInline(deps: Deps, res: Response, file: EvidenceBytes): Promise<void> {
  await send(deps, res, file, {
    'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'Content-Disposition': disposition('inline', file.fileName ?? ''),
  });
}

/** Waits for the first bytes, so that a missing file is still a clean error page. */
async function send(
  deps: Deps,
  res: Response,
  file: EvidenceBytes,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const bytes = deps.blobs.read(file.sha256);
  await once(bytes, 'readable');
  res.set(headers);
  res.set('Content-Type', file.mediaType ?? 'application/octet-stream');
  res.set('Content-Length', String(file.size ?? 0));
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
