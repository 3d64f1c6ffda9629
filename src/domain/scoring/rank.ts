import type { Exact } from '../exact.js';

/**
 * Places from 1 by score, best first, in the order given: equal scores share a place and the next
 * place counts all that stand before it (1, 2, 2, 4). Exact, so that no rounding makes a tie.
 */
export function rankByScore(scores: readonly Exact[]): number[] {
  return scores.map((score) => 1 + scores.filter((other) => other.compare(score) > 0).length);
}
