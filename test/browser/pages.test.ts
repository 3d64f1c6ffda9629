import type { Page } from 'playwright-core';
import { PEOPLE, verdictFor, type LawRole } from '../access/law.js';
import { seedPlaces, type At } from '../access/places.js';
import { REGISTRY, type RouteCase } from '../access/registry.js';
import {
  axeFindings,
  BROWSER_TEST_MS,
  describeInBrowser,
  picture,
  sidewaysOverflow,
  type Visitor,
} from '../support/chromium.js';

/** Those to whom the pages look different: who fills, who fills a part, who reads, who runs it all. */
const ROLES: readonly LawRole[] = [
  'ketua',
  'anggota',
  'penilai-provinsi',
  'evaluator-baca',
  'admin',
];

describeInBrowser('every page', (browser) => {
  let at: At;
  beforeAll(async () => {
    at = (await seedPlaces(browser.test.deps)).mataram;
  });

  it(
    'has no axe finding and no sideways scrolling for somebody who is not signed in',
    async () => {
      const visitor = await browser.visitor({ width: 360, height: 740 });
      const faults: string[] = [];
      for (const path of ['/masuk', '/masuk?ke=%2Fsatker', '/pasang?token=x', '/tautan/x']) {
        faults.push(...(await faultsOf(visitor.page, path)));
      }
      await visitor.page.goto('/masuk');
      await visitor.page.locator('input[name="username"]').fill('tidak.ada');
      await visitor.page.locator('input[name="password"]').fill('tidak ada');
      await visitor.page.locator('main button[type="submit"]').click();
      faults.push(...(await faultsHere(visitor.page, 'refused sign-in')));
      expect(faults).toEqual([]);
    },
    BROWSER_TEST_MS,
  );

  it.each(ROLES)(
    'has no axe finding and no sideways scrolling for %s',
    async (role) => {
      const narrow = await browser.visitor({ width: 360, height: 740 });
      await narrow.signIn(PEOPLE[role]);
      const faults: string[] = [];
      for (const [key, route] of Object.entries(REGISTRY)) {
        if (!isPageFor(key, route, role)) continue;
        faults.push(...(await faultsOf(narrow.page, route.path(at), `${role}-${nameOf(key)}-360`)));
      }
      faults.push(...(await faultsOf(narrow.page, '/tidak/ada')));
      await narrow.close();
      expect(faults).toEqual([]);
    },
    BROWSER_TEST_MS,
  );

  it.each(['ketua', 'admin'] as const)(
    'has no axe finding on a wide window for %s',
    async (role) => {
      const wide = await browser.visitor({ width: 1280 });
      await wide.signIn(PEOPLE[role]);
      const faults: string[] = [];
      for (const [key, route] of Object.entries(REGISTRY)) {
        if (!isPageFor(key, route, role)) continue;
        faults.push(...(await faultsOf(wide.page, route.path(at), `${role}-${nameOf(key)}-1280`)));
      }
      await wide.close();
      expect(faults).toEqual([]);
    },
    BROWSER_TEST_MS,
  );

  it(
    'would be told of a planted fault',
    async () => {
      const { page } = await browser.visitor({ width: 360, height: 740 });
      await page.goto('/masuk');
      await page.evaluate(PLANTED);
      const faults = await faultsHere(page, 'planted');
      expect(faults).toContainEqual(expect.stringContaining('label'));
      expect(faults).toContainEqual(expect.stringContaining('wider than the window'));
    },
    BROWSER_TEST_MS,
  );

  it(
    'shows where the keyboard is',
    async () => {
      const visitor = await browser.visitor({ width: 1280 });
      await visitor.signIn(PEOPLE.ketua);
      const faults: string[] = [];
      for (const path of [`/lke/${at.satker}/${at.year}`, '/satker', '/sandi']) {
        await visitor.page.goto(path);
        faults.push(...(await focusFaults(visitor, path)));
      }
      expect(faults).toEqual([]);
    },
    BROWSER_TEST_MS,
  );
});

function isPageFor(key: string, route: RouteCase, role: LawRole): boolean {
  if (!key.startsWith('GET ') || route.kind !== undefined) return false;
  switch (route.deed) {
    case 'open':
      return false;
    case 'self':
      return true;
    case 'admin':
      return role === 'admin';
    default:
      return verdictFor(role, route.deed, 'mataram') === 'done';
  }
}

function nameOf(key: string): string {
  return key.replace(/^GET \//, '').replace(/[^\w.-]+/g, '-');
}

async function faultsOf(page: Page, path: string, name?: string): Promise<string[]> {
  const response = await page.goto(path);
  const type = response?.headers()['content-type'] ?? '';
  if (!type.startsWith('text/html')) return [];
  if (name !== undefined) await picture(page, name);
  return faultsHere(page, path);
}

async function faultsHere(page: Page, path: string): Promise<string[]> {
  const found = [...(await axeFindings(page))];
  const overflow = await sidewaysOverflow(page);
  if (overflow > 0) found.push(`${overflow} px wider than the window`);
  return found.map((fault) => `${path}: ${fault}`);
}

/** Every element reached by Tab looks different while it has the focus. */
async function focusFaults(visitor: Visitor, path: string): Promise<string[]> {
  const { page } = visitor;
  const faults: string[] = [];
  for (let n = 0; n < 25; n += 1) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate<string | null>(FOCUS_FAULT);
    if (fault === 'end') break;
    if (fault !== null) faults.push(`${path}: ${fault}`);
  }
  return faults;
}

const PLANTED = `{
  const input = document.createElement('input');
  input.style.width = '900px';
  document.querySelector('main').append(input);
}`;

const FOCUS_FAULT = `(() => {
  const one = document.activeElement;
  if (one === null || one === document.body) return 'end';
  const look = (element) => {
    const style = getComputedStyle(element);
    return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow,
      style.borderColor, style.backgroundColor, style.textDecorationLine].join('|');
  };
  const focused = look(one);
  const box = one.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return 'invisible focus on ' + one.outerHTML.slice(0, 120);
  one.blur();
  const plain = look(one);
  one.focus({ focusVisible: true });
  return focused === plain ? 'no visible focus on ' + one.outerHTML.slice(0, 120) : null;
})()`;
