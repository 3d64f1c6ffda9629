import type { Exact } from '../../domain/exact.js';
import { gateFigures } from '../../domain/predikat/display.js';
import type { GateResult } from '../../domain/predikat/gate.js';
import { formatInteger, formatScore } from '../../text/format.js';
import { recapBookText, recapText as text } from '../../text/messages/recap.js';
import {
  shownTiers,
  type RecapInput,
  type RecapLke,
  type RecapSatker,
  type RecapTier,
} from '../../workbook/recap-input.js';

/** The heads of "Nilai per tingkat"; null while no further tier of any satker is shown. */
export interface TierHeads {
  readonly heading: string;
  readonly names: readonly string[];
}

export interface TierCell {
  readonly name: string;
  readonly total: string;
  readonly detail: string;
  /** null where nothing was judged, not yet all, or only a total was recorded. */
  readonly verdict: null | { readonly passed: boolean; readonly text: string };
}

export function tierHeads(list: readonly RecapSatker[]): TierHeads | null {
  const tiers = shownTiers(list);
  if (tiers.length === 0) return null;
  const names = recapBookText.tierNames;
  return {
    heading: text.tiersHeading,
    names: [names.mandiri, ...tiers.map((tier) => names[tier])],
  };
}

/** The satker's own score and that of each further tier, each with what stands behind it. */
export function tierCells(lke: RecapLke, { satkerList, instrument }: RecapInput): TierCell[] {
  const { score, gates, target } = lke;
  const of = gates[target].items.length;
  const failed = gates[target].items.filter(({ passed }) => !passed).length;
  const filled = text.completeness(formatInteger(score.answered), formatInteger(score.of));
  const own: TierCell = {
    name: recapBookText.tierNames.mandiri,
    total: totalText(lke),
    detail: text.tierFilled(filled),
    verdict: verdictOf(failed, of),
  };
  const further = shownTiers(satkerList).map((tier) => {
    const found = lke.tiers?.find((one) => one.tier === tier);
    return cellOf(tier, found, { gates: of, indicators: instrument.indicators.length });
  });
  return [own, ...further];
}

function cellOf(
  tier: RecapTier['tier'],
  found: RecapTier | undefined,
  of: { readonly gates: number; readonly indicators: number },
): TierCell {
  const name = recapBookText.tierNames[tier];
  if (found === undefined) {
    return { name, total: recapBookText.tierNone, detail: text.tierNone, verdict: null };
  }
  const total = shownTotal(found.total, found.judged?.totalGate ?? null);
  if (found.judged === null) {
    return { name, total, detail: recapBookText.tierRecorded, verdict: null };
  }
  const { answered, failed } = found.judged;
  const part = text.completeness(formatInteger(answered), formatInteger(of.indicators));
  const verdict = failed === null ? null : verdictOf(failed, of.gates);
  return { name, total, detail: text.tierJudged(part), verdict };
}

/** Below its minimum a total never reads like it; rounded like the parts that stand beside it. */
export function totalText({ score, target, gates }: RecapLke): string {
  const gate = gates[target].items.find(({ code }) => code === 'total');
  return shownTotal(score.total, gate ?? null);
}

function shownTotal(total: Exact, gate: GateResult | null): string {
  return gate === null ? formatScore(total) : gateFigures(gate).alone;
}

function verdictOf(failed: number, of: number): NonNullable<TierCell['verdict']> {
  return {
    passed: failed === 0,
    text: failed === 0 ? text.passed(of) : text.failed(failed, of),
  };
}
