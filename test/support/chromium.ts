import { existsSync, mkdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { CAST_PASSWORD } from '../../fixtures/cast.js';
import { startTestApp, type TestApp } from './app.js';
import { listen, type Listening } from './http-client.js';

/** The real app on a loopback port and one real Chromium for all tests of a file. */
export interface BrowserTest {
  readonly test: TestApp;
  readonly url: string;
  /** A fresh visitor: own cookies, own cache. Closed after the test file. */
  visitor(options?: VisitorOptions): Promise<Visitor>;
}

export interface VisitorOptions {
  readonly width?: number;
  readonly height?: number;
  readonly javaScript?: boolean;
}

export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Through the form a person uses. */
  readonly signIn: (username: string, password?: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A guard against hanging, never a measure. */
export const BROWSER_TEST_MS = 180_000;

export function chromiumPath(): string | null {
  const candidates = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser'];
  return candidates.find((one) => one !== undefined && one !== '' && existsSync(one)) ?? null;
}

/**
 * Tests in a real browser. Without Chromium they are skipped with a printed reason; where
 * everything must run (ZI_FULL=1) that is a failure.
 */
export function describeInBrowser(title: string, body: (browser: BrowserTest) => void): void {
  const executablePath = chromiumPath();
  if (executablePath === null) {
    missing(title);
    return;
  }
  describe(title, () => {
    let test: TestApp | undefined;
    let listening: Listening | undefined;
    let browser: Browser | undefined;

    beforeAll(async () => {
      const port = await freePort();
      test = await startTestApp({ PORT: String(port) });
      listening = await listen(test.app, port);
      browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
    }, BROWSER_TEST_MS);

    afterAll(async () => {
      await browser?.close();
      await listening?.close();
      await test?.close();
    }, BROWSER_TEST_MS);

    body({
      get test() {
        return present(test);
      },
      get url() {
        return present(listening).url;
      },
      visitor: (options = {}) => openVisitor(present(browser), present(listening).url, options),
    });
  });
}

/** axe findings as short lines: rule, element, help. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    // One page, no foreign frames: the short way, without a second page for every run.
    .setLegacyMode(true)
    // What passes is counted, not described: half the time on a long page.
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap((found) =>
    found.nodes.map((node) => `${found.id}: ${node.target.join(' ')} (${found.help})`),
  );
}

/** How many pixels the page is wider than its window. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate<number>(
    'Math.max(0, (document.scrollingElement ?? document.documentElement).scrollWidth - innerWidth)',
  );
}

/** Kept only where ZI_PICTURES names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['ZI_PICTURES'];
  if (folder === undefined || folder === '') return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}

function missing(title: string): void {
  const reason = `${title}: no Chromium at /usr/bin/chromium and none named by CHROMIUM`;
  if (process.env['ZI_FULL'] === '1') {
    it(title, () => {
      throw new Error(reason);
    });
    return;
  }
  process.stderr.write(`skipped: ${reason}\n`);
  it.skip(title, () => {});
}

export async function openVisitor(
  browser: Browser,
  url: string,
  options: VisitorOptions,
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'id-ID',
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    javaScriptEnabled: options.javaScript ?? true,
  });
  const page = await context.newPage();
  return {
    context,
    page,
    signIn: (username, password = CAST_PASSWORD) => signInThroughForm(page, username, password),
    close: () => context.close(),
  };
}

async function signInThroughForm(page: Page, username: string, password: string): Promise<void> {
  await page.goto('/masuk');
  await page.locator('input[name="username"]').fill(username);
  await page.locator('input[name="password"]').fill(password);
  await Promise.all([
    page.waitForURL((address) => !address.pathname.startsWith('/masuk')),
    page.locator('main button[type="submit"]').click(),
  ]);
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('used before the test file has started');
  return value;
}
