import { sum, ZERO, type Exact } from '../exact.js';
import type { ChangeAreaKey, HalfArea, Indicator, Instrument } from '../instrument/instrument.js';
import { CHANGE_AREA_KEYS, type IndicatorCode } from '../instrument/instrument.js';
import type { Answers } from './answer.js';
import { scoreIndicator } from './score-indicator.js';
import type { AreaScore, IndicatorScore, SheetScore } from './sheet-score.js';

type IndicatorScores = ReadonlyMap<IndicatorCode, IndicatorScore>;

/**
 * The score of one sheet of one tier, exact. Points 0..100 in total: a sub-component is the mean of
 * its indicators × its weight, everything above is a sum; an unanswered indicator counts 0 and
 * stays in the mean. Only an area's `ratio` and an indicator's `value` are 0..1.
 * Throws when an answer belongs to no indicator or does not fit it (a bug: answers are parsed
 * first). Source: 90/2021 Lampiran II Bab I Tabel 3-4 and Lampiran III; counting the unanswered as
 * 0 is ours (the circulating sheet skips them).
 */
export function scoreSheet(instrument: Instrument, answers: Answers): SheetScore {
  refuseStrangers(instrument, answers);
  const indicators = scoreIndicators(instrument.indicators, answers);
  const subcomponents = new Map(
    instrument.subcomponents.map((sub) => [sub.code, pointsOf(sub.indicators, indicators)]),
  );
  const areas = CHANGE_AREA_KEYS.map((key) => scoreArea(key, instrument, subcomponents));
  const parts = new Map(
    instrument.hasilParts.map((part) => [part.code, pointsOf(part.indicators, indicators)]),
  );
  const pemenuhan = sum(areas.map((area) => area.pemenuhan));
  const reform = sum(areas.map((area) => area.reform));
  const pengungkit = pemenuhan.add(reform);
  const hasil = sum(parts.values());
  return {
    instrumentId: instrument.id,
    answered: [...indicators.values()].filter((score) => score.state !== 'unanswered').length,
    of: instrument.indicators.length,
    total: pengungkit.add(hasil),
    pengungkit,
    pemenuhan,
    reform,
    areas,
    hasil: { score: hasil, parts },
    subcomponents,
    indicators,
  };
}

function refuseStrangers(instrument: Instrument, answers: Answers): void {
  for (const code of answers.keys()) {
    if (!instrument.byCode.has(code)) throw new Error(`answer to unknown indicator ${code}`);
  }
}

function scoreIndicators(indicators: readonly Indicator[], answers: Answers): IndicatorScores {
  return new Map(
    indicators.map((indicator) => {
      const answer = answers.get(indicator.code) ?? null;
      return [indicator.code, scoreIndicator(indicator, answer)] as const;
    }),
  );
}

/** Full points are weight / number of indicators, so this sum is the mean × the weight. */
function pointsOf(indicators: readonly Indicator[], scores: IndicatorScores): Exact {
  return sum(indicators.map((indicator) => scores.get(indicator.code)?.points ?? ZERO));
}

function scoreArea(
  key: ChangeAreaKey,
  instrument: Instrument,
  subcomponents: ReadonlyMap<string, Exact>,
): AreaScore {
  const halves = instrument.halfAreas.filter((halfArea) => halfArea.area === key);
  const pemenuhan = scoreHalf(halves, 'pemenuhan', subcomponents);
  const reform = scoreHalf(halves, 'reform', subcomponents);
  const weight = sum(halves.map((half) => half.weight));
  const score = pemenuhan.add(reform);
  return { key, pemenuhan, reform, score, weight, ratio: score.div(weight) };
}

function scoreHalf(
  halves: readonly HalfArea[],
  half: 'pemenuhan' | 'reform',
  subcomponents: ReadonlyMap<string, Exact>,
): Exact {
  const codes = halves.filter((h) => h.half === half).flatMap((h) => h.subcomponents);
  return sum(codes.map((sub) => subcomponents.get(sub.code) ?? ZERO));
}
