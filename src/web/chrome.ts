import type { Request, Response } from 'express';
import type { Config } from '../config.js';
import { paths } from '../paths.js';
import { heldText } from '../text/messages/common.js';
import { navText } from '../text/messages/nav.js';
import type { Viewer } from '../domain/access/decide.js';
import { navCount } from '../text/messages/review.js';
import { csrfTokenOf } from './csrf-token.js';
import { takeFlash } from './flash.js';
import { takeHeldForm } from './held-form.js';
import { signedInOf } from './signed-in.js';
import { typedFields, type TypedField } from './typed-form.js';
import { isReviewer, isTeam, type Waiting } from './waiting-store.js';

/** What stands around every page. */
export interface Chrome {
  readonly userName: string | null;
  readonly csrfToken: string;
  readonly demo: boolean;
  readonly version: string;
  readonly nav: readonly { href: string; label: string; current: boolean }[];
  readonly notifications: { href: string; label: string; hasUnread: boolean } | null;
  readonly flash: { done: boolean; text: string } | null;
  /** Typed text of a form that met an expired session and that no form of this page took back. */
  readonly held: { readonly text: string; readonly fields: readonly TypedField[] } | null;
  readonly asset: { css: string; bootstrap: string; script: string; icon: string };
  readonly link: { home: string; signIn: string; signOut: string; password: string };
}

export function chromeOf(req: Request, res: Response, config: Config, version: string): Chrome {
  const user = signedInOf(res);
  const flash = takeFlash(req);
  const held = takeHeldForm(req, user?.userId ?? null);
  return {
    userName: user?.name ?? null,
    // Made only when a form asks for it, so that a page without one starts no session.
    get csrfToken() {
      return csrfTokenOf(req);
    },
    demo: config.demo,
    version,
    nav: user === null ? [] : navFor(user, req.path, waitingOf(res)),
    notifications: user === null ? null : notificationsOf(waitingOf(res)),
    flash: flash === null ? null : { done: flash.kind === 'done', text: flash.text },
    held: held === null ? null : heldOf(typedFields(held)),
    asset: {
      css: assetUrl('zi.css', version),
      bootstrap: assetUrl('bootstrap.min.css', version),
      script: assetUrl('zi.js', version),
      icon: assetUrl('icon.svg', version),
    },
    link: {
      home: paths.home(),
      signIn: paths.signIn(),
      signOut: paths.signOut(),
      password: paths.password(),
    },
  };
}

function notificationsOf({ unread }: Waiting): Chrome['notifications'] {
  const label = navCount(navText.notifications, unread);
  return { href: paths.notifications(), label, hasUnread: unread > 0 };
}

function assetUrl(name: string, version: string): string {
  return `${paths.asset(name)}?v=${encodeURIComponent(version)}`;
}

/** Counted for pages only; a refused form shows none. */
function waitingOf(res: Response): Waiting {
  return (
    (res.locals['waiting'] as Waiting | undefined) ?? {
      returned: null,
      answered: null,
      ready: null,
      unread: 0,
    }
  );
}

function navFor(user: Viewer, current: string, waiting: Waiting): Chrome['nav'] {
  const isAdmin = user.grants.some((grant) => grant.role === 'admin');
  const items: [string, string][] = [
    [paths.home(), navText.home],
    [paths.satkerList(), navText.satkerList],
  ];
  if (isTeam(user)) {
    items.push([paths.notesInbox(), navCount(navText.notesInbox, waiting.returned ?? 0)]);
  }
  if (isReviewer(user)) {
    items.push([paths.reviewQueue(), navCount(navText.review, waiting.answered ?? 0)]);
  }
  if (user.grants.some(({ role }) => role === 'penilai-pusat')) {
    items.push([paths.proposalsNow(), navCount(navText.proposals, waiting.ready ?? 0)]);
  }
  if (isReviewer(user) || isAdmin) items.push([paths.oversightHome(), navText.oversight]);
  for (const { role, satkerCode } of user.grants) {
    if (role === 'ketua') items.push([paths.team(satkerCode), navText.team]);
  }
  if (isAdmin) {
    items.push(
      [paths.adminUsers(), navText.adminUsers],
      [paths.adminSatker(), navText.adminSatker],
      [paths.adminYears(), navText.adminYears],
      [paths.adminFeed(), navText.adminFeed],
    );
  }
  return items.map(([href, label]) => ({
    href,
    label,
    current: href === '/' ? current === '/' : current.startsWith(href),
  }));
}

function heldOf(fields: readonly TypedField[]): NonNullable<Chrome['held']> {
  return { text: fields.length > 0 ? heldText.typed : heldText.ticked, fields };
}
