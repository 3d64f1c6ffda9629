import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { csrfTokenOf } from './csrf-token.js';

type Values = Readonly<Record<string, string>>;

const SEAL = 'segel';

/**
 * Values of an address that only this session may have put there: what they say is shown as ours,
 * and a link made by somebody else must not put words or figures into a page.
 */
export function sealed(req: Request, path: string, values: Values): Values {
  const [page = path] = path.split(/[?#]/);
  return { ...values, [SEAL]: sealOf(req, page, values) };
}

/** Whether the address of this request is as {@link sealed} made it, all its values included. */
export function isSealed(req: Request): boolean {
  const { [SEAL]: seal, ...values } = req.query as Values;
  if (typeof seal !== 'string') return false;
  const [given, expected] = [Buffer.from(seal), Buffer.from(sealOf(req, req.path, values))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function sealOf(req: Request, path: string, values: Values): string {
  const said = Object.entries(values).filter(([, value]) => value !== '');
  return createHmac('sha256', csrfTokenOf(req))
    .update(JSON.stringify([path, said.sort()]))
    .digest('base64url');
}
