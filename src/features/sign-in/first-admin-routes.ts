import { Router, type Request, type Response } from 'express';
import { checkAccount } from '../../domain/account/account.js';
import { paths } from '../../paths.js';
import { signInText } from '../../text/messages/sign-in.js';
import { selfActorOf } from '../../web/actor.js';
import type { Deps } from '../../web/deps.js';
import { setFlash } from '../../web/flash.js';
import { createFirstAdmin, opensSetup } from './create-first-admin.js';
import { parseNewPassword, typedAccount } from './form.js';
import { firstAdminPage, invalidLinkPage } from './link-page.js';
import { startSession } from './start-session.js';

const EMPTY = { username: '', name: '', email: '' } as const;

/** The first administrator, by the link that the start printed. */
export function firstAdminRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/pasang', async (req, res) => {
    const token = typeof req.query['token'] === 'string' ? req.query['token'] : '';
    if (await opensSetup(deps.store.db, token, deps.clock())) {
      deps.pages.render(req, res, 'sign-in/first-admin', firstAdminPage(token, EMPTY, []));
    } else showInvalid(req, res);
  });

  router.post('/pasang', async (req, res) => {
    const typed = typedAccount(req.body);
    const { token } = typed;
    if (!(await opensSetup(deps.store.db, token, deps.clock()))) {
      showInvalid(req, res);
      return;
    }
    const created = await create(req, typed);
    if (created.ok) {
      await startSession(req, created.value);
      setFlash(req, 'done', signInText.firstAdminDone);
      res.redirect(303, paths.home());
      return;
    }
    // Used by somebody else between the look and the write.
    if (created.problems.some((problem) => problem.code === 'link-invalid')) {
      showInvalid(req, res);
      return;
    }
    const page = firstAdminPage(token, typed, created.problems);
    deps.pages.render(req, res, 'sign-in/first-admin', page, 422);
  });

  function create(req: Request, typed: ReturnType<typeof typedAccount>) {
    const account = checkAccount(typed);
    const password = parseNewPassword(req.body);
    if (!account.ok || !password.ok) {
      const problems = [account, password].flatMap((part) => (part.ok ? [] : part.problems));
      return { ok: false, problems } as const;
    }
    const admin = { account: account.value, password: password.value.password };
    return createFirstAdmin(deps, (user) => selfActorOf(req, user), typed.token, admin);
  }

  function showInvalid(req: Request, res: Response): void {
    deps.pages.render(req, res, 'sign-in/link-invalid', invalidLinkPage(true), 404);
  }

  return router;
}
