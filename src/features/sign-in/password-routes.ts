import { Router, type Request, type Response } from 'express';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { signInText } from '../../text/messages/sign-in.js';
import { selfActorOf } from '../../web/actor.js';
import type { Deps } from '../../web/deps.js';
import { setFlash } from '../../web/flash.js';
import { requireSignedIn } from '../../web/require-signed-in.js';
import { userOf } from '../../web/signed-in.js';
import { changePassword } from './change-password.js';
import { parsePasswordChange } from './form.js';
import { passwordPage } from './password-page.js';
import { startSession } from './start-session.js';

/** The own password. */
export function passwordRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/sandi', requireSignedIn, (req, res) => show(req, res, [], 200));

  router.post('/sandi', requireSignedIn, async (req, res) => {
    const user = userOf(res);
    const form = parsePasswordChange(req.body);
    if (!form.ok) {
      show(req, res, form.problems, 422);
      return;
    }
    const change = { ...form.value, userId: user.userId, address: req.ip ?? '' };
    const changed = await changePassword(deps, selfActorOf(req, user), change);
    if (!changed.ok) {
      show(req, res, changed.problems, 422);
      return;
    }
    await startSession(req, user.userId);
    setFlash(req, 'done', signInText.passwordChanged);
    res.redirect(303, paths.home());
  });

  function show(req: Request, res: Response, problems: readonly Problem[], status: number): void {
    const page = passwordPage(userOf(res).username, problems);
    deps.pages.render(req, res, 'sign-in/password', page, status);
  }

  return router;
}
