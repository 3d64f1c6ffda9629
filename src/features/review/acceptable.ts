import type { Indicator } from '../../domain/instrument/instrument.js';
import { workingOrder } from '../../domain/scoring/next-unanswered.js';
import type { ClaimedEvidence } from './claim-store.js';
import { isAssessed, type TierFacts } from './review-facts.js';

/**
 * What may be accepted together: not assessed yet (or no longer), filled by the satker, and every
 * document of it opened by this very person. What has no evidence is looked at one by one.
 */
export function acceptable(facts: TierFacts): readonly Indicator[] {
  return workingOrder(facts.instrument).filter((indicator) => {
    if (isAssessed(facts, indicator)) return false;
    if ((facts.claimed.get(indicator.code)?.value ?? null) === null) return false;
    const shown = openable(facts, indicator);
    return shown.length > 0 && shown.every((one) => facts.opened.has(one.versionId));
  });
}

/** Documents of an indicator that can be opened at all. */
export function openable({ evidence }: TierFacts, { code }: Indicator): readonly ClaimedEvidence[] {
  return (evidence.get(code) ?? []).filter((one) => !one.purged);
}
