import type { Express } from 'express';

export interface KnownRoute {
  readonly method: string;
  /** As written in the router, e.g. `/lke/:satker/:year`. */
  readonly path: string;
}

interface Layer {
  readonly rawPath?: unknown;
  readonly route?: { readonly path: unknown; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle?: { readonly stack?: readonly Layer[] };
}

/** Every route the app answers, found by walking its routers: nothing can be forgotten. */
export function routesOf(app: Express): readonly KnownRoute[] {
  const top = (app as unknown as { router: { stack: readonly Layer[] } }).router;
  return [...walk(top.stack, '')].sort((a, b) => keyOf(a).localeCompare(keyOf(b)));
}

export function keyOf(route: KnownRoute): string {
  return `${route.method} ${route.path}`;
}

function* walk(stack: readonly Layer[], prefix: string): Generator<KnownRoute> {
  for (const layer of stack) {
    if (layer.route !== undefined) yield* methodsOf(layer.route, prefix);
    else if (layer.handle?.stack !== undefined) {
      yield* walk(layer.handle.stack, prefix + mountOf(layer.rawPath));
    }
  }
}

function* methodsOf(route: NonNullable<Layer['route']>, prefix: string): Generator<KnownRoute> {
  for (const path of [route.path].flat()) {
    if (typeof path !== 'string')
      throw new Error(`a route without a readable path: ${String(path)}`);
    for (const method of Object.keys(route.methods)) {
      yield { method: method === '_all' ? 'ALL' : method.toUpperCase(), path: prefix + path };
    }
  }
}

function mountOf(rawPath: unknown): string {
  if (typeof rawPath !== 'string') throw new Error('a router is mounted at an unreadable path');
  return rawPath === '/' ? '' : rawPath;
}
