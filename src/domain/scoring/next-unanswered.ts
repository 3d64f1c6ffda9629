import type { Indicator, Instrument } from '../instrument/instrument.js';
import type { SheetScore } from './sheet-score.js';

type Scores = Pick<SheetScore, 'indicators'>;

/** The order in which people work: area by area, both halves of an area together, Hasil last. */
export function workingOrder(instrument: Instrument): readonly Indicator[] {
  return instrument.areas.flatMap((area) => area.indicators);
}

/**
 * The first unanswered indicator behind `after`, then from the top again; only those that `isMine`
 * names. null when none is left (the one of `after` itself does not count).
 */
export function nextUnanswered(
  order: readonly Indicator[],
  score: Scores,
  isMine: (indicator: Indicator) => boolean,
  after: string | null,
): Indicator | null {
  const from = order.findIndex(({ code }) => code === after) + 1;
  const inOrder = [...order.slice(from), ...order.slice(0, from)];
  return (
    inOrder.find(
      (one) =>
        one.code !== after && isMine(one) && score.indicators.get(one.code)?.state === 'unanswered',
    ) ?? null
  );
}

/** The last unanswered one before it; it does not begin from the end again. */
export function previousUnanswered(
  order: readonly Indicator[],
  score: Scores,
  isMine: (indicator: Indicator) => boolean,
  before: string,
): Indicator | null {
  const until = order.slice(
    0,
    Math.max(
      0,
      order.findIndex(({ code }) => code === before),
    ),
  );
  return nextUnanswered([...until].reverse(), score, isMine, null);
}
