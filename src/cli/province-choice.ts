import type { Viewer } from '../domain/access/decide.js';
import { refused, type Outcome } from '../domain/problem.js';
import type { Db } from '../db/store.js';
import { findUserByName } from '../features/users/store.js';
import { findSignedIn } from '../web/viewer-store.js';
import { readOut } from './out-option.js';
import type { Options } from './parse-options.js';

/** `--province 52 --year 2026 --out FILE [--as USER] [--force]`, read but not yet looked up. */
export interface ProvinceChoice {
  readonly province: string;
  readonly year: number;
  readonly out: string;
  /** Whose scope decides what is in the file; the operator sees all. */
  readonly as: string | null;
}

export const PROVINCE_OPTIONS = {
  required: ['province', 'year', 'out'],
  optional: ['as'],
  flags: ['force'],
} as const;

export function readProvinceChoice(options: Options): Outcome<ProvinceChoice> {
  const { values } = options;
  const year = values.get('year') ?? '';
  if (!/^\d{4}$/.test(year)) return refused('year', 'not-a-year');
  const out = readOut(options);
  if (!out.ok) return out;
  const [province, as] = [values.get('province') ?? '', values.get('as') ?? null];
  return { ok: true, value: { province, year: Number(year), out: out.value, as } };
}

/** The person named by `--as`, with what they may see now; null for the operator. */
export async function viewerOf(db: Db, { as }: ProvinceChoice): Promise<Outcome<Viewer | null>> {
  if (as === null) return { ok: true, value: null };
  const username = as.trim().toLowerCase();
  const account = await findUserByName(db, username);
  const viewer = account === null ? null : await findSignedIn(db, account.id);
  return viewer === null
    ? refused('as', 'unknown-user', { username })
    : { ok: true, value: viewer };
}
