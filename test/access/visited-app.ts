import { startTestApp, type TestApp } from '../support/app.js';
import { listen, type Listening } from '../support/http-client.js';
import { visitorsOf, type Visitors } from './visitors.js';

export interface VisitedApp extends Visitors, Pick<TestApp, 'app' | 'deps' | 'folder'> {
  readonly url: string;
}

/** The whole app, listening, and who visits it: from before the first test of a file to its end. */
export function visitedApp(): VisitedApp {
  let test: TestApp;
  let listening: Listening;
  let visitors: Visitors;
  beforeAll(async () => {
    test = await startTestApp();
    listening = await listen(test.app);
    visitors = visitorsOf(listening.url);
  }, 60_000);
  afterAll(async () => {
    await listening.close();
    await test.close();
  });
  return {
    get app() {
      return test.app;
    },
    get deps() {
      return test.deps;
    },
    get folder() {
      return test.folder;
    },
    get url() {
      return listening.url;
    },
    person: (username) => visitors.person(username),
    role: (role) => visitors.role(role),
    anonymous: () => visitors.anonymous(),
  };
}
