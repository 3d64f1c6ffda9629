import { randomBytes } from 'node:crypto';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import multer from 'multer';
import type { Logger } from 'pino';
import { errorPages, type ErrorStatus } from '../text/messages/common.js';
import { renderError, renderOtherTier } from './error-page.js';
import { OtherTierError } from './tier-store.js';

export const notFound: RequestHandler = (req, res) => renderError(req, res, 404);

/** Exceptions are bugs or outages: the user gets a reference number, the log the stack. */
export function handleErrors(log: Logger): ErrorRequestHandler {
  return (error, req, res, _next) => {
    if (res.headersSent) {
      log.error({ err: error as unknown }, 'failed after the response began');
      res.destroy();
      return;
    }
    if (error instanceof OtherTierError) {
      renderOtherTier(req, res, error);
      return;
    }
    const status = statusOf(error);
    if (status !== 500 && status !== 503) {
      renderError(req, res, status);
      return;
    }
    const reference = randomBytes(4).toString('hex');
    log.error({ err: error as unknown, reference }, 'request failed');
    if (status === 503) res.set('Retry-After', RETRY_AFTER_SECONDS);
    renderError(req, res, status, reference);
  };
}

/** When to come again after an outage, for whoever asks by machine. */
export const RETRY_AFTER_SECONDS = '60';

/** Disk or database cannot be read or written just now; nothing is wrong with the request. */
const OUTAGE = /^(?:SQLITE_(?:FULL|IOERR|READONLY|CANTOPEN|BUSY)|(?:ENOSPC|EDQUOT|EIO|EROFS)$)/;

function statusOf(error: unknown): ErrorStatus {
  if (error instanceof multer.MulterError) {
    return error.code === 'LIMIT_UNEXPECTED_FILE' ? 400 : 413;
  }
  if (isOutage(error)) return 503;
  const status =
    typeof error === 'object' && error !== null && 'status' in error ? error.status : 0;
  return typeof status === 'number' && status in errorPages ? (status as ErrorStatus) : 500;
}

export function isOutage(error: unknown): boolean {
  return OUTAGE.test(codeOf(error));
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
