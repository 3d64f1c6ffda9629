import type { Tier } from '../../domain/access/tiers.js';
import type { JudgingTier } from '../../domain/lke/assessment.js';
import type { Facts } from '../../domain/lke/judge-transition.js';
import type { Problem } from '../../domain/problem.js';
import type { Unwritten } from '../lhe/store.js';
import type { NoteThread } from '../review/store.js';
import type { LkeReturn } from '../submission/store.js';
import type { Difference, TierFigures } from './figures.js';
import type { DecisionTyped } from './form.js';
import type { RecommendationTyped } from './recommendation-form.js';
import type { RecommendationFacts } from './recommendation-view.js';

/** Everything the page of a decision shows. */
export interface DecisionShown {
  readonly tier: JudgingTier;
  readonly figures: TierFigures;
  readonly facts: Facts;
  /** What TPI's report leaves open. */
  readonly unwritten: Unwritten;
  readonly differences: readonly Difference[];
  /** Of this tier, still open. */
  readonly openNotes: readonly NoteThread[];
  readonly prerequisite: string | null;
  readonly confirmations: readonly { readonly label: string; readonly value: string }[];
  readonly links: readonly { readonly href: string; readonly label: string }[];
  readonly basis: string;
  readonly version: number;
  readonly recommendation: RecommendationFacts | null;
  readonly recommendationTyped: RecommendationTyped | null;
  /** Another tier of this LKE in which this person took part. */
  readonly barredBy: Tier | null;
  readonly returned: LkeReturn | null;
  readonly typed: DecisionTyped | null;
  readonly problems: readonly Problem[];
}
