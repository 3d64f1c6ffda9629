import { createHmac, timingSafeEqual } from 'node:crypto';
import { paths } from '../../paths.js';

/** What the signature of a share link stands for: an id of another installation opens nothing. */
export interface SignedLink {
  readonly id: number;
  readonly lkeId: number;
  readonly endsOn: string;
  readonly createdAt: string;
}

/**
 * "12.<signature>": signed rather than random and kept, so that worksheets and the feed can name
 * the address again while the database alone opens nothing.
 */
export function shareToken(secret: string, link: SignedLink): string {
  return `${link.id}.${signatureOf(secret, link).toString('base64url')}`;
}

/** The id that a token claims, or null where it has not even the form of one. */
export function claimedId(token: string): number | null {
  const match = /^([1-9]\d{0,14})\.[\w-]{43}$/.exec(token);
  return match === null ? null : Number(match[1]);
}

/** In constant time. */
export function isSigned(secret: string, link: SignedLink, token: string): boolean {
  const given = Buffer.from(token);
  const right = Buffer.from(shareToken(secret, link));
  return given.length === right.length && timingSafeEqual(given, right);
}

/** The whole address of the page of a link. */
export function shareAddress(publicUrl: string, secret: string, link: SignedLink): string {
  return publicUrl + paths.share(shareToken(secret, link));
}

function signatureOf(secret: string, { id, lkeId, endsOn, createdAt }: SignedLink): Buffer {
  const signed = JSON.stringify(['tapak-zi-share-1', id, lkeId, endsOn, createdAt]);
  return createHmac('sha256', secret).update(signed).digest();
}
