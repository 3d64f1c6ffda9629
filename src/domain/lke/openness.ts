import type { Indicator, IndicatorCode } from '../instrument/instrument.js';
import { isOpenForFilling, type Stage } from './stages.js';

/** Which indicators the satker may change now: every one, none, or those a return named. */
export type Openness = 'all' | 'none' | ReadonlySet<IndicatorCode>;

/** A return that has not been answered by a new submission yet. */
export interface OpenReturn {
  /** null: it opens every indicator. */
  readonly codes: readonly IndicatorCode[] | null;
}

/** Outside `pengisian` nothing is open; within it all, or what the open return names. */
export function openIndicators(stage: Stage, openReturn: OpenReturn | null): Openness {
  if (!isOpenForFilling(stage)) return 'none';
  if (openReturn === null || openReturn.codes === null) return 'all';
  return new Set(openReturn.codes);
}

export function isOpenFor(openness: Openness, code: IndicatorCode): boolean {
  if (openness === 'all') return true;
  return openness === 'none' ? false : openness.has(code);
}

/**
 * The first indicator behind `after` that a return named, then from the top again; only those that
 * `isMine` names. null where no return names any, or none but `after` itself.
 */
export function nextReturned(
  order: readonly Indicator[],
  openness: Openness,
  isMine: (indicator: Indicator) => boolean,
  after: string,
): Indicator | null {
  if (openness === 'all' || openness === 'none') return null;
  const from = order.findIndex(({ code }) => code === after) + 1;
  const inOrder = [...order.slice(from), ...order.slice(0, from)];
  return inOrder.find((one) => one.code !== after && isMine(one) && openness.has(one.code)) ?? null;
}

/** Why an indicator is closed: the whole LKE is locked, or the return did not name it. */
export function closedReason(
  openness: Openness,
  code: IndicatorCode,
): 'locked' | 'not-returned' | null {
  if (isOpenFor(openness, code)) return null;
  return openness === 'none' ? 'locked' : 'not-returned';
}
