import { alignInOrder } from './align.js';
import { free, take, windowOf, type Board } from './board.js';
import { matchByNumber, matchNearby } from './match-nearby.js';
import { matchSimilar } from './match-similar.js';
import { pushTo } from './push-to.js';
import type { Line } from './sheet-lines.js';
import type { Target, Targets } from './targets.js';

type AnswerIn = (line: Line) => string;

export interface Clues {
  /** What stands in the cell of answers of a row, comparable; "" where nothing does. */
  readonly answerIn: AnswerIn;
  /** Of our own exports: the first column of a row names this place. null: it cannot be relied on. */
  readonly isId: ((target: Target, id: string) => boolean) | null;
}

export interface Matches extends Board {
  /** Rows whose wording is known but whose place is not: they fit several, or stand twice. */
  readonly undecided: readonly { readonly line: Line; readonly targets: readonly Target[] }[];
}

/**
 * Which row of the file is which row of the official sheet: by the same wording first, then by
 * order where a wording occurs several times, then by likeness. No row gets two places, no place
 * two rows, and nothing is guessed between equals. A row may stand anywhere.
 */
export function matchLines(
  lines: readonly Line[],
  targets: Targets,
  { answerIn, isId }: Clues,
): Matches {
  const board: Board = { rowOf: new Map(), targetOf: new Map() };
  const claims = new Map<string, Line[]>();
  const open: Line[] = [];
  const strange: Line[] = [];
  for (const line of lines) {
    const [only, ...others] = targets.byText.get(line.key) ?? [];
    if (only === undefined) strange.push(line);
    else if (others.length > 0) open.push(line);
    else pushTo(claims, only.key, line);
  }
  for (const [key, claimants] of claims) {
    const [line, ...others] = claimants;
    const target = targets.byKey.get(key);
    if (target === undefined || line === undefined) continue;
    if (others.length === 0) take(board, line, target);
    else open.push(...claimants);
  }
  open.sort((a, b) => a.row - b.row);
  matchInOrder(board, open, targets);
  matchSimilar(board, strange, targets);
  matchInOrder(board, open, targets);
  matchNearby(board, lines, open, targets);
  matchTwins(board, open, targets, answerIn);
  if (isId !== null) matchByNumber(board, strange, targets, isId);
  const undecided = open
    .filter((line) => !board.targetOf.has(line.row))
    .map((line) => ({ line, targets: targets.byText.get(line.key) ?? [] }));
  return { ...board, undecided };
}

/** Between the rows that are known, the others have their places in order. */
function matchInOrder(board: Board, open: readonly Line[], targets: Targets): void {
  const window = windowOf(board);
  const segments = new Map<number, { line: Line; candidates: Target[] }[]>();
  for (const line of open) {
    if (board.targetOf.has(line.row)) continue;
    const [above, below] = window(line.row);
    const candidates = (targets.byText.get(line.key) ?? [])
      .filter((one) => free(board, one) && above < one.order && one.order < below)
      .sort((a, b) => a.order - b.order);
    if (candidates.length === 0) continue;
    pushTo(segments, above, { line, candidates });
  }
  for (const segment of segments.values()) {
    const pairs = alignInOrder(
      segment.map(({ line, candidates }) => ({
        item: line,
        orders: candidates.map(({ order }) => order),
      })),
    );
    for (const { item, order } of pairs) {
      const target = targets.list[order];
      if (target !== undefined) take(board, item, target);
    }
  }
}

/** The same question in two rows: decided only where they do not contradict each other. */
function matchTwins(
  board: Board,
  open: readonly Line[],
  targets: Targets,
  answerIn: AnswerIn,
): void {
  const twins = new Map<Target, Line[]>();
  for (const line of open) {
    const [only, ...others] = targets.byText.get(line.key) ?? [];
    if (only === undefined || others.length > 0 || board.targetOf.has(line.row)) continue;
    if (free(board, only)) pushTo(twins, only, line);
  }
  for (const [target, rows] of twins) {
    const answers = new Set(rows.map(answerIn).filter((answer) => answer !== ''));
    if (answers.size > 1) continue;
    const chosen = rows.find((line) => answerIn(line) !== '') ?? rows[0];
    if (chosen !== undefined) take(board, chosen, target);
  }
}
