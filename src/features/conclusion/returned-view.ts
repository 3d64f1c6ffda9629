import { paths } from '../../paths.js';
import { formatInstant } from '../../text/format.js';
import { tpiReturnText as text } from '../../text/messages/recommendation.js';
import { roleName } from '../../text/messages/users.js';
import type { LkeReturn } from '../submission/store.js';
import { may } from '../../web/lke-place.js';
import type { Place } from './place.js';

/** A return of TPI, as those who assessed first read it before they answer. */
export interface ReturnedView {
  readonly title: string;
  readonly by: string;
  readonly reason: string;
  readonly opens: string;
  readonly ways: string;
  readonly passOn: { readonly href: string; readonly label: string } | null;
}

export function returnedView(place: Place, returned: LkeReturn): ReturnedView {
  const { satker, year } = place.lke;
  const { round, returnedByName, returnedRole, returnedAt, reason, codes } = returned;
  const when = formatInstant(returnedAt, satker.timeZone);
  const isMine = may(place, 'stage.return');
  return {
    title: text.title(round),
    by: text.by(returnedByName, roleName(returnedRole), when),
    reason,
    opens: codes === null ? text.all : text.named(codes.join(', ')),
    ways: text.ways,
    passOn: isMine ? { href: paths.lkeReturn(satker.code, year), label: text.passOn } : null,
  };
}
