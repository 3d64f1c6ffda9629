import { Router, type Request, type Response } from 'express';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { signInText } from '../../text/messages/sign-in.js';
import type { Deps } from '../../web/deps.js';
import { setFlash } from '../../web/flash.js';
import { signedInOf } from '../../web/signed-in.js';
import { parseSignIn, typedSignIn } from './form.js';
import { safeReturnPath } from './return-path.js';
import { signIn, type SignInOutcome } from './sign-in.js';
import { signInPage } from './sign-in-page.js';
import { endSession, startSession } from './start-session.js';
import { hasAdmin } from './store.js';

/** Signing in and out. */
export function sessionRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/masuk', async (req, res) => {
    const returnTo = safeReturnPath(wantedPath(req));
    if (signedInOf(res) !== null) res.redirect(303, returnTo);
    else await showSignIn(deps, req, res, { username: '', returnTo, problems: [], status: 200 });
  });

  router.post('/masuk', async (req, res) => {
    const { username, ke } = typedSignIn(req.body);
    const returnTo = safeReturnPath(ke);
    const form = parseSignIn(req.body);
    if (!form.ok) {
      await showSignIn(deps, req, res, {
        username,
        returnTo,
        problems: form.problems,
        status: 422,
      });
      return;
    }
    const outcome = await signIn(deps, form.value, req.ip ?? '');
    if (outcome.kind === 'welcome') {
      deps.log.info({ userId: outcome.account.id, address: req.ip }, 'signed in');
      await startSession(req, outcome.account.id);
      res.redirect(303, returnTo);
      return;
    }
    deps.log.warn({ outcome: outcome.kind, address: req.ip }, 'sign-in refused');
    if (outcome.kind === 'wait') res.set('Retry-After', String(outcome.seconds));
    const status = outcome.kind === 'wait' ? 429 : 422;
    await showSignIn(deps, req, res, { username, returnTo, problems: [whyOf(outcome)], status });
  });

  router.post('/keluar', async (req, res) => {
    await endSession(req);
    setFlash(req, 'done', signInText.signedOut);
    res.redirect(303, paths.signIn());
  });

  return router;
}

interface SignInView {
  readonly username: string;
  readonly returnTo: string;
  readonly problems: readonly Problem[];
  readonly status: number;
}

async function showSignIn(
  deps: Deps,
  req: Request,
  res: Response,
  view: SignInView,
): Promise<void> {
  const noAdmin = !(await hasAdmin(deps.store.db));
  deps.pages.render(req, res, 'sign-in/sign-in', signInPage({ ...view, noAdmin }), view.status);
}

function whyOf(outcome: Exclude<SignInOutcome, { kind: 'welcome' }>): Problem {
  const field = 'username';
  return outcome.kind === 'refused'
    ? { field, code: 'sign-in-refused' }
    : { field, code: 'sign-in-wait', args: { seconds: outcome.seconds } };
}

function wantedPath(req: Request): string | undefined {
  const wanted = req.query['ke'];
  return typeof wanted === 'string' ? wanted : undefined;
}
