import type { IndicatorCode, Instrument } from './instrument.js';

export interface CountPlace {
  readonly code: IndicatorCode;
  readonly key: string;
}

/**
 * Counts that the official sheet asks twice: typed once at `source`, stored at `copy` too
 * (the changes made, A.II.1.i.a and b). Scoring never fills one from the other.
 */
export function sharedCounts(
  instrument: Instrument,
): { readonly source: CountPlace; readonly copy: CountPlace }[] {
  return instrument.indicators.flatMap((indicator) => {
    if (indicator.type !== 'counts') return [];
    return indicator.inputs.flatMap(({ key, sameAs }) =>
      sameAs === null ? [] : [{ source: sameAs, copy: { code: indicator.code, key } }],
    );
  });
}
