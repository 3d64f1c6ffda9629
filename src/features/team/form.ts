import { z } from 'zod';
import { checkAccount, type Account } from '../../domain/account/account.js';
import { AREA_KEYS, type AreaKey } from '../../domain/instrument/instrument.js';
import type { Outcome } from '../../domain/problem.js';
import { normaliseLine } from '../../text/normalise.js';
import { TEAM_ROLES, type TeamRole } from './store.js';

const line = z
  .string()
  .max(1000)
  .catch('')
  .transform((text) => normaliseLine(text));

const INVITE = z.object({ username: line, name: line, email: line });
const DUTIES = z.object({
  role: z.enum(TEAM_ROLES).nullable().catch(null),
  version: z.coerce.number().int().min(0).catch(0),
});

export interface TypedInvite {
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly areas: readonly AreaKey[];
}

export const EMPTY_INVITE: TypedInvite = { username: '', name: '', email: '', areas: [] };

export function readInvite(body: unknown): TypedInvite {
  return { ...INVITE.parse(body ?? {}), areas: areasIn(body) };
}

export function parseInvite(
  typed: TypedInvite,
): Outcome<{ readonly account: Account; readonly areas: readonly AreaKey[] }> {
  const account = checkAccount(typed);
  return account.ok ? { ok: true, value: { account: account.value, areas: typed.areas } } : account;
}

export interface TypedDuties {
  /** null: none of the two was sent. */
  readonly role: TeamRole | null;
  readonly areas: readonly AreaKey[];
  readonly version: number;
}

export function readDuties(body: unknown): TypedDuties {
  return { ...DUTIES.parse(body ?? {}), areas: areasIn(body) };
}

/** One box per area, since a repeated name is refused; the button "all" needs none ticked. */
function areasIn(body: unknown): readonly AreaKey[] {
  const fields = z.record(z.string(), z.unknown()).catch({}).parse(body);
  if (fields['all'] !== undefined) return AREA_KEYS;
  return AREA_KEYS.filter((area) => fields[`area-${area}`] !== undefined);
}
