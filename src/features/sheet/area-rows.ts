import { sum } from '../../domain/exact.js';
import { HALVES, type AreaKey, type Half } from '../../domain/instrument/instrument.js';
import type { Indicator, IndicatorCode, Instrument } from '../../domain/instrument/instrument.js';
import type { Subcomponent } from '../../domain/instrument/instrument.js';
import { isOpenFor } from '../../domain/lke/openness.js';
import { scoreIndicator } from '../../domain/scoring/score-indicator.js';
import type { IndicatorScore } from '../../domain/scoring/sheet-score.js';
import { paths } from '../../paths.js';
import { formatShort } from '../../text/format.js';
import { areaText as text, halfText } from '../../text/messages/sheet.js';
import { answerFigures } from '../../text/answer-text.js';
import { nameOf } from '../../web/official-view.js';
import type { AreaFacts } from './area-facts.js';
import { STATE_CLASS } from './state-class.js';

/** One half of an area as one table; Hasil is one without a title. */
export interface AreaHalf {
  readonly title: string | null;
  readonly caption: string;
  readonly groups: readonly AreaGroup[];
}

/** A sub-component, or a part of Hasil, with its indicators. */
export interface AreaGroup {
  readonly name: string;
  readonly score: string;
  readonly rows: readonly IndicatorRow[];
}

export interface IndicatorRow {
  readonly code: string;
  readonly name: string;
  readonly href: string;
  readonly state: string;
  readonly stateClass: string;
  readonly answer: string;
  readonly points: string;
  readonly evidence: string;
  /** Claims something and shows nothing for it. */
  readonly isUnproven: boolean;
  readonly hasNote: boolean;
  /** Among the few that a return has opened. */
  readonly isReturned: boolean;
}

export const AREA_FILTERS = ['', 'belum-terisi', 'tanpa-bukti', 'tidak-terhitung'] as const;
export type AreaFilter = (typeof AREA_FILTERS)[number];

export type AreaScores = ReadonlyMap<IndicatorCode, IndicatorScore>;

export function scoreArea({ area, rows }: AreaFacts): AreaScores {
  return new Map(
    area.indicators.map((one) => [
      one.code,
      scoreIndicator(one, rows.get(one.code)?.value ?? null),
    ]),
  );
}

/** The area's indicators in their halves and groups, narrowed by the filter; none is shown empty. */
export function halvesOf(
  facts: AreaFacts,
  scores: AreaScores,
  filter: AreaFilter,
): readonly AreaHalf[] {
  const { area, instrument } = facts;
  return HALVES.flatMap((half) => {
    const groups = groupsOfHalf(instrument, area.key, half).flatMap((group) => {
      const shown = group.indicators.filter((one) => passes(one, facts, scores, filter));
      return shown.length === 0 ? [] : [groupOf(group, shown, facts, scores)];
    });
    if (groups.length === 0) return [];
    const title = half === 'hasil' ? null : halfText[half];
    return [{ title, caption: text.caption(halfText[half]), groups }];
  });
}

type Group = Pick<Subcomponent, 'code' | 'name' | 'weight' | 'indicators'>;

function groupsOfHalf(instrument: Instrument, area: AreaKey, half: Half): readonly Group[] {
  if (area === 'hasil') return half === 'hasil' ? instrument.hasilParts : [];
  return instrument.subcomponents.filter((sub) => sub.area === area && sub.half === half);
}

function groupOf(
  { code, name, weight, indicators }: Group,
  shown: readonly Indicator[],
  facts: AreaFacts,
  scores: AreaScores,
): AreaGroup {
  const points = sum(indicators.flatMap((one) => scores.get(one.code)?.points ?? []));
  return {
    name: text.group(code, name),
    score: text.score(formatShort(points, 3), formatShort(weight)),
    rows: shown.map((one) => rowOf(one, facts, scores)),
  };
}

function passes(
  indicator: Indicator,
  facts: AreaFacts,
  scores: AreaScores,
  filter: AreaFilter,
): boolean {
  const state = scores.get(indicator.code)?.state;
  switch (filter) {
    case '':
      return true;
    case 'belum-terisi':
      return state === 'unanswered';
    case 'tanpa-bukti':
      return isUnproven(indicator, facts, scores);
    case 'tidak-terhitung':
      return state === 'not-computable';
  }
}

function isUnproven({ code }: Indicator, { evidence }: AreaFacts, scores: AreaScores): boolean {
  const claims = (scores.get(code)?.value.compare(0) ?? 0) > 0;
  return claims && (evidence.get(code) ?? 0) === 0;
}

function rowOf(indicator: Indicator, facts: AreaFacts, scores: AreaScores): IndicatorRow {
  const { code } = indicator;
  const { satker, year } = facts.lke;
  const score = scores.get(code);
  if (score === undefined) throw new Error(`${code} was not scored`);
  const row = facts.rows.get(code);
  return {
    code,
    name: nameOf(indicator, facts.wording),
    href: paths.answer(satker.code, year, code),
    state: text.state[score.state],
    stateClass: STATE_CLASS[score.state],
    answer: answerFigures(indicator, row?.value ?? null),
    points: pointsText(score),
    evidence: text.evidence(facts.evidence.get(code) ?? 0),
    isUnproven: isUnproven(indicator, facts, scores),
    hasNote: (row?.note ?? '') !== '',
    isReturned: isNamed(facts, code),
  };
}

function isNamed({ lke }: AreaFacts, code: IndicatorCode): boolean {
  return typeof lke.openness !== 'string' && isOpenFor(lke.openness, code);
}

/** Scores of chosen options are the same objects each time (score-indicator), so their text is kept. */
const pointsTexts = new WeakMap<IndicatorScore, string>();

function pointsText(score: IndicatorScore): string {
  const known = pointsTexts.get(score);
  if (known !== undefined) return known;
  const made = text.points(formatShort(score.points, 3), formatShort(score.fullPoints, 3));
  pointsTexts.set(score, made);
  return made;
}
