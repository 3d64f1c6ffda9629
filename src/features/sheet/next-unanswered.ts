import type { AreaKey, Indicator, Instrument } from '../../domain/instrument/instrument.js';
import type { SheetScore } from '../../domain/scoring/sheet-score.js';

/**
 * The first unanswered indicator behind `after`, area by area, then from the top again; only in
 * areas that `isMine` names. null when none is left (the one of `after` itself does not count).
 */
export function nextUnanswered(
  instrument: Instrument,
  score: Pick<SheetScore, 'indicators'>,
  isMine: (area: AreaKey) => boolean,
  after: string | null,
): Indicator | null {
  const indicators = instrument.areas.flatMap((area) => area.indicators);
  const from = indicators.findIndex(({ code }) => code === after) + 1;
  const inOrder = [...indicators.slice(from), ...indicators.slice(0, from)];
  return (
    inOrder.find(
      ({ code, area }) =>
        code !== after && isMine(area) && score.indicators.get(code)?.state === 'unanswered',
    ) ?? null
  );
}
