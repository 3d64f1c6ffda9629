import type { Tier } from '../../domain/access/tiers.js';
import type { Exact } from '../../domain/exact.js';
import type { Area, Instrument } from '../../domain/instrument/instrument.js';
import type { Ruleset } from '../../domain/predikat/gate.js';
import type { SignedIn } from '../../web/viewer-store.js';
import type { Judged, Lke, Sheet } from '../lke/store.js';

/** One tier as it counts, with what it said where it differs. */
export interface ComparedTier {
  readonly tier: Tier;
  readonly sheet: Sheet;
  readonly judged: ReadonlyMap<string, Judged>;
}

/** Decimals as exact points; null where only the total is known. */
export interface FieldTotals {
  readonly total: Exact;
  readonly pengungkit: Exact | null;
  readonly hasil: Exact | null;
}

export interface ComparisonFacts {
  readonly lke: Lke;
  readonly user: SignedIn;
  readonly instrument: Instrument;
  readonly ruleset: Ruleset;
  /** Visible tiers that have begun, lowest first. */
  readonly tiers: readonly ComparedTier[];
  /** TPN's field score, recorded as totals; it stands before its answers (domain.md, Tiers). */
  readonly field: FieldTotals | null;
  /** One area, or null: whatever differs, of all areas. */
  readonly area: Area | null;
}
