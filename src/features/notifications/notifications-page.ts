import { formatInstant, formatInteger } from '../../text/format.js';
import { notificationText as text } from '../../text/messages/notifications.js';
import { paths } from '../../paths.js';
import { buildPager, withQuery, type Pager } from '../../web/pager.js';
import type { PageBase } from '../../web/pages.js';
import type { Notification } from './store.js';
import { sentenceOf } from './told.js';

export interface NotificationsPage extends PageBase {
  readonly intro: string;
  readonly count: string;
  readonly otherHref: string;
  readonly otherText: string;
  readonly readAction: string;
  /** The newest there is; null where nothing is unread, and on further pages. */
  readonly newest: string | null;
  readonly markAll: string;
  readonly rows: readonly NotificationRow[];
  readonly empty: { readonly title: string; readonly text: string };
  readonly pager: Pager | null;
  readonly mail: MailPart;
}

interface NotificationRow {
  readonly id: string;
  readonly sentence: string;
  readonly when: string;
  readonly by: string | null;
  readonly state: string;
  readonly isUnread: boolean;
  readonly open: string;
}

interface MailPart {
  readonly heading: string;
  readonly about: string;
  readonly form: null | {
    readonly action: string;
    readonly label: string;
    readonly checked: boolean;
    readonly save: string;
  };
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'notifications/notifications': NotificationsPage;
  }
}

export const PAGE_SIZE = 25;

export interface NotificationFacts {
  readonly list: readonly Notification[];
  readonly shown: number;
  readonly all: number;
  readonly unread: number;
  readonly unreadOnly: boolean;
  readonly page: number;
  readonly now: Date;
  /** Mail is configured; null address: the account has none. */
  readonly mail: {
    readonly isOn: boolean;
    readonly address: string | null;
    readonly wanted: boolean;
  };
}

export function notificationsPage(facts: NotificationFacts): NotificationsPage {
  const { list, all, unread, unreadOnly, shown, page } = facts;
  const shownAs = unreadOnly ? 'belum' : '';
  const hrefOf = (halaman: number) =>
    withQuery(paths.notifications(), { tampil: shownAs, halaman: String(halaman) });
  return {
    title: text.title,
    intro: text.intro,
    count: text.count(formatInteger(unread), formatInteger(all)),
    otherHref: withQuery(paths.notifications(), { tampil: unreadOnly ? '' : 'belum' }),
    otherText: unreadOnly ? text.showAll : text.showUnread,
    readAction: paths.notificationsRead(),
    newest: unread === 0 || page > 1 ? null : String(list[0]?.id ?? 0),
    markAll: text.markAll,
    rows: list.map((one) => rowOf(one, facts.now)),
    empty: unreadOnly && all > 0 ? text.emptyUnread : text.empty,
    pager: buildPager(page, PAGE_SIZE, shown, hrefOf),
    mail: mailPart(facts.mail),
  };
}

function rowOf(one: Notification, now: Date): NotificationRow {
  const isUnread = one.readAt === null;
  return {
    id: String(one.id),
    sentence: sentenceOf(one, now),
    when: formatInstant(one.createdAt, one.satker.timeZone),
    by: one.byName === '' ? null : text.by(one.byName),
    state: isUnread ? text.unread : text.read,
    isUnread,
    open: text.open,
  };
}

function mailPart({ isOn, address, wanted }: NotificationFacts['mail']): MailPart {
  const { heading, off, noAddress, to, label, save } = text.mail;
  if (!isOn) return { heading, about: off, form: null };
  if (address === null) return { heading, about: noAddress, form: null };
  const action = paths.notificationsMail();
  return { heading, about: to(address), form: { action, label, checked: wanted, save } };
}
