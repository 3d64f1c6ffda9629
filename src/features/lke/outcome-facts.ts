import type { Tier } from '../../domain/access/tiers.js';
import type { Exact } from '../../domain/exact.js';
import type { Db } from '../../db/store.js';
import { decisionsOf, type Decision } from '../conclusion/store.js';
import { lheList } from '../lhe/store.js';
import { roundOf } from '../submission/store.js';
import { readScore } from './store.js';

/** Tiers that decide of the satker's claim, lowest first. */
export const DECIDING = ['pendahuluan', 'tpi', 'tpn'] as const satisfies readonly Tier[];
export type Deciding = (typeof DECIDING)[number];

/** What the tiers decided so far, each with what it found. */
export interface OutcomeFacts {
  /** Newest first, taken back ones too. */
  readonly decisions: readonly Decision[];
  readonly totals: Readonly<Record<Deciding, Exact | null>>;
  /** Number of the newest submission. */
  readonly round: number;
  /** Report that a decision concluded: its round and edition. */
  readonly reports: ReadonlyMap<number, { readonly round: number; readonly edition: number }>;
}

export async function readOutcomes(db: Db, lkeId: number): Promise<OutcomeFacts> {
  const totalOf = async (tier: Deciding) => (await readScore(db, lkeId, tier))?.total ?? null;
  const reports = await lheList(db, lkeId);
  return {
    decisions: await decisionsOf(db, lkeId),
    totals: {
      pendahuluan: await totalOf('pendahuluan'),
      tpi: await totalOf('tpi'),
      tpn: await totalOf('tpn'),
    },
    round: await roundOf(db, lkeId),
    reports: new Map(
      reports.flatMap(({ decisionId, concludedAt, round, edition }) =>
        decisionId === null || concludedAt === null ? [] : [[decisionId, { round, edition }]],
      ),
    ),
  };
}
