import type { Locator, Page } from 'playwright-core';
import type { Role } from '../../src/domain/access/roles.js';
import { axeFindings, picture, sidewaysOverflow, type BrowserTest } from './chromium.js';
import { pageKinds } from './page-kinds.js';
import type { Fetched, WalkedPage } from './page-walk.js';
import { lkeOf } from './submitting.js';
import { lookAround } from './year-look.js';
import { yearPeople } from './year-people.js';
import type { Step } from './year-forms.js';
import type { YearPlayer } from './year-plan.js';
import { acceptAll, fillAll } from './year-seed.js';
import type { Sightings } from './year-sightings.js';

const PHONE = { width: 360, height: 740 };

/** What the administrator keeps looks the same at every stage, but for satker: seen once is enough. */
const STILL = pageKinds()
  .filter(({ key, route }) => route.deed === 'admin' && !key.includes('satker'))
  .map(({ key }) => key);

/** Browser windows, one for each person, and what was drawn and judged in them. */
export interface Windows {
  readonly as: (username: string) => Promise<Page>;
  readonly faultsOf: (role: Role, page: Page, walked: WalkedPage) => Promise<readonly string[]>;
}

export function windowsOf(browser: BrowserTest): Windows {
  const pages = new Map<string, Promise<Page>>();
  const drawn = new Set<string>();
  const judged = new Set<string>();
  return {
    as: (username) => {
      const known = pages.get(username) ?? openFor(browser, username);
      pages.set(username, known);
      return known;
    },
    // Every kind of page is drawn for every role, and again wherever it has a part that no page of
    // its kind had before; axe is asked only then, since it judges parts by what they are.
    faultsOf: async (role, page, { kind, address, html }) => {
      const parts = partsOf(html).map((part) => `${kind} ${part}`);
      const isNew = parts.some((part) => !judged.has(part));
      if (drawn.has(`${role} ${kind}`) && !isNew) return [];
      drawn.add(`${role} ${kind}`);
      parts.forEach((part) => judged.add(part));
      await page.goto(address);
      await picture(page, `${role}-${address.replace(/\W+/g, '-')}-${drawn.size}`);
      const overflow = await sidewaysOverflow(page);
      const axe = isNew ? await axeFindings(page) : [];
      return overflow > 0 ? [...axe, `${overflow} px too wide`] : axe;
    },
  };
}

/** The year of one satker in a real browser: typed, ticked and clicked on a phone. */
export async function yearInBrowser(
  { test }: BrowserTest,
  windows: Windows,
  satker: string,
  seen: Sightings,
): Promise<YearPlayer> {
  const people = await yearPeople(test, satker);
  const as = (role: Role): Promise<Page> => windows.as(people[role]);
  return {
    satker,
    fill: () => fillAll(test, satker, people),
    accept: (tier) => acceptAll(test, satker, tier, people),
    send: async (step) => sendStep(await as(step.who), step),
    reads: async (who, address, ...said) => {
      const page = await as(who);
      await page.goto(address);
      const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
      for (const one of said) expect(text).toContain(one);
    },
    follows: async (who, ...addresses) => {
      const page = await as(who);
      await page.goto('/');
      for (const address of addresses) {
        await page.locator(`a[href="${address}"]:visible`).first().click();
        await page.waitForURL((url) => url.pathname === address);
      }
    },
    look: async (stage, begun) => {
      expect((await lkeOf(test, satker)).stage).toBe(stage);
      const get = async (role: Role, address: string) => fetchedBy(await as(role), address);
      const faultsOf = async (role: Role, walked: WalkedPage) =>
        windows.faultsOf(role, await as(role), walked);
      const known = new Set(STILL.filter((key) => seen.kinds().has(key)));
      const looking = { satker, stage, begun, seen, most: 1, known, get, faultsOf };
      const faults = await lookAround(looking);
      expect([stage, faults]).toEqual([stage, []]);
    },
  };
}

async function openFor(browser: BrowserTest, username: string): Promise<Page> {
  const { page, signIn } = await browser.visitor(PHONE);
  await signIn(username);
  return page;
}

/** Asked in the session of the window, without drawing it. */
async function fetchedBy(page: Page, address: string): Promise<Fetched> {
  const reply = await page.context().request.get(address, { maxRedirects: 0 });
  const headers = reply.headers();
  const [type, location] = [headers['content-type'] ?? '', headers['location'] ?? null];
  return { status: reply.status(), type, location, html: await reply.text() };
}

async function sendStep(page: Page, step: Step): Promise<void> {
  await page.goto(step.page);
  const form = page.locator(`form[method="post"][action$="${step.action ?? step.page}"]`);
  const multipart = form.and(page.locator('[enctype="multipart/form-data"]'));
  const shown = step.file === undefined ? form.first() : multipart.first();
  for (const [name, value] of Object.entries(step.fields ?? {})) {
    await put(shown.locator(`[name="${name}"], [name^="${name}-"]`), value);
  }
  if (step.file !== undefined) {
    const { name, bytes } = step.file;
    const file = { name, mimeType: 'application/octet-stream', buffer: bytes };
    await shown.locator('input[type="file"]').setInputFiles(file);
  }
  const named = step.button === undefined ? '' : `[name="${step.button}"]`;
  let status = await press(page, shown.locator(`button[type="submit"]${named}`));
  if (step.ticks !== undefined && status === 200) {
    const asking = page.locator(`form:has([name="${step.ticks}"])`);
    await put(asking.locator(`[name="${step.ticks}"]`), 'on');
    status = await press(page, asking.locator('button[type="submit"]'));
  }
  if (status === 303 || status === 200) return;
  throw new Error(
    `${step.who} at ${step.page}: ${status} ${await page.locator('main').innerText()}`,
  );
}

/** Status of what comes back for the form. */
async function press(page: Page, button: Locator): Promise<number> {
  const answered = page.waitForResponse((one) => one.request().method() === 'POST');
  await button.first().click();
  const status = (await answered).status();
  await page.waitForLoadState();
  return status;
}

/** As a person would: text typed, a choice made, a box ticked; what is folded away is opened. */
async function put(fields: Locator, value: string): Promise<void> {
  const field = fields.first();
  const type = await field.getAttribute('type');
  const folded = field.locator('xpath=ancestor::details[not(@open)]/summary');
  for (const summary of await folded.all()) await summary.click();
  if (type === 'checkbox') await field.check();
  else if (type === 'radio') await fields.and(fields.page().locator(`[value="${value}"]`)).check();
  else await field.fill(value);
}

/** What a page is made of, whatever it says and however often. */
function partsOf(html: string): readonly string[] {
  const parts = html.matchAll(/<([a-z]\w*)([^>]*)>/g);
  return [...parts].map(([, name = '', attributes = '']) => {
    const said = /(?: class="([^"]*)")/.exec(attributes)?.[1] ?? '';
    const type = /(?: type="([^"]*)")/.exec(attributes)?.[1] ?? '';
    return `${name}.${said}.${type}`;
  });
}
