import type { Area, Indicator } from '../../domain/instrument/instrument.js';
import { ZERO, type Exact } from '../../domain/exact.js';
import { judge } from '../../domain/predikat/gates.js';
import { workingOrder } from '../../domain/scoring/next-unanswered.js';
import { paths } from '../../paths.js';
import { answerFigures } from '../../text/answer-text.js';
import { formatScore, formatShort } from '../../text/format.js';
import { comparisonText as text, tierShort } from '../../text/messages/review.js';
import { areaText } from '../../text/messages/sheet.js';
import { totalFigure } from '../../web/gate-rows.js';
import { lkeNav, lkeRights, type LkeNav } from '../../web/lke-nav.js';
import { withQuery } from '../../web/pager.js';
import type { PageBase } from '../../web/pages.js';
import type { Sheet } from '../lke/store.js';
import type { ComparisonFacts } from './comparison-facts.js';
import { gateLines, type GateLine } from './comparison-gates.js';

export interface ComparisonPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly tiers: readonly { readonly name: string }[];
  /** Heads of sums and gates: the tiers, and TPN's field score where totals were recorded. */
  readonly figureHeads: readonly { readonly name: string }[];
  readonly hidden: string | null;
  readonly sums: readonly SumRow[];
  readonly gates: readonly GateLine[];
  readonly filters: readonly { href: string; label: string; current: boolean }[];
  readonly caption: string;
  readonly rows: readonly ComparedRow[];
  readonly empty: { readonly title: string; readonly text: string };
}

interface SumRow {
  readonly name: string;
  readonly weight: string;
  readonly cells: readonly { readonly tier: string; readonly value: string }[];
}

interface ComparedRow {
  readonly href: string;
  readonly code: string;
  readonly name: string;
  readonly spread: string;
  readonly cells: readonly ComparedCell[];
}

interface ComparedCell {
  readonly tier: string;
  readonly answer: string;
  readonly points: string;
  readonly differs: boolean;
  readonly reason: string;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'review/comparison': ComparisonPage;
  }
}

export function comparisonPage(facts: ComparisonFacts): ComparisonPage {
  const { lke, user, instrument, tiers, area } = facts;
  const { satker, year } = lke;
  const at = paths.comparison(satker.code, year);
  return {
    title: text.title(year, satker.name),
    lkeNav: lkeNav(lke, 'comparison', user),
    tiers: tiers.map(({ tier }) => ({ name: tierShort[tier] })),
    figureHeads: [
      ...tiers.map(({ tier }) => ({ name: tierShort[tier] })),
      ...(facts.field === null ? [] : [{ name: text.field }]),
    ],
    hidden: tiers.length === 1 && facts.field === null ? text.onlyMandiri : null,
    sums: sumRows(facts),
    gates: gateLines(facts),
    filters: [
      { href: at, label: text.differing, current: area === null },
      ...instrument.areas.map((one) => ({
        href: withQuery(at, { area: one.key }),
        label: areaText.tab(one.key),
        current: one === area,
      })),
    ],
    caption: area === null ? text.differing : areaText.name(area.key, area.name),
    rows: comparedRows(facts),
    empty: text.empty,
  };
}

function sumRows(facts: ComparisonFacts): readonly SumRow[] {
  const { instrument, tiers, field, lke, ruleset } = facts;
  const row = (
    name: string,
    weight: Exact,
    of: (sheet: Sheet) => Exact | string,
    recorded: Exact | string | null = null,
  ): SumRow => ({
    name,
    weight: formatShort(weight),
    cells: [
      ...tiers.map(({ tier, sheet }) => ({ tier: tierShort[tier], value: figure(of(sheet)) })),
      ...(field === null ? [] : [{ tier: text.field, value: figure(recorded) }]),
    ],
  });
  const { weights } = instrument;
  const filled = ({ score }: Sheet) => text.of(score.answered, score.of);
  const total = ({ score }: Sheet) => totalFigure(judge(ruleset, lke.target, score));
  return [
    { ...row(text.filled, ZERO, filled, text.asTotals), weight: '' },
    row(text.total, weights.total, total, field?.total),
    row(text.pengungkit, weights.pengungkit, ({ score }) => score.pengungkit, field?.pengungkit),
    ...instrument.areas.map(({ key, name, weight }) => {
      const recorded = key === 'hasil' ? field?.hasil : null;
      return row(areaText.name(key, name), weight, ({ score }) => areaPoints(score, key), recorded);
    }),
  ];
}

function figure(value: Exact | string | null): string {
  if (value === null) return '–';
  return typeof value === 'string' ? value : formatScore(value);
}

function areaPoints(score: Sheet['score'], key: Area['key']): Exact {
  return score.areas.find((one) => one.key === key)?.score ?? score.hasil.score;
}

interface Spread {
  readonly indicator: Indicator;
  readonly spread: Exact;
  readonly differs: boolean;
}

/** The largest disagreement in points first; among equals the order of the sheet. */
function comparedRows(facts: ComparisonFacts): readonly ComparedRow[] {
  const order = facts.area === null ? workingOrder(facts.instrument) : facts.area.indicators;
  return order
    .map((indicator) => spreadOf(facts, indicator))
    .filter(({ differs }) => facts.area !== null || differs)
    .sort((a, b) => b.spread.compare(a.spread))
    .map((one) => rowOf(facts, one));
}

function spreadOf({ tiers }: ComparisonFacts, indicator: Indicator): Spread {
  const scores = tiers.flatMap(({ sheet }) => {
    const score = sheet.score.indicators.get(indicator.code);
    return score === undefined || score.state === 'unanswered' ? [] : [score.points];
  });
  const sorted = [...scores].sort((a, b) => a.compare(b));
  const [low = ZERO, high = ZERO] = [sorted[0], sorted.at(-1)];
  const answers = new Set(
    tiers.flatMap(({ sheet }) => {
      const value = sheet.rows.get(indicator.code)?.value ?? null;
      return value === null ? [] : [answerFigures(indicator, value)];
    }),
  );
  return { indicator, spread: high.sub(low), differs: answers.size > 1 };
}

function rowOf({ lke, user, tiers }: ComparisonFacts, { indicator, spread }: Spread): ComparedRow {
  const { satker, year } = lke;
  const { code } = indicator;
  const own = lkeRights(user, satker).review;
  const [base] = tiers;
  const claim = answerFigures(indicator, base?.sheet.rows.get(code)?.value ?? null);
  return {
    href:
      own === null
        ? paths.answer(satker.code, year, code)
        : paths.reviewAnswer(satker.code, year, own, code),
    code,
    name: indicator.shortName,
    spread: formatShort(spread, 3),
    cells: tiers.map(({ tier, sheet, judged }) => {
      const value = sheet.rows.get(code)?.value ?? null;
      const answer = answerFigures(indicator, value);
      const points = sheet.score.indicators.get(code)?.points ?? ZERO;
      return {
        tier: tierShort[tier],
        answer: answer === '' ? text.none : answer,
        points: answer === '' ? '' : formatShort(points, 3),
        differs: answer !== '' && answer !== claim,
        reason: judged.get(code)?.holds === true ? (judged.get(code)?.reason ?? '') : '',
      };
    }),
  };
}
