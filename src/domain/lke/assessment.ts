import type { Tier } from '../access/tiers.js';
import type { AnswerValue } from '../scoring/answer.js';
import type { Stage } from './stages.js';

/** Tiers that judge the satker's claim indicator by indicator. TPN's result is only recorded. */
export const JUDGING_TIERS = ['pendahuluan', 'tpi'] as const satisfies readonly Tier[];
export type JudgingTier = (typeof JUDGING_TIERS)[number];

/** A tier writes only while the LKE stands at its own stage. */
const STAGE_OF = { pendahuluan: 'pendahuluan', tpi: 'tpi' } as const satisfies Record<
  JudgingTier,
  Stage
>;

export function isJudgingTier(value: string): value is JudgingTier {
  return (JUDGING_TIERS as readonly string[]).includes(value);
}

export function isOpenForTier(stage: Stage, tier: JudgingTier): boolean {
  return STAGE_OF[tier] === stage;
}

/** The tier whose turn it is, or null. */
export function tierAtWork(stage: Stage): JudgingTier | null {
  return JUDGING_TIERS.find((tier) => isOpenForTier(stage, tier)) ?? null;
}

/** What an assessment judged: a version of the satker's answer and versions of its evidence. */
export interface Claim {
  /** 0 where the satker never answered. */
  readonly version: number;
  /** Evidence versions with what is said of them (name, days), in a fixed order. */
  readonly evidence: readonly string[];
  /** Version of the written reason why there is none; 0 where nothing was written. */
  readonly reason: number;
}

/**
 * One text of it: "3:12.9f2c,15.e07a:0". An approval stands while the text is the same: it never
 * survives an edit of what was approved (domain.md, Tiers).
 */
export function claimKey({ version, evidence, reason }: Claim): string {
  return `${version}:${evidence.join(',')}:${reason}`;
}

/** Whether two answers say the same; the order in which counts were typed does not matter. */
export function isSameAnswer(a: AnswerValue | null, b: AnswerValue | null): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: AnswerValue | null): string {
  if (value?.kind !== 'counts') return JSON.stringify(value);
  return JSON.stringify(Object.entries(value.counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
