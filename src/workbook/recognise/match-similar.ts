import { free, take, windowOf, type Board } from './board.js';
import { pairsOf, similarity, type Pairs } from './normal-text.js';
import { pushTo } from './push-to.js';
import type { Line } from './sheet-lines.js';
import { longWords, type Target, type Targets } from './targets.js';

/** How alike a wording must be where its row stands in order, and where it does not. */
const ALIKE = { inOrder: 0.82, anywhere: 0.92 } as const;
/** How much more alike than the next best. */
const CLEARLY = 0.06;
const SHORTEST = 8;
/** Bounds of the work: more unknown rows than this are left unknown, each compared with few. */
const MOST_ROWS = 2000;
const MOST_COMPARED = 16;

interface Claim {
  readonly line: Line;
  readonly target: Target;
  readonly score: number;
}

/**
 * Rows with small differences in their wording (slips of the pen, a word more or less). The best
 * match counts only when it is clearly better than every other place of the sheet, free, and
 * claimed by no other row nearly as well.
 */
export function matchSimilar(board: Board, strange: readonly Line[], targets: Targets): void {
  const window = windowOf(board);
  const claims = new Map<Target, Claim[]>();
  const compared = strange.filter(({ key }) => key.length >= SHORTEST).slice(0, MOST_ROWS);
  for (const line of compared) {
    const claim = bestOf(line, targets);
    if (claim === null || !free(board, claim.target)) continue;
    const [above, below] = window(line.row);
    const isInOrder = above < claim.target.order && claim.target.order < below;
    if (claim.score < (isInOrder ? ALIKE.inOrder : ALIKE.anywhere)) continue;
    pushTo(claims, claim.target, claim);
  }
  for (const [target, rivals] of claims) {
    const [best, second] = rivals.sort((a, b) => b.score - a.score);
    if (best === undefined) continue;
    if (second === undefined || best.score - second.score >= CLEARLY) {
      take(board, best.line, target);
    }
  }
}

/** The place whose wording is most alike; null where another one is nearly as much. */
function bestOf(line: Line, targets: Targets): Claim | null {
  const pairs = pairsOf(line.key);
  let [best, score, second] = [null as Target | null, 0, 0];
  for (const target of candidatesOf(line, targets)) {
    const own = scoreOf(target, pairs);
    if (own > score) [best, score, second] = [target, own, score];
    else if (own > second) second = own;
  }
  return best === null || score - second < CLEARLY ? null : { line, target: best, score };
}

function scoreOf(target: Target, pairs: Pairs): number {
  return Math.max(...target.wordings.map((wording) => similarity(wording.pairs, pairs)));
}

/** The places that share most of the longer words. */
function candidatesOf(line: Line, targets: Targets): Target[] {
  const shared = new Map<Target, number>();
  for (const word of longWords(line.text)) {
    for (const target of targets.byWord.get(word) ?? []) {
      shared.set(target, (shared.get(target) ?? 0) + 1);
    }
  }
  return [...shared]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_COMPARED)
    .map(([target]) => target);
}
