import { NATIONAL_ZONE } from '../../domain/time-zone.js';
import type { IssuedToken } from '../../db/one-time-token.js';
import { paths } from '../../paths.js';
import { formatInstant } from '../../text/format.js';
import { usersText } from '../../text/messages/users.js';
import type { PageBase } from '../../web/pages.js';

/** A link that is shown this once; the database keeps only its hash. */
export interface UserLinkPage extends PageBase {
  readonly done: string;
  readonly whose: string;
  readonly link: string;
  readonly until: string;
  readonly userHref: string;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'users/link': UserLinkPage;
  }
}

export function userLinkPage(
  publicUrl: string,
  user: { readonly id: number; readonly name: string; readonly username: string },
  token: IssuedToken,
  done = '',
): UserLinkPage {
  return {
    title: usersText.linkTitle,
    done,
    whose: usersText.linkFor(user.name, user.username),
    link: `${publicUrl}${paths.oneTimeLink(token.text)}`,
    until: usersText.linkUntil(formatInstant(token.expiresAt.toISOString(), NATIONAL_ZONE)),
    userHref: paths.adminUser(user.id),
  };
}
