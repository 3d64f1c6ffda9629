import type { Page } from 'playwright-core';
import { PEOPLE, verdictFor, type LawRole } from '../access/law.js';
import type { Deps } from '../../src/web/deps.js';
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
import { answer } from '../support/answering.js';
import { fullInput } from '../support/sheets.js';

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
    await answer(browser.test, at.satker, fullInput('best'), { [at.code]: LONG, 'B.I.a': LONG });
    await lengthenNames(browser.test.deps, at);
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
        // The administrator reads an LKE as others do: only its own pages are new.
        if (!isPageFor(key, route, role) || (role === 'admin') !== (route.deed === 'admin'))
          continue;
        faults.push(...(await faultsOf(wide.page, route.path(at), `${role}-${nameOf(key)}-1280`)));
      }
      await wide.close();
      expect(faults).toEqual([]);
    },
    BROWSER_TEST_MS,
  );

  it.each(['ketua', 'admin'] as const)(
    'reflows into 320 px without sideways scrolling for %s',
    async (role) => {
      const { page, signIn, close } = await browser.visitor({ width: 320, height: 640 });
      await signIn(PEOPLE[role]);
      const faults: string[] = [];
      for (const [key, route] of Object.entries(REGISTRY)) {
        if (!isPageFor(key, route, role)) continue;
        await page.goto(route.path(at));
        const overflow = await sidewaysOverflow(page);
        if (overflow > 0) faults.push(`${route.path(at)}: ${overflow} px too wide`);
      }
      await close();
      expect(faults).toEqual([]);
    },
    BROWSER_TEST_MS,
  );

  it(
    'has no axe finding and no sideways scrolling when something was refused or met a conflict',
    async () => {
      const { page, signIn, close } = await browser.visitor({ width: 360, height: 740 });
      await signIn(PEOPLE.ketua);
      const home = `/lke/${at.satker}/${at.year}`;
      const faults: string[] = [];

      await page.goto(`${home}/jawaban/B.I.a`);
      await page.locator('#index').fill('empat koma dua');
      await submit(page, '#isian button[name="then"]');
      faults.push(...(await faultsHere(page, 'refused answer')));

      await page.goto(`${home}/jawaban/${at.code}`);
      await page.evaluate(`document.querySelector('#isian [name="version"]').value = '0'`);
      await page.locator('#note').fill(`${LONG} kedua`);
      await submit(page, '#isian button[name="then"]');
      await picture(page, 'conflict-360');
      expect(await page.locator('main').innerText()).toContain('kedua');
      faults.push(...(await faultsHere(page, 'conflict')));

      await page.goto(`${home}/bukti/${at.evidence}/penarikan`);
      await submit(page, 'main form[method="post"] button[type="submit"]');
      faults.push(...(await faultsHere(page, 'refused withdrawal')));

      await page.goto(`${home}/bukti/baru`);
      await submit(page, 'main form[method="post"] button[type="submit"]');
      faults.push(...(await faultsHere(page, 'refused evidence')));

      await page.goto(`/tim/${at.satker}`);
      await submit(page, 'main form[action$="/undangan"] button[type="submit"]');
      faults.push(...(await faultsHere(page, 'refused invitation')));
      await close();
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
      await page.evaluate(PLANTED_FOCUS);
      expect(await page.evaluate(FOCUS_FAULT)).toMatch(/no visible focus/);
    },
    BROWSER_TEST_MS,
  );

  it(
    'shows where the keyboard is',
    async () => {
      const visitor = await browser.visitor({ width: 1280 });
      await visitor.signIn(PEOPLE.ketua);
      const faults: string[] = [];
      const home = `/lke/${at.satker}/${at.year}`;
      const paths = ['', '/area/1', `/jawaban/${at.code}`, '/bukti', '/bukti/baru', '/unduhan'];
      for (const path of [...paths.map((rest) => home + rest), '/satker', '/sandi', '/tim/52.71']) {
        await visitor.page.goto(path);
        faults.push(...(await focusFaults(visitor, path)));
      }
      expect(faults).toEqual([]);
    },
    BROWSER_TEST_MS,
  );
});

/** What people paste: an address without a single space. */
const LONG = `https://drive.example.go.id/${'berkas-bukti-dukung'.repeat(12)}/lihat?sandi=tidak`;

/** Names as long as the forms allow, without a place to break. */
async function lengthenNames(deps: Deps, { evidence, member }: At): Promise<void> {
  await deps.store.write(async (tx) => {
    const name = LONG.slice(0, 200);
    const physical_location = `lemari-${'x'.repeat(190)}`;
    const place = { name, physical_location };
    await tx.updateTable('evidence').set(place).where('id', '=', Number(evidence)).execute();
    await tx
      .updateTable('evidence_version')
      .set({ file_name: `${'berkas_'.repeat(27)}.pdf` })
      .where('evidence_id', '=', Number(evidence))
      .execute();
    await tx
      .updateTable('user')
      .set({ name: 'Nama'.repeat(40), email: `${'surel'.repeat(12)}@kpu.go.id` })
      .where('id', '=', Number(member))
      .execute();
  });
}

function isPageFor(key: string, route: RouteCase, role: LawRole): boolean {
  if (!key.startsWith('GET ') || route.kind !== undefined) return false;
  switch (route.deed) {
    case 'open':
    case 'token':
      return false;
    case 'self':
      return true;
    case 'admin':
      return role === 'admin';
    case 'centre':
      return role === 'penilai-pusat';
    case 'province':
      return route.isNobodys !== true;
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

async function submit(page: Page, button: string): Promise<void> {
  const sent = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.locator(button).first().click();
  await sent;
  await page.waitForLoadState('load');
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

const PLANTED_FOCUS = `{
  const place = document.createElement('span');
  place.textContent = 'tanpa tanda';
  place.tabIndex = 0;
  place.style.outline = 'none';
  document.querySelector('main').append(place);
  place.focus({ focusVisible: true });
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
