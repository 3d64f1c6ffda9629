import { parseArgs } from 'node:util';
import type { Outcome, Problem } from '../domain/problem.js';

/** What a command accepts: options that take a value, and flags that do not. */
export interface OptionSpec {
  readonly required: readonly string[];
  readonly optional?: readonly string[];
  readonly flags?: readonly string[];
  /** Name of the one value that stands without an option, e.g. FILE. */
  readonly argument?: string;
}

export interface Options {
  readonly values: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
}

/** `--name value` or `--name=value`; everything the command does not know is refused. */
export function parseOptions(argv: readonly string[], spec: OptionSpec): Outcome<Options> {
  const valued = [...spec.required, ...(spec.optional ?? [])];
  const flags = spec.flags ?? [];
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: typesOf(valued, flags),
  });
  const found = { values: new Map<string, string>(), flags: new Set<string>() };
  const problems = tokens.flatMap((token) => readToken(token, found, valued, flags, spec.argument));
  if (problems.length > 0) return { ok: false, problems };
  const needed = [...(spec.argument === undefined ? [] : [spec.argument]), ...spec.required];
  const missing = needed.filter((name) => !found.values.has(name));
  if (missing.length === 0) return { ok: true, value: found };
  return { ok: false, problems: missing.map((field) => ({ field, code: 'option-needed' })) };
}

type OptionTypes = Record<string, { type: 'string' | 'boolean' }>;

function typesOf(valued: readonly string[], flags: readonly string[]): OptionTypes {
  const types: OptionTypes = {};
  for (const name of valued) types[name] = { type: 'string' };
  for (const name of flags) types[name] = { type: 'boolean' };
  return types;
}

interface Token {
  readonly kind: 'option' | 'positional' | 'option-terminator';
  readonly name?: string;
  readonly value?: string | undefined;
}

function readToken(
  token: Token,
  found: { values: Map<string, string>; flags: Set<string> },
  valued: readonly string[],
  flags: readonly string[],
  argument?: string,
): Problem[] {
  if (token.kind === 'option-terminator') return [];
  const { name = '', value } = token;
  if (token.kind === 'positional') {
    if (argument !== undefined && !found.values.has(argument)) {
      found.values.set(argument, value ?? '');
      return [];
    }
    return [{ field: '', code: 'unexpected-argument', args: { argument: value ?? '' } }];
  }
  if (found.values.has(name) || found.flags.has(name)) {
    return [{ field: name, code: 'option-repeated' }];
  }
  if (flags.includes(name)) {
    found.flags.add(name);
    return value === undefined ? [] : [{ field: name, code: 'option-with-value' }];
  }
  if (!valued.includes(name)) return [{ field: name, code: 'unknown-option' }];
  if (value === undefined || value === '' || value.startsWith('--')) {
    return [{ field: name, code: 'option-without-value' }];
  }
  found.values.set(name, value);
  return [];
}
