import { REGISTRY, type RouteCase } from '../access/registry.js';

/** A page of the product, by its key in the register of routes, e.g. `GET /satker`. */
export interface PageKind {
  readonly key: string;
  readonly route: RouteCase;
}

interface Pattern extends PageKind {
  readonly pattern: RegExp;
  readonly placeholders: number;
}

const PATTERNS: readonly Pattern[] = Object.entries(REGISTRY)
  .filter(([key]) => key.startsWith('GET '))
  .map(([key, route]) => ({ key, route, ...patternOf(key.slice('GET '.length)) }))
  .sort((a, b) => a.placeholders - b.placeholders);

/** Which page of the register an address leads to; null for what is none, as a style sheet. */
export function kindOf(address: string): PageKind | null {
  const [path = ''] = address.split('?');
  return PATTERNS.find(({ pattern }) => pattern.test(path)) ?? null;
}

/** Everything of the register that a signed-in person may be led to, files apart. */
export function pageKinds(): readonly PageKind[] {
  return PATTERNS.filter(
    ({ route }) => route.kind === undefined && route.deed !== 'open' && route.deed !== 'token',
  );
}

function patternOf(path: string): { pattern: RegExp; placeholders: number } {
  const parts = path.split('/').map((part) => part.split(/(:\w+)/));
  const source = parts
    .map((part) => part.map((one) => (one.startsWith(':') ? '[^/]+' : escaped(one))).join(''))
    .join('/');
  return { pattern: new RegExp(`^${source}$`), placeholders: path.split(':').length - 1 };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
