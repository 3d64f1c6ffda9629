import { ZERO, type Exact } from '../exact.js';
import type { ChangeAreaKey, IndicatorCode } from '../instrument/instrument.js';

/** Rules of ours (ketentuan aplikasi), marked as such wherever they act. */
export type AppRule = 'nihil-complaints' | 'discipline-from-zero' | 'not-computable';

/** What an answer is worth before the weight. */
export interface IndicatorValue {
  /** answered: filled and computable; not-computable: filled, zero denominator, worth 0. */
  readonly state: 'unanswered' | 'answered' | 'not-computable';
  /** 0..1; 0 when unanswered or not computable. */
  readonly value: Exact;
  /** The rule of ours that decided the value, else null. */
  readonly appRule: AppRule | null;
}

export const UNANSWERED: IndicatorValue = { state: 'unanswered', value: ZERO, appRule: null };

/** What one indicator is worth. */
export interface IndicatorScore extends IndicatorValue {
  /** value × full points. */
  readonly points: Exact;
  readonly fullPoints: Exact;
}

export interface AreaScore {
  readonly key: ChangeAreaKey;
  readonly pemenuhan: Exact;
  readonly reform: Exact;
  readonly score: Exact;
  readonly weight: Exact;
  /** score / weight, 0..1: what the area gate compares. */
  readonly ratio: Exact;
}

/** Every figure of one sheet, exact. Points, unless named a ratio. */
export interface SheetScore {
  readonly instrumentId: string;
  /** Filled indicators, computable or not. */
  readonly answered: number;
  readonly of: number;
  readonly total: Exact;
  readonly pengungkit: Exact;
  readonly pemenuhan: Exact;
  readonly reform: Exact;
  readonly areas: readonly AreaScore[];
  readonly hasil: { readonly score: Exact; readonly parts: ReadonlyMap<string, Exact> };
  readonly subcomponents: ReadonlyMap<string, Exact>;
  readonly indicators: ReadonlyMap<IndicatorCode, IndicatorScore>;
}
