import type { Exact } from '../exact.js';

/** Types of a year's LKE instrument: what is asked, how it is valued, where it stands in the sheets. */

/** Full code of an indicator as in the instrument file, e.g. "A.I.1.i.a", "B.I.b". */
export type IndicatorCode = string & { readonly brand: 'IndicatorCode' };

/** The change areas 1-6 and Hasil: the units in which work is assigned and shown. */
export const AREA_KEYS = ['1', '2', '3', '4', '5', '6', 'hasil'] as const;
export type AreaKey = (typeof AREA_KEYS)[number];

export const CHANGE_AREA_KEYS = ['1', '2', '3', '4', '5', '6'] as const;
export type ChangeAreaKey = (typeof CHANGE_AREA_KEYS)[number];

export const HALVES = ['pemenuhan', 'reform', 'hasil'] as const;
export type Half = (typeof HALVES)[number];

export const SCALES = ['ya_tidak', 'abc', 'abcd', 'abcde'] as const;
export type Scale = (typeof SCALES)[number];

/** How often new evidence is expected; our own rule, not the regulation's. */
export const CADENCES = ['triwulan', 'semester', 'tahunan', 'sekali'] as const;
export type Cadence = (typeof CADENCES)[number];

export const RULE_KEYS = [
  'subcomponent',
  'area',
  'hasil',
  'total',
  'rounding',
  'unanswered',
  'zeroDenominator',
  'pickingAnOption',
] as const;

export interface Option {
  /** "Ya", "Tidak", "A" … "E". */
  readonly letter: string;
  /** 0..1, literal (0.67 and 0.33 are not thirds). */
  readonly value: Exact;
  readonly criteria: string;
}

export interface ChecklistItem {
  /** e.g. "A.I.1.i.a-1" */
  readonly code: string;
  readonly name: string;
}

/** Rows in the two official worksheets and the PortalRB question number (null where a row has none). */
export interface SheetPlace {
  readonly lampiranIiiRow: number;
  readonly portalrbRow: number;
  readonly soalId: number | null;
}

/** One typed (or computed) count of a numeric indicator. */
export interface CountInput {
  readonly key: string;
  readonly label: string;
  /** Wording of the official sheet where ours differs, else null. */
  readonly officialLabel: string | null;
  readonly unit: string;
  /** Keys whose sum this is; such a total is never typed ("wajib"). */
  readonly computedFrom: readonly string[] | null;
  /** The count is typed at this other indicator and input, and stored in both. */
  readonly sameAs: { readonly code: IndicatorCode; readonly key: string } | null;
  readonly note: string | null;
  readonly place: SheetPlace;
}

/**
 * How a numeric indicator's counts become 0..1.
 * ratio: numerator / denominator, capped to 0..1; `allZero` is its value when every count is 0
 * (null: not computable); any other zero denominator is not computable.
 * decrease: (before - now) / before, capped; before 0 and now 0 gives `bothZero`, before 0 and now
 * more gives `fromZero`.
 */
export type CountFormula =
  | {
      readonly kind: 'ratio';
      readonly numerator: string;
      readonly denominator: string;
      readonly allZero: Exact | null;
      /** In terms of the input keys, e.g. "min(1, selesai / harus)". */
      readonly expression: string;
      readonly words: string;
      readonly zeroRule: string;
    }
  | {
      readonly kind: 'decrease';
      readonly before: string;
      readonly now: string;
      readonly bothZero: Exact;
      readonly fromZero: Exact;
      readonly expression: string;
      readonly words: string;
      readonly zeroRule: string;
    };

