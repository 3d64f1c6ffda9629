import { seedPlaces, type At } from '../access/places.js';
import { REGISTRY } from '../access/registry.js';
import { visitorsOf } from '../access/visitors.js';
import { postedFields, sendText } from '../security/fields.js';
import { xssPayloads } from '../security/xss-payloads.js';
import { BROWSER_TEST_MS, describeInBrowser, type Visitor } from '../support/chromium.js';

/** Payloads kept in every field that keeps text, then every page in a real browser: nothing runs. */
const PAYLOADS = xssPayloads();

describeInBrowser('a real browser on pages full of payloads', (browser) => {
  let at: At;

  beforeAll(async () => {
    at = (await seedPlaces(browser.test.deps)).mataram;
    const visitors = visitorsOf(browser.url);
    for (const [index, field] of (await postedFields(visitors, at)).entries()) {
      const client = await visitors.person(field.username);
      await sendText(client, field, PAYLOADS[(index * 7) % PAYLOADS.length] ?? '');
    }
    const lead = await visitors.person('ketua.mataram');
    for (const [n, { code }] of indicatorsOf(browser.test.deps).entries()) {
      const note = PAYLOADS[n % PAYLOADS.length] ?? '';
      const version = code === at.code ? '1' : '0';
      const fields = { _csrf: await lead.token(), version, note };
      await lead.post(`/lke/52.71/2026/jawaban/${code}`, fields);
    }
  }, BROWSER_TEST_MS);

  it.each(['ketua.mataram', 'admin'])(
    'runs no script and meets no breach of the policy as %s',
    async (username) => {
      const visitor = await browser.visitor({ width: 1280 });
      const happened = await watch(visitor);
      await visitor.signIn(username);
      let visited = 0;
      for (const path of pathsFor(username, at)) {
        await visitor.page.goto(path, { waitUntil: 'load' });
        visited += 1;
      }
      for (const code of ['A.I.1.i.b', 'A.I.2.i.a', 'A.II.1.i.a', 'B.I.a', 'A.I.6.v.c']) {
        await visitor.page.goto(`/lke/52.71/2026/jawaban/${code}`);
      }
      expect(visited).toBeGreaterThan(10);
      expect(happened).toEqual([]);
      await visitor.close();
    },
    BROWSER_TEST_MS,
  );

  it(
    'would be told if a script ran or the policy were breached',
    async () => {
      const visitor = await browser.visitor();
      const happened = await watch(visitor);
      await visitor.page.goto('/masuk');
      await visitor.page.evaluate(
        `document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=/x onerror=alert(1)>')`,
      );
      await visitor.page.evaluate('window.alert(2)');
      await visitor.page.waitForFunction('window.breaches > 0');
      expect(happened.some((one) => one.startsWith('dialog'))).toBe(true);
      expect(happened.some((one) => one.startsWith('policy'))).toBe(true);
      await visitor.close();
    },
    BROWSER_TEST_MS,
  );
});

/** Dialogs, errors of the page and breaches of its policy, as they come. */
async function watch({ page }: Visitor): Promise<string[]> {
  const happened: string[] = [];
  page.on('dialog', (dialog) => {
    happened.push(`dialog on ${page.url()}: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => happened.push(`error on ${page.url()}: ${error.message}`));
  await page.exposeFunction('tellBreach', (what: string) => happened.push(`policy: ${what}`));
  await page.addInitScript(`window.breaches = 0;
    document.addEventListener('securitypolicyviolation', (event) => {
      window.breaches += 1;
      window.tellBreach(location.pathname + ' ' + event.violatedDirective + ' ' + event.sample);
    });`);
  return happened;
}

function pathsFor(username: string, at: At): string[] {
  return Object.entries(REGISTRY)
    .filter(([key, { kind, deed }]) => {
      if (!key.startsWith('GET ') || kind !== undefined || deed === 'open') return false;
      return username === 'admin' ? deed === 'admin' || deed === 'read' : deed !== 'admin';
    })
    .map(([, route]) => route.path(at));
}

function indicatorsOf({
  instruments,
}: {
  instruments: { instrument(id: string): { indicators: readonly { code: string }[] } };
}) {
  return instruments.instrument('lke-2026').indicators;
}
