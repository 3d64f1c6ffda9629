import type { Instrument, IndicatorCode } from '../../domain/instrument/instrument.js';
import type { Answers } from '../../domain/scoring/answer.js';
import { scoreIndicator } from '../../domain/scoring/score-indicator.js';
import type { RecapScore } from '../../workbook/recap-input.js';
import { fromStoredScore, type ScoreColumns } from '../lke/store.js';

/** The stored figures of one tier with its points of the indicators of Hasil, which gates ask for. */
export function recapScore(
  columns: ScoreColumns,
  answers: Answers,
  instrument: Instrument,
): RecapScore {
  const { answered, of, total, pengungkit, pemenuhan, reform, areas, hasil } =
    fromStoredScore(columns);
  const indicators = new Map(
    instrument.hasilParts.flatMap((part) =>
      part.indicators.map((indicator) => {
        const answer = answers.get(indicator.code) ?? null;
        return [indicator.code, scoreIndicator(indicator, answer)] as const;
      }),
    ),
  );
  return { answered, of, total, pengungkit, pemenuhan, reform, areas, hasil, indicators };
}

/** The indicators whose single points a stored score does not keep. */
export function hasilCodes({ hasilParts }: Instrument): readonly IndicatorCode[] {
  return hasilParts.flatMap((part) => part.indicators.map(({ code }) => code));
}
