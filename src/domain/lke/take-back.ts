import type { StageAction } from './transitions.js';

/** What each kind of taking back undoes: the decision on which the LKE stands where it does. */
export const TAKE_BACKS = {
  'take-back-layak': ['layak'],
  'take-back-belum-layak': ['belum-layak'],
  'take-back-memenuhi': ['memenuhi'],
  'take-back-belum-memenuhi': ['belum-memenuhi'],
  'take-back-proposal': ['diusulkan'],
  'take-back-decree': ['ditetapkan', 'tidak-ditetapkan'],
} as const satisfies Partial<Record<StageAction, readonly string[]>>;
export type TakeBack = keyof typeof TAKE_BACKS;
export type DecisionKind = (typeof TAKE_BACKS)[TakeBack][number];

export function isTakeBack(action: string): action is TakeBack {
  return Object.hasOwn(TAKE_BACKS, action);
}

export interface MadeDecision {
  readonly kind: DecisionKind;
  /** Number of the submission that was judged. */
  readonly round: number;
  readonly at: string;
  readonly takenBack: object | null;
}

/** What came after a decision: the newest submission, and when the LKE was sent back. */
export interface Since {
  readonly round: number;
  readonly returnedAt: readonly string[];
}

/**
 * Whether a decision still counts. A yes does not outlive the return of what it was said of: an
 * approval never survives an edit of what was approved (domain.md, Tiers).
 */
export function validityOf(
  { kind, round, at, takenBack }: MadeDecision,
  since: Since,
): 'stands' | 'taken-back' | 'overtaken' {
  if (takenBack !== null) return 'taken-back';
  if (kind !== 'layak' && kind !== 'memenuhi') return 'stands';
  const isReturned = since.returnedAt.some((when) => when >= at);
  return isReturned || since.round > round ? 'overtaken' : 'stands';
}
