import type { IndicatorCode, Instrument } from '../instrument/instrument.js';
import { workingOrder } from '../scoring/next-unanswered.js';
import type { SheetScore } from '../scoring/sheet-score.js';
import type { Facts } from './judge-transition.js';

/** What still stands between an LKE and its submission; both in the order of the sheet. */
export interface Readiness {
  readonly unanswered: readonly IndicatorCode[];
  /** Answered above the lowest option with neither evidence nor a written reason. */
  readonly unproven: readonly IndicatorCode[];
}

/** What proves the answers: the number of evidence and the written reasons, by indicator. */
export interface Proof {
  readonly evidence: ReadonlyMap<string, number>;
  readonly reasons: ReadonlyMap<string, string>;
}

/** domain.md, Tiers: every indicator filled, and shown or explained where it claims something. */
export function readinessOf(
  instrument: Instrument,
  score: Pick<SheetScore, 'indicators'>,
  proof: Proof,
): Readiness {
  const codes = workingOrder(instrument).map(({ code }) => code);
  return {
    unanswered: codes.filter((code) => stateOf(score, code) === 'unanswered'),
    unproven: codes.filter(
      (code) => needsProof(score, code) && !isProven(proof, code) && !isExplained(proof, code),
    ),
  };
}

/** An answer above the lowest option claims something. */
export function needsProof(score: Pick<SheetScore, 'indicators'>, code: IndicatorCode): boolean {
  return (score.indicators.get(code)?.value.compare(0) ?? 0) > 0;
}

export function isReady({ unanswered, unproven }: Readiness): boolean {
  return unanswered.length === 0 && unproven.length === 0;
}

/** The same as the table of transitions asks for it. */
export function factsOfReadiness({ unanswered, unproven }: Readiness): Facts {
  return { complete: unanswered.length === 0, 'evidence-or-reason': unproven.length === 0 };
}

function stateOf(score: Pick<SheetScore, 'indicators'>, code: IndicatorCode) {
  return score.indicators.get(code)?.state ?? 'unanswered';
}

function isProven({ evidence }: Proof, code: IndicatorCode): boolean {
  return (evidence.get(code) ?? 0) > 0;
}

function isExplained({ reasons }: Proof, code: IndicatorCode): boolean {
  return (reasons.get(code) ?? '') !== '';
}
