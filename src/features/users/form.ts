import { z } from 'zod';
import { checkAccount, checkDetails, type Account } from '../../domain/account/account.js';
import { isRole, type Grant, type Role } from '../../domain/access/roles.js';
import type { Outcome, Problem } from '../../domain/problem.js';
import { normaliseLine } from '../../text/normalise.js';
import { chosenSatker, splitSatker, type Places } from './satker-choice.js';

const MOST_TEXT = 20_000;
const line = z
  .string()
  .max(MOST_TEXT)
  .catch('')
  .transform((text) => normaliseLine(text));
const version = z.coerce.number().int().min(0).catch(0);

const DETAILS = z.object({ name: line, email: line, version });
const GRANTS = z.object({
  role: line,
  satker: line,
  moreSatker: z.string().max(MOST_TEXT).catch(''),
  version,
});
const NEW_USER = GRANTS.extend({ username: line, name: line, email: line });

export type TypedDetails = z.infer<typeof DETAILS>;
export type TypedGrants = z.infer<typeof GRANTS>;
export type TypedUser = z.infer<typeof NEW_USER>;

export const EMPTY_GRANTS: TypedGrants = { role: '', satker: '', moreSatker: '', version: 0 };
export const EMPTY_USER: TypedUser = { ...EMPTY_GRANTS, username: '', name: '', email: '' };

export const readDetails = (body: unknown): TypedDetails => DETAILS.parse(body ?? {});
export const readGrants = (body: unknown): TypedGrants => GRANTS.parse(body ?? {});
export const readUser = (body: unknown): TypedUser => NEW_USER.parse(body ?? {});
export const readVersion = (body: unknown): number =>
  z.object({ version }).parse(body ?? {}).version;

export function parseDetails(typed: TypedDetails): Outcome<Omit<Account, 'username'>> {
  return checkDetails(typed);
}

export function parseUser(
  typed: TypedUser,
  places: Places,
): Outcome<{ readonly account: Account; readonly grants: readonly Grant[] }> {
  const account = checkAccount(typed);
  const grants = parseGrants(typed, places);
  if (account.ok && grants.ok) {
    return { ok: true, value: { account: account.value, grants: grants.value } };
  }
  return {
    ok: false,
    problems: [account, grants].flatMap((part) => (part.ok ? [] : part.problems)),
  };
}

/** One role at one satker or at several. Roles of the centre need no satker named. */
export function parseGrants(
  typed: Pick<TypedGrants, 'role' | 'satker' | 'moreSatker'>,
  places: Places,
): Outcome<readonly Grant[]> {
  const { role } = typed;
  if (!isRole(role)) {
    return {
      ok: false,
      problems: [{ field: 'role', code: role === '' ? 'role-needed' : 'unknown-role' }],
    };
  }
  const named = namedSatker(typed);
  if (named.length === 0) {
    return isCentral(role)
      ? { ok: true, value: [{ role, satkerCode: CENTRE }] }
      : { ok: false, problems: [{ field: 'satker', code: 'satker-needed' }] };
  }
  const grants: Grant[] = [];
  const problems: Problem[] = [];
  for (const { field, text } of named) {
    const place = chosenSatker(text, places);
    if (place === null) problems.push({ field, code: 'unknown-satker', args: { satker: text } });
    else grants.push({ role, satkerCode: place.code });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: grants };
}

const CENTRE = '00';

function isCentral(role: Role): boolean {
  return role === 'admin' || role === 'penilai-pusat';
}

function namedSatker(typed: Pick<TypedGrants, 'satker' | 'moreSatker'>) {
  const one = typed.satker === '' ? [] : [{ field: 'satker', text: typed.satker }];
  const more = splitSatker(typed.moreSatker).map((text) => ({ field: 'moreSatker', text }));
  return [...one, ...more];
}
