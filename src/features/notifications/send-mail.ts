import type { Deps } from '../../web/deps.js';
import { isFinal, type Mailer } from '../../mail/mailer.js';
import { paths } from '../../paths.js';
import { mailText } from '../../text/messages/notifications.js';
import { dueMail, endMail, postponeMail, queueMail, type DueMail } from './mail-store.js';
import { findNotification, type Notification } from './store.js';
import { linkOf, sentenceNow } from './told.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** What is older was not sent while it was news, and is not sent now. */
const NEWS_MS = 24 * HOUR_MS;
/** How long after each attempt the next one comes; after the last there is none. */
const WAITS_MS = [MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 8 * HOUR_MS] as const;
const AT_ONCE = 50;

type MailDeps = Pick<Deps, 'store' | 'clock' | 'config' | 'log'>;

/** One round: what is new joins the queue, what is due goes out; each by itself. */
export async function sendDueMail(deps: MailDeps, mailer: Mailer): Promise<void> {
  const { store, clock } = deps;
  const now = clock();
  const since = new Date(now.getTime() - NEWS_MS).toISOString();
  await store.write((tx) => queueMail(tx, since, now.toISOString()));
  for (const due of await dueMail(store.db, now.toISOString(), AT_ONCE)) {
    await sendOne(deps, mailer, due);
  }
}

async function sendOne(deps: MailDeps, mailer: Mailer, due: DueMail): Promise<void> {
  const { store, clock, log } = deps;
  const { notificationId: id, userId, address, attempts } = due;
  // Asked again at this moment: the role for which it was told may be gone.
  const told = await findNotification(store.db, userId, id);
  const end = (state: 'sent' | 'dropped' | 'failed') =>
    store.write((tx) => endMail(tx, id, state, clock().toISOString()));
  if (told === null || address === null) return end('dropped');
  try {
    await mailer.send({ to: address, ...letterOf(deps, told, due.name) });
  } catch (error) {
    const wait = WAITS_MS[attempts];
    log.warn({ err: error, notification: id, attempts: attempts + 1 }, 'mail was not taken');
    if (wait === undefined || isFinal(error)) return end('failed');
    const nextAt = new Date(clock().getTime() + wait).toISOString();
    return store.write((tx) => postponeMail(tx, id, nextAt));
  }
  return end('sent');
}

function letterOf({ config, clock }: MailDeps, told: Notification, name: string) {
  const sentence = sentenceNow(told, clock());
  const link = `${config.publicUrl}${linkOf(told)}`;
  const settings = `${config.publicUrl}${paths.notifications()}`;
  return {
    subject: mailText.subject(sentence),
    text: mailText.body({ name, sentence, link, settings }),
  };
}
