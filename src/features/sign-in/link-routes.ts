import { Router, type Request, type Response } from 'express';
import { paths } from '../../paths.js';
import { signInText } from '../../text/messages/sign-in.js';
import { selfActorOf } from '../../web/actor.js';
import type { Deps } from '../../web/deps.js';
import { setFlash } from '../../web/flash.js';
import { parseNewPassword } from './form.js';
import { invalidLinkPage, linkPage } from './link-page.js';
import { endSession } from './start-session.js';
import { findLink, usePersonalLink } from './use-link.js';

/** Invitations and reset links: the page on which their person chooses a password. */
export function linkRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/tautan/:token', async (req, res) => {
    const { token } = req.params;
    const link = await findLink(deps.store.db, token, deps.clock());
    if (link === null) showInvalid(req, res);
    else deps.pages.render(req, res, 'sign-in/link', linkPage(token, link.account, []));
  });

  router.post('/tautan/:token', async (req, res) => {
    const { token } = req.params;
    const link = await findLink(deps.store.db, token, deps.clock());
    if (link === null) {
      showInvalid(req, res);
      return;
    }
    const form = parseNewPassword(req.body);
    const used = form.ok
      ? await usePersonalLink(deps, ofThemselves(req), token, form.value.password)
      : form;
    if (!used.ok && used.problems.some((problem) => problem.code === 'link-invalid')) {
      showInvalid(req, res);
      return;
    }
    if (!used.ok) {
      deps.pages.render(
        req,
        res,
        'sign-in/link',
        linkPage(token, link.account, used.problems),
        422,
      );
      return;
    }
    // Whoever was signed in on this machine is not the person of the link.
    await endSession(req);
    setFlash(req, 'done', signInText.linkUsed(used.value.username));
    res.redirect(303, paths.signIn());
  });

  function showInvalid(req: Request, res: Response): void {
    deps.pages.render(req, res, 'sign-in/link-invalid', invalidLinkPage(false), 404);
  }

  return router;
}

function ofThemselves(req: Request) {
  return (account: { id: number; name: string }) =>
    selfActorOf(req, { userId: account.id, name: account.name });
}
