import { free, take, type Board } from './board.js';
import { pushTo } from './push-to.js';
import type { Line } from './sheet-lines.js';
import type { Target, Targets } from './targets.js';

type Around = (line: Line, step: 1 | -1) => Target | undefined;

/**
 * Rows that were moved with their block: a count belongs to the numeric question above it, a
 * heading to the rows below it; last, the row's own number may tell. Only where one place fits and
 * nobody else wants it.
 */
export function matchNearby(
  board: Board,
  lines: readonly Line[],
  open: readonly Line[],
  targets: Targets,
): void {
  const placeOf = new Map(lines.map(({ row }, index) => [row, index]));
  const around = (line: Line, step: 1 | -1) =>
    nearest(lines, placeOf.get(line.row) ?? 0, board, step);
  for (const propose of [byOwner, byBlock, byNumber]) {
    const wanted = new Map<Target, Line[]>();
    for (const line of open) {
      if (board.targetOf.has(line.row)) continue;
      const candidates = (targets.byText.get(line.key) ?? []).filter((one) => free(board, one));
      const fitting = propose(candidates, line, around);
      const [only, ...others] = fitting;
      if (only === undefined || others.length > 0) continue;
      pushTo(wanted, only, line);
    }
    for (const [target, [line, ...others]] of wanted) {
      if (line !== undefined && others.length === 0) take(board, line, target);
    }
  }
}

function byOwner(candidates: readonly Target[], line: Line, around: Around): Target[] {
  const counts = candidates.filter(({ kind }) => kind === 'count');
  if (counts.length === 0) return [];
  const above = around(line, -1);
  return counts.filter(({ code }) => code === above?.code);
}

function byBlock(candidates: readonly Target[], line: Line, around: Around): Target[] {
  const headings = candidates.filter(({ kind }) => kind === 'heading');
  if (headings.length === 0) return [];
  const below = around(line, 1);
  return headings.filter(({ key }) => below?.key.startsWith(`${key}.`) === true);
}

function byNumber(candidates: readonly Target[], { id }: Line): Target[] {
  if (id === '') return [];
  return candidates.filter(({ key, lampiranIiiRow, portalrbRow }) => {
    return key === id || [lampiranIiiRow, portalrbRow].includes(Number(id));
  });
}

/** The nearest known row above (-1) or below (1) the row at a place. */
function nearest(
  lines: readonly Line[],
  place: number,
  board: Board,
  step: 1 | -1,
): Target | undefined {
  const most = 12;
  for (let at = place + step; Math.abs(at - place) <= most; at += step) {
    const target = board.targetOf.get(lines[at]?.row ?? 0);
    if (target !== undefined) return target;
  }
  return undefined;
}

/**
 * Rows of our own export whose wording was changed beyond likeness still carry their code (or, in
 * the portal's layout, their official row) in the first column.
 */
export function matchByNumber(
  board: Board,
  strange: readonly Line[],
  targets: Targets,
  isId: (target: Target, id: string) => boolean,
): void {
  const wanted = new Map<Target, Line[]>();
  for (const line of strange) {
    if (line.id === '' || board.targetOf.has(line.row)) continue;
    const target = targets.list.find((one) => isId(one, line.id));
    if (target === undefined || !free(board, target)) continue;
    pushTo(wanted, target, line);
  }
  for (const [target, [line, ...others]] of wanted) {
    if (line !== undefined && others.length === 0) take(board, line, target);
  }
}
