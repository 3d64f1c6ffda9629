import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Request, Response } from 'express';
import Handlebars from 'handlebars';
import { chromeOf, type Chrome } from './chrome.js';
import type { Config } from '../config.js';

/**
 * Name of a template (views/pages/<name>.hbs) → the plain object it is given. Every page file adds
 * its own line by declaration merging; a test holds each template's names against this type.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface PageTypes {}

/** What every page object carries for the layout. */
export interface PageBase {
  /** Title of the window and, unless the template says otherwise, the heading. */
  readonly title: string;
}

export interface Pages {
  render<Name extends Extract<keyof PageTypes, string>>(
    req: Request,
    res: Response,
    name: Name,
    page: PageTypes[Name] & PageBase,
    status?: number,
  ): void;
}

type Template = (context: unknown) => string;

/** preventIndent: an indented partial must not indent what people typed into a text area. */
const OPTIONS = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { href: true },
  preventIndent: true,
} as const;

/** Compiles every template once, at boot: a template that does not parse stops the start. */
export function loadPages(viewsFolder: string, config: Config, version: string): Pages {
  const engine = Handlebars.create();
  engine.registerHelper('href', safeHref);
  for (const [name, source] of templatesIn(path.join(viewsFolder, 'partials'))) {
    engine.registerPartial(name, engine.compile(source, OPTIONS));
  }
  const layout = compile(engine, readFileSync(path.join(viewsFolder, 'layout.hbs'), 'utf8'));
  const pages = new Map<string, Template>();
  for (const [name, source] of templatesIn(path.join(viewsFolder, 'pages'))) {
    pages.set(name, compile(engine, source));
  }
  return {
    render(req, res, name, page, status = 200) {
      const template = pages.get(name);
      if (template === undefined) throw new Error(`no template views/pages/${name}.hbs`);
      const chrome: Chrome = chromeOf(req, res, config, version);
      const body = template({ ...page, chrome });
      const html = layout({ title: page.title, chrome, body });
      res.status(status);
      res.setHeader('Content-Type', 'text/html; charset=utf-8');
      res.setHeader('Content-Length', Buffer.byteLength(html));
      // Not by res.send, which makes a second copy: head and body leave as one string.
      res.end(req.method === 'HEAD' ? undefined : html);
    },
  };
}

function compile(engine: typeof Handlebars, source: string): Template {
  const template = engine.compile(source, OPTIONS);
  return (context) => template(context);
}

function* templatesIn(folder: string): Generator<[string, string]> {
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!entry.endsWith('.hbs')) continue;
    const name = entry.slice(0, -'.hbs'.length).split(path.sep).join('/');
    yield [name, readFileSync(path.join(folder, entry), 'utf8')];
  }
}

/** Only http(s) and our own paths leave as an href; anything else becomes "#". */
function safeHref(value: unknown): string {
  if (typeof value !== 'string') return '#';
  if (/^https?:\/\/[^\s]+$/i.test(value)) return value;
  return /^\/(?![/\\])[^\s\\]*$/.test(value) || /^[?#][^\s]*$/.test(value) ? value : '#';
}
