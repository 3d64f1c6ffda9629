import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { dayIn } from '../../text/format.js';
import { shareText } from '../../text/messages/share.js';
import { actorOf } from '../../web/actor.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import { lkeNav } from '../../web/lke-nav.js';
import { orRefuse } from '../../web/or-refuse.js';
import { userOf } from '../../web/signed-in.js';
import { findLkeFor, type Lke } from '../lke/store.js';
import { parseLink, readLinkForm, type LinkTyped } from './form.js';
import { lastSubmissionOf } from './frozen-evidence-store.js';
import { isOpen, linksOf, usesOf, type ShareLink } from './link-store.js';
import { linksPage, madePage, revocationPage } from './links-page.js';
import { makeLink } from './make-link.js';
import { revokeLink } from './revoke-link.js';
import { shareAddress } from './share-address.js';

type LkeParams = { satker: string; year: string };
type LinkParams = LkeParams & { id: string };

export function showLinks(deps: Deps): RequestHandler<LkeParams> {
  return async (req, res) => {
    const lke = await lkeAt(deps, req, res);
    if (lke !== null) await renderLinks(deps, req, res, lke);
  };
}

/** The address is shown now and never again on this page; it works until its day or its revocation. */
export function postLink(deps: Deps): RequestHandler<LkeParams> {
  return async (req, res) => {
    const lke = await lkeAt(deps, req, res);
    if (lke === null) return;
    const { store, config, clock, pages, shareSecret } = deps;
    const typed = readLinkForm(req.body);
    const parsed = parseLink(typed, dayIn(clock(), lke.satker.timeZone));
    if (!parsed.ok) {
      await renderLinks(deps, req, res, lke, { status: 422, typed, problems: parsed.problems });
      return;
    }
    const actor = actorOf(req, userOf(res), 'share.manage', lke.satker);
    const made = await makeLink(store, actor, lke, parsed.value, clock());
    if (made.kind === 'revoked') {
      res.redirect(303, paths.shareLinks(lke.satker.code, lke.year));
      return;
    }
    if (made.kind === 'not-submitted') {
      // The page says so itself, and offers no form.
      await renderLinks(deps, req, res, lke, { status: 409 });
      return;
    }
    if (made.kind !== 'made') {
      renderError(req, res, 409);
      return;
    }
    const address = shareAddress(config.publicUrl, shareSecret, made.link);
    pages.render(req, res, 'share/made', madePage(lke, made.link, address));
  };
}

export function showRevocation(deps: Deps): RequestHandler<LinkParams> {
  return async (req, res) => {
    const lke = await lkeAt(deps, req, res);
    const link = lke && (await linkAt(deps, req, res, lke));
    if (!lke || !link) return;
    if (isOpen(link, dayIn(deps.clock(), lke.satker.timeZone))) {
      deps.pages.render(req, res, 'share/revocation', revocationPage(lke, link));
    } else res.redirect(303, paths.shareLinks(lke.satker.code, lke.year));
  };
}

export function postRevocation(deps: Deps): RequestHandler<LinkParams> {
  return async (req, res) => {
    const lke = await lkeAt(deps, req, res);
    const link = lke && (await linkAt(deps, req, res, lke));
    if (!lke || !link) return;
    const actor = actorOf(req, userOf(res), 'share.manage', lke.satker);
    await revokeLink(deps.store, actor, lke, link.id, deps.clock());
    setFlash(req, 'done', shareText.revoked(link.label));
    res.redirect(303, paths.shareLinks(lke.satker.code, lke.year));
  };
}

interface Answer {
  readonly status: 200 | 409 | 422;
  readonly typed?: LinkTyped;
  readonly problems?: readonly Problem[];
}

async function renderLinks(
  deps: Deps,
  req: Request<LkeParams>,
  res: Response,
  lke: Lke,
  answer: Answer = { status: 200 },
): Promise<void> {
  const { db } = deps.store;
  const { satker, year } = lke;
  const facts = {
    lke,
    nav: lkeNav(lke, 'export', userOf(res)),
    links: await linksOf(db, lke.id),
    uses: await usesOf(db, satker.code, year),
    isSubmitted: (await lastSubmissionOf(db, lke.id)) !== null,
    today: dayIn(deps.clock(), satker.timeZone),
    formKey: randomUUID(),
  };
  const { status, typed = null, problems = [] } = answer;
  deps.pages.render(req, res, 'share/links', linksPage(facts, typed, problems), status);
}

async function lkeAt<Params extends LkeParams>(
  deps: Deps,
  req: Request<Params>,
  res: Response,
): Promise<Lke | null> {
  const user = userOf(res);
  const found = orRefuse(
    req,
    res,
    await findLkeFor(deps.store.db, user, 'share.manage', req.params),
  );
  return found?.lke ?? null;
}

async function linkAt(
  deps: Deps,
  req: Request<LinkParams>,
  res: Response,
  lke: Lke,
): Promise<ShareLink | null> {
  const links = await linksOf(deps.store.db, lke.id);
  const link = links.find(({ id }) => String(id) === req.params.id);
  if (link === undefined) renderError(req, res, 404);
  return link ?? null;
}
