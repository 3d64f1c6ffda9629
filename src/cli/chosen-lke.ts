import { TIERS, type Tier } from '../domain/access/tiers.js';
import { refused, type Outcome } from '../domain/problem.js';
import type { Db } from '../db/store.js';
import { findLke, readCounted, type AnswerRow, type Lke } from '../features/lke/store.js';
import { findUserByName } from '../features/users/store.js';
import type { IndicatorCode } from '../domain/instrument/instrument.js';
import type { Options } from './parse-options.js';

/** `--satker 52.71 --year 2026 [--tier mandiri] [--as USER]`, read but not yet looked up. */
export interface LkeChoice {
  readonly satker: string;
  readonly year: number;
  readonly tier: Tier;
  /** In whose name; nothing is recorded of reading, so it is only held against the accounts. */
  readonly as: string | null;
}

export const LKE_OPTIONS = { required: ['satker', 'year'], optional: ['tier', 'as'] } as const;

export function readLkeChoice({ values }: Options): Outcome<LkeChoice> {
  const year = values.get('year') ?? '';
  if (!/^\d{4}$/.test(year)) return refused('year', 'not-a-year');
  const wanted = values.get('tier') ?? 'mandiri';
  const tier = TIERS.find((known) => known === wanted);
  if (tier === undefined) return refused('tier', 'unknown-tier', { known: TIERS.join(', ') });
  const [satker, as] = [values.get('satker') ?? '', values.get('as') ?? null];
  return { ok: true, value: { satker, year: Number(year), tier, as } };
}

export interface ChosenLke {
  readonly lke: Lke;
  readonly answers: ReadonlyMap<IndicatorCode, AnswerRow>;
}

/** The LKE with the answers of the tier that count; a higher tier that nobody has begun is refused. */
export async function findChosenLke(db: Db, choice: LkeChoice): Promise<Outcome<ChosenLke>> {
  const { satker, year, tier, as } = choice;
  const username = as?.trim().toLowerCase() ?? null;
  if (username !== null && (await findUserByName(db, username)) === null) {
    return refused('as', 'unknown-user', { username });
  }
  const lke = await findLke(db, satker, year);
  if (lke === null) return refused('satker', 'unknown-lke', { satker, year });
  const answers = await readCounted(db, lke.id, tier);
  if (tier !== 'mandiri' && answers.size === 0) {
    return refused('tier', 'tier-empty', { tier, satker, year });
  }
  return { ok: true, value: { lke, answers } };
}
