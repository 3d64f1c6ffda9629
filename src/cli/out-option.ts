import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { refused, type Outcome } from '../domain/problem.js';
import type { Options } from './parse-options.js';

/** `--out FILE [--force]`: where a command writes to, refused where something stands there. */
export function readOut({ values, flags }: Options): Outcome<string> {
  const out = resolve(values.get('out') ?? '');
  if (existsSync(out) && !flags.has('force')) return refused('out', 'file-exists');
  return { ok: true, value: out };
}
