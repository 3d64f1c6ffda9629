import type { Tier } from '../domain/access/tiers.js';
import type { Exact } from '../domain/exact.js';
import type { Instrument } from '../domain/instrument/instrument.js';
import type { GateReport, GateResult, Ruleset, Target } from '../domain/predikat/gate.js';
import type { MeasuredScore } from '../domain/predikat/measure.js';
import type { Stage } from '../domain/lke/stages.js';
import type { SheetScore } from '../domain/scoring/sheet-score.js';

/** All satker of one province and year as plain data: everything the recap shows. */
export interface RecapInput {
  readonly province: { readonly code: string; readonly name: string };
  readonly year: number;
  readonly instrument: Instrument;
  readonly ruleset: Ruleset;
  /** By code; only those the reader may see. */
  readonly satkerList: readonly RecapSatker[];
  /** ISO-8601 UTC. */
  readonly exportedAt: string;
  /** IANA zone in which times are shown. */
  readonly timeZone: string;
  /** Last entry of the history; null while there is none. */
  readonly historyHead: { readonly seq: number; readonly hash: string } | null;
  readonly productVersion: string;
}

export interface RecapSatker {
  readonly code: string;
  readonly name: string;
  /** null where no LKE of the year is open. */
  readonly lke: RecapLke | null;
}

export interface RecapLke {
  readonly target: Target;
  readonly stage: Stage;
  readonly score: RecapScore;
  readonly gates: Readonly<Record<Target, GateReport>>;
  /** Place by total among the satker of this recap; equal totals share one. */
  readonly rank: number;
  /** What further tiers found, as far as the reader may see it; none: nobody has begun. */
  readonly tiers?: readonly RecapTier[];
}

/** One further tier's own score, never another's. */
export interface RecapTier {
  readonly tier: FurtherTier;
  readonly total: Exact;
  /** What stands behind the total; null where TPN's field score was recorded without answers. */
  readonly judged: null | {
    readonly answered: number;
    readonly of: number;
    /** Gates of the LKE's target that fail; of a tier that is not through, nothing is said yet. */
    readonly failed: number | null;
    /** How the total stands to its minimum, so that it never reads like it from below. */
    readonly totalGate: GateResult | null;
  };
}
export type FurtherTier = Exclude<Tier, 'mandiri'>;

/** The further tiers that some satker of the recap shows, lowest first. */
export function shownTiers(list: readonly RecapSatker[]): readonly FurtherTier[] {
  const found = new Set(list.flatMap(({ lke }) => (lke?.tiers ?? []).map(({ tier }) => tier)));
  return (['pendahuluan', 'tpi', 'tpn'] as const).filter((tier) => found.has(tier));
}

/** What a recap shows of a score; of the indicators only those of Hasil. */
export type RecapScore = MeasuredScore &
  Pick<SheetScore, 'answered' | 'of' | 'pemenuhan' | 'reform'>;
