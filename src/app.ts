import path from 'node:path';
import compression from 'compression';
import express, { type Express, type Router } from 'express';
import { conclusionRoutes } from './features/conclusion/routes.js';
import { adminSatkerRoutes } from './features/satker/routes.js';
import { evidenceRoutes } from './features/evidence/routes.js';
import { exchangeRoutes } from './features/exchange/routes.js';
import { feedPageRoutes, feedRoutes } from './features/feed/routes.js';
import { healthRoutes } from './features/health/routes.js';
import { importRoutes } from './features/imports/routes.js';
import { historyRoutes } from './features/history/routes.js';
import { letterRoutes } from './features/letter/routes.js';
import { lheRoutes } from './features/lhe/routes.js';
import { lkeRoutes } from './features/lke/routes.js';
import { notificationRoutes } from './features/notifications/routes.js';
import { readWhatIsOpened } from './features/notifications/seen.js';
import { oversightRoutes } from './features/oversight/routes.js';
import { proposalRoutes } from './features/proposal/routes.js';
import { recapRoutes } from './features/recap/routes.js';
import { sheetRoutes } from './features/sheet/routes.js';
import { reviewRoutes } from './features/review/routes.js';
import { sharedRoutes, shareRoutes } from './features/share/routes.js';
import { signInRoutes } from './features/sign-in/routes.js';
import { submissionRoutes } from './features/submission/routes.js';
import { teamRoutes } from './features/team/routes.js';
import { userRoutes } from './features/users/routes.js';
import { tpnRoutes } from './features/tpn/routes.js';
import { wordingRoutes } from './features/wording/routes.js';
import { yearRoutes } from './features/years/routes.js';
import { projectRoot } from './project-root.js';
import { csrfGuard } from './web/csrf.js';
import type { Deps } from './web/deps.js';
import { handleErrors, notFound } from './web/errors.js';
import { noStore, securityHeaders } from './web/headers.js';
import { requestLimit, singleValues } from './web/limits.js';
import { requestLog } from './web/request-log.js';
import { SessionStore } from './web/session-store.js';
import { sessions } from './web/session.js';
import { loadSignedIn, requireSignedIn } from './web/require-signed-in.js';
import { isUploadPath } from './web/uploads.js';

/** Order of middleware and features, nothing else. */
export function createApp(deps: Deps, sessionSecret: string): Express {
  const app = express();
  const { config, store, log } = deps;
  app.disable('x-powered-by');
  // Express' own last handler prints a stack unless it believes to be in production.
  app.set('env', 'production');
  app.set('trust proxy', config.trustProxy);
  app.set('query parser', 'simple');
  app.set('etag', false);
  app.set('pages', deps.pages);

  app.use(requestLog(log));
  app.use(securityHeaders(config));
  app.use(compression());
  app.use('/aset', assets());
  app.use(healthRoutes(deps));
  app.use(noStore);
  app.use(sharedRoutes(deps));
  app.use(feedRoutes(deps));
  app.use(sessions(config, new SessionStore(store, deps.clock), sessionSecret));
  // Before anything that can refuse: error pages too are those of the person who is signed in.
  app.use(loadSignedIn(store));
  app.use(requestLimit(config.requestsPerMinute));
  app.use(express.urlencoded({ extended: false, limit: '256kb', parameterLimit: 2000 }));
  app.use(singleValues);
  app.use(csrfGuard(isUploadPath));

  app.use(signInRoutes(deps));
  app.use(requireSignedIn);
  app.use(readWhatIsOpened(deps));
  for (const routes of signedInFeatures(deps)) app.use(routes);

  app.use(notFound);
  app.use(handleErrors(log));
  return app;
}

function signedInFeatures(deps: Deps): Router[] {
  return [
    lkeRoutes(deps),
    sheetRoutes(deps),
    evidenceRoutes(deps),
    submissionRoutes(deps),
    reviewRoutes(deps),
    conclusionRoutes(deps),
    letterRoutes(deps),
    lheRoutes(deps),
    historyRoutes(deps),
    exchangeRoutes(deps),
    shareRoutes(deps),
    feedPageRoutes(deps),
    importRoutes(deps),
    recapRoutes(deps),
    proposalRoutes(deps),
    tpnRoutes(deps),
    oversightRoutes(deps),
    notificationRoutes(deps),
    teamRoutes(deps),
    userRoutes(deps),
    adminSatkerRoutes(deps),
    yearRoutes(deps),
    wordingRoutes(deps),
  ];
}

/** Style sheets, scripts and icons; their address carries the version, so they may be kept. */
function assets(): Router {
  const router = express.Router();
  const options = { maxAge: '365d', immutable: true, index: false, etag: true } as const;
  router.use(express.static(path.join(projectRoot(), 'views/assets'), options));
  router.use(
    express.static(path.join(projectRoot(), 'node_modules/bootstrap/dist/css'), {
      ...options,
      extensions: [],
    }),
  );
  return router;
}
