import { parseArgs } from 'node:util';
import { isRole, ROLES, type Grant } from '../domain/access/roles.js';
import type { Outcome, Problem } from '../domain/problem.js';

/** `user add …`, read but not yet held against what is stored. */
export interface AddOptions {
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly grants: readonly Grant[];
  readonly as: string | null;
}

const SINGLE = ['username', 'name', 'email', 'as'] as const;
const REQUIRED = ['username', 'name'] as const;
const CENTRE = '00';

/**
 * `--role R --satker CODE` gives one role at one satker. More `--satker` after a role give it there
 * too, another `--role` begins the next. A role of the centre needs no satker.
 */
export function readAddOptions(argv: readonly string[]): Outcome<AddOptions> {
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      [...SINGLE, 'role', 'satker'].map((name) => [name, { type: 'string' as const }]),
    ),
  });
  const found = new Map<string, string>();
  const roles: { role: string; satker: string[] }[] = [];
  const problems: Problem[] = [];
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      const args = { argument: token.value };
      problems.push({ field: '', code: 'unexpected-argument', args });
      continue;
    }
    const problem = readOption(token.name, token.value, found, roles);
    if (problem !== null) problems.push(problem);
  }
  for (const field of REQUIRED) {
    if (!found.has(field)) problems.push({ field, code: 'option-needed' });
  }
  if (roles.length === 0) problems.push({ field: 'role', code: 'option-needed' });
  const grants = grantsOf(roles, problems);
  if (problems.length > 0) return { ok: false, problems };
  const text = (name: string) => found.get(name) ?? '';
  const as = found.get('as') ?? null;
  const account = { username: text('username'), name: text('name'), email: text('email') };
  return { ok: true, value: { ...account, grants, as } };
}

function readOption(
  name: string,
  value: string | undefined,
  found: Map<string, string>,
  roles: { role: string; satker: string[] }[],
): Problem | null {
  const isKnown =
    name === 'role' || name === 'satker' || (SINGLE as readonly string[]).includes(name);
  if (!isKnown) return { field: name, code: 'unknown-option' };
  if (value === undefined || value === '' || value.startsWith('--')) {
    return { field: name, code: 'option-without-value' };
  }
  if (name === 'role') {
    roles.push({ role: value, satker: [] });
    return null;
  }
  if (name === 'satker') {
    const last = roles.at(-1);
    if (last === undefined) return { field: 'satker', code: 'satker-before-role' };
    last.satker.push(value);
    return null;
  }
  if (found.has(name)) return { field: name, code: 'option-repeated' };
  found.set(name, value);
  return null;
}

function grantsOf(
  roles: readonly { role: string; satker: readonly string[] }[],
  problems: Problem[],
): readonly Grant[] {
  const grants: Grant[] = [];
  for (const { role, satker } of roles) {
    if (!isRole(role)) {
      problems.push({
        field: 'role',
        code: 'unknown-role-code',
        args: { known: ROLES.join(', ') },
      });
      continue;
    }
    const central = role === 'admin' || role === 'penilai-pusat';
    if (satker.length === 0 && !central) problems.push({ field: 'satker', code: 'satker-needed' });
    const codes = satker.length === 0 && central ? [CENTRE] : satker;
    for (const satkerCode of codes) grants.push({ role, satkerCode });
  }
  return grants;
}
