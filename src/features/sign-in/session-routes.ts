import { Router, type Request, type Response } from 'express';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { signInText } from '../../text/messages/sign-in.js';
import type { Deps } from '../../web/deps.js';
import { setFlash } from '../../web/flash.js';
import { signedInOf } from '../../web/signed-in.js';
import { parseSignIn, typedSignIn } from './form.js';
import { safeReturnPath } from './return-path.js';
import { signIn } from './sign-in.js';
import { signInPage } from './sign-in-page.js';
import { endSession, startSession } from './start-session.js';
import { hasAdmin } from './store.js';

/** Signing in and out. */
export function sessionRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/masuk', async (req, res) => {
    const returnTo = safeReturnPath(wantedPath(req));
    if (signedInOf(res) !== null) res.redirect(303, returnTo);
    else await showSignIn(req, res, { username: '', returnTo, problems: [], status: 200 });
  });

  router.post('/masuk', async (req, res) => {
    const { username, ke } = typedSignIn(req.body);
    const returnTo = safeReturnPath(ke);
    const form = parseSignIn(req.body);
    if (!form.ok) {
      await showSignIn(req, res, { username, returnTo, problems: form.problems, status: 422 });
      return;
    }
    const outcome = await signIn(deps, form.value, req.ip ?? '');
    switch (outcome.kind) {
      case 'welcome':
        deps.log.info({ userId: outcome.account.id, address: req.ip }, 'signed in');
        await startSession(req, outcome.account.id);
        res.redirect(303, returnTo);
        return;
      case 'refused': {
        deps.log.warn({ address: req.ip }, 'sign-in refused');
        const problems = [{ field: 'username', code: 'sign-in-refused' }];
        await showSignIn(req, res, { username, returnTo, problems, status: 422 });
        return;
      }
      case 'wait': {
        const { seconds } = outcome;
        res.set('Retry-After', String(seconds));
        const problems = [{ field: 'username', code: 'sign-in-wait', args: { seconds } }];
        await showSignIn(req, res, { username, returnTo, problems, status: 429 });
        return;
      }
    }
  });

  router.post('/keluar', async (req, res) => {
    await endSession(req);
    setFlash(req, 'done', signInText.signedOut);
    res.redirect(303, paths.signIn());
  });

  async function showSignIn(
    req: Request,
    res: Response,
    view: { username: string; returnTo: string; problems: readonly Problem[]; status: number },
  ): Promise<void> {
    const noAdmin = !(await hasAdmin(deps.store.db));
    deps.pages.render(req, res, 'sign-in/sign-in', signInPage({ ...view, noAdmin }), view.status);
  }

  return router;
}

function wantedPath(req: Request): string | undefined {
  const wanted = req.query['ke'];
  return typeof wanted === 'string' ? wanted : undefined;
}