interface IndicatorBase {
  readonly code: IndicatorCode;
  readonly name: string;
  /** Short name where the official one is a paragraph; else equal to `name`. */
  readonly shortName: string;
  /** Wording of the official sheet where we corrected a slip of the pen, else null. */
  readonly officialName: string | null;
  /** What the regulation called it before the 2026 question master, else null. */
  readonly formerName: string | null;
  /** Heading the official sheet prints above it (LHKPN, Non LHKPN), else null. */
  readonly group: string | null;
  readonly explanation: string | null;
  readonly note: string | null;
  readonly cadence: Cadence;
  readonly checklist: readonly ChecklistItem[];
  readonly area: AreaKey;
  readonly half: Half;
  /** Code of the sub-component; for Hasil the part ("B.I", "B.II"). */
  readonly parent: string;
  /** Points of a full answer: weight of the sub-component / number of its indicators, or own weight. */
  readonly fullPoints: Exact;
  readonly place: SheetPlace;
}

export interface ChoiceIndicator extends IndicatorBase {
  readonly type: 'choice';
  readonly scale: Scale;
  /** Best first, as printed. */
  readonly options: readonly Option[];
}

export interface CountsIndicator extends IndicatorBase {
  readonly type: 'counts';
  readonly inputs: readonly CountInput[];
  readonly formula: CountFormula;
  /** Rule for the person who types (plausibility is a warning, never a refusal). */
  readonly fillingRule: string | null;
  /** Counts whose sum should stay within another count, as the filling rule says in words. */
  readonly plausible: readonly { readonly parts: readonly string[]; readonly within: string }[];
}

/** Survey index 0-4 (IPAK, IPKP); value = index / 4. */
export interface IndexIndicator extends IndicatorBase {
  readonly type: 'index';
  readonly minimum: Exact;
  readonly maximum: Exact;
}

export type Indicator = ChoiceIndicator | CountsIndicator | IndexIndicator;

export interface Subcomponent {
  readonly code: string;
  readonly roman: string;
  readonly name: string;
  readonly weight: Exact;
  readonly area: ChangeAreaKey;
  readonly half: 'pemenuhan' | 'reform';
  readonly note: string | null;
  readonly indicators: readonly Indicator[];
}

/** One area within one half (e.g. "A.I.1": Pemenuhan of Manajemen Perubahan). */
export interface HalfArea {
  readonly code: string;
  readonly roman: string;
  readonly area: ChangeAreaKey;
  readonly half: 'pemenuhan' | 'reform';
  readonly name: string;
  readonly weight: Exact;
  readonly subcomponents: readonly Subcomponent[];
}

/** A part of Hasil: "B.I", "B.II". */
export interface HasilPart {
  readonly code: string;
  readonly roman: string;
  readonly name: string;
  readonly weight: Exact;
  readonly indicators: readonly Indicator[];
}

export interface Area {
  readonly key: AreaKey;
  readonly name: string;
  /** Both halves together (8, 7, 10, 10, 15, 10); Hasil 40. */
  readonly weight: Exact;
  readonly indicators: readonly Indicator[];
}

export interface Instrument {
  /** e.g. "lke-2026"; also the file name in fixtures/instruments. */
  readonly id: string;
  readonly year: number;
  readonly title: string;
  readonly legalBasis: string;
  readonly weightSource: string;
  readonly halfAreas: readonly HalfArea[];
  readonly hasilParts: readonly HasilPart[];
  /** 1..6 then hasil. */
  readonly areas: readonly Area[];
  /** All 42 sub-components, sheet order. */
  readonly subcomponents: readonly Subcomponent[];
  /** All 113, sheet order. */
  readonly indicators: readonly Indicator[];
  readonly byCode: ReadonlyMap<IndicatorCode, Indicator>;
  /** Weights of pengungkit (60), pemenuhan (30), reform (30), hasil (40), total (100). */
  readonly weights: {
    readonly pengungkit: Exact;
    readonly pemenuhan: Exact;
    readonly reform: Exact;
    readonly hasil: Exact;
    readonly total: Exact;
  };
  /** The rules in words (aturan hitung), for the page that explains them. */
  readonly rules: Readonly<Record<(typeof RULE_KEYS)[number], string>>;
  readonly notes: { readonly criteria: string; readonly cadence: string };
  readonly scaleNotes: { readonly counts: string; readonly input: string; readonly index: string };
}
