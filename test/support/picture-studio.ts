import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { chromium, type Page } from 'playwright-core';
import { readConfig } from '../../src/config.js';
import { makeDemo } from '../../src/cli/demo/make-demo.js';
import { projectRoot } from '../../src/project-root.js';
import { openDeps, serve } from '../../src/serve.js';
import {
  CHROMIUM_FLAGS,
  chromiumPath,
  freePort,
  openVisitor,
  type Visitor,
  type VisitorOptions,
} from './chromium.js';

/** The demo behind a real browser, at a time that moves only when told, for pictures of pages. */
export interface Studio {
  visitor(options?: VisitorOptions): Promise<Visitor>;
  /** One person at the pages, from signing in until the scene is over. */
  scene(
    username: string,
    act: (page: Page) => Promise<void>,
    options?: VisitorOptions,
  ): Promise<void>;
  /** Lets time pass, for example until every session has ended. */
  wait(minutes: number): void;
  close(): Promise<void>;
}

/** A working morning in Mataram, after the first quarter's monitoring and before the deadline. */
const START = '2026-04-07T01:30:00.000Z';
const FOLDER = path.join(projectRoot(), 'docs/gambar');
const MARGIN = 10;
/** The guide is read over slow lines too. */
const MOST_BYTES = 200_000;
const MOST_BYTES_IN_ALL = 5_000_000;

export async function openStudio(): Promise<Studio> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error('no Chromium; name one with CHROMIUM');
  const data = mkdtempSync(path.join(tmpdir(), 'tapak-'));
  const env = { ZI_DATA: data, PORT: String(await freePort()) };
  const config = readConfig(env, { demo: true });
  if (!config.ok) throw new Error(config.faults.join('; '));
  let now = new Date(START);
  const deps = await openDeps(config.config, pino({ level: 'silent' }), () => now);
  await makeDemo(deps);
  const server = await serve(deps);
  const browser = await chromium.launch({
    executablePath,
    args: [...CHROMIUM_FLAGS, '--disable-lcd-text'],
  });
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const visitor = (options: VisitorOptions = {}) => openVisitor(browser, server.url, options);
  return {
    visitor,
    scene: async (username, act, options) => {
      const one = await visitor(options);
      await one.signIn(username);
      await act(one.page);
      await one.close();
    },
    wait: (minutes) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    close: async () => {
      await browser.close();
      await server.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/**
 * A picture of the part of a page that the elements span, kept under docs/gambar. Every selector
 * must match, so that a picture of a page that has changed its shape fails instead of lying.
 */
export async function takePicture(
  page: Page,
  name: string,
  ...selectors: readonly string[]
): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate('window.scrollTo(0, 0)');
  const boxes = await Promise.all(selectors.map((selector) => boxOf(page, selector)));
  const width = await page.evaluate<number>('document.documentElement.clientWidth');
  const left = Math.max(0, Math.min(...boxes.map((box) => box.x)) - MARGIN);
  const right = Math.min(width, Math.max(...boxes.map((box) => box.x + box.width)) + MARGIN);
  const start = Math.min(...boxes.map((box) => box.y));
  // Above a bar of the page's whole width stands another one.
  const isBar = boxes.some((box) => box.y === start && box.x === 0);
  const top = isBar ? start : Math.max(0, start - MARGIN);
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + MARGIN;
  await page.screenshot({
    path: path.join(FOLDER, `${name}.png`),
    fullPage: true,
    clip: { x: left, y: top, width: right - left, height: bottom - top },
    animations: 'disabled',
    caret: 'hide',
    scale: 'css',
  });
}

/** Names and sizes of all pictures; too heavy ones are an error. */
export function weighPictures(): string {
  const sizes = readdirSync(FOLDER)
    .sort()
    .map((name) => ({ name, bytes: statSync(path.join(FOLDER, name)).size }));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const heavy = sizes.filter(({ bytes }) => bytes > MOST_BYTES);
  if (heavy.length > 0 || total > MOST_BYTES_IN_ALL) {
    throw new Error(`too heavy: ${heavy.map(({ name }) => name).join(', ')} (${total} in all)`);
  }
  const lines = sizes.map(({ name, bytes }) => `${String(bytes).padStart(7)} ${name}`);
  return [...lines, `${String(total).padStart(7)} in all`].join('\n');
}

async function boxOf(page: Page, selector: string) {
  const box = await page.locator(selector).first().boundingBox({ timeout: 5000 });
  if (box === null || box.height === 0) throw new Error(`${page.url()}: ${selector} is not there`);
  return box;
}
