import type { RequestHandler } from 'express';
import { z } from 'zod';
import { paths } from '../../paths.js';
import { notificationText as text } from '../../text/messages/notifications.js';
import type { Deps } from '../../web/deps.js';
import { setFlash } from '../../web/flash.js';
import { pageNumber } from '../../web/pager.js';
import { userOf } from '../../web/signed-in.js';
import { notificationsPage, PAGE_SIZE } from './notifications-page.js';
import { countNotifications, findNotification, listNotifications } from './store.js';
import { mailAddress, markRead, setMail, wantsMail } from './store.js';
import { linkOf } from './told.js';

export function showNotifications(deps: Deps): RequestHandler {
  return async (req, res) => {
    const { db } = deps.store;
    const { userId } = userOf(res);
    const unreadOnly = req.query['tampil'] === 'belum';
    const all = await countNotifications(db, userId, false);
    const unread = await countNotifications(db, userId, true);
    const shown = unreadOnly ? unread : all;
    const page = pageNumber(req.query['halaman'], PAGE_SIZE, shown);
    const offset = (page - 1) * PAGE_SIZE;
    const list = await listNotifications(db, userId, { unreadOnly, limit: PAGE_SIZE, offset });
    const mail = {
      isOn: deps.config.mail !== null,
      address: await mailAddress(db, userId),
      wanted: await wantsMail(db, userId),
    };
    const facts = { list, shown, all, unread, unreadOnly, page, now: deps.clock(), mail };
    deps.pages.render(req, res, 'notifications/notifications', notificationsPage(facts));
  };
}

const ID = z.string().regex(/^[1-9]\d{0,14}$/);
const READ = z.object({
  id: ID.optional().catch(undefined),
  sampai: ID.optional().catch(undefined),
});

/** One is marked and opened; without its number all that were shown are marked. */
export function postRead(deps: Deps): RequestHandler {
  return async (req, res) => {
    const { store, clock } = deps;
    const { userId } = userOf(res);
    const { id, sampai } = READ.parse(req.body ?? {});
    const at = clock().toISOString();
    if (id === undefined) {
      if (sampai === undefined) setFlash(req, 'problem', text.gone);
      else {
        await store.write((tx) => markRead(tx, userId, { upTo: Number(sampai) }, at));
        setFlash(req, 'done', text.marked);
      }
      res.redirect(303, paths.notifications());
      return;
    }
    const found = await findNotification(store.db, userId, Number(id));
    if (found === null) {
      setFlash(req, 'problem', text.gone);
      res.redirect(303, paths.notifications());
      return;
    }
    if (found.readAt === null) {
      await store.write((tx) => markRead(tx, userId, { id: found.id }, at));
    }
    res.redirect(303, linkOf(found));
  };
}

export function postMail(deps: Deps): RequestHandler {
  return async (req, res) => {
    const { store, clock } = deps;
    const { userId } = userOf(res);
    const wanted = (req.body as { surel?: unknown } | undefined)?.surel === 'on';
    await store.write(async (tx) => {
      if ((await wantsMail(tx, userId)) === wanted) return;
      await setMail(tx, userId, wanted, clock().toISOString());
    });
    setFlash(req, 'done', text.mail.saved);
    res.redirect(303, paths.notifications());
  };
}
