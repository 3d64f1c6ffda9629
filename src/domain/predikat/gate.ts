import type { Exact } from '../exact.js';

export const TARGETS = ['wbk', 'wbbm'] as const;
export type Target = (typeof TARGETS)[number];

/** The twelve gates of 90/2021 Lampiran II Bab III A.3-6 and Tabel 6, in this order. */
export const GATE_CODES = [
  'total',
  'pengungkit',
  'area-1',
  'area-2',
  'area-3',
  'area-4',
  'area-5',
  'area-6',
  'hasil-bersih',
  'ipak',
  'kinerja',
  'hasil-prima',
] as const;
export type GateCode = (typeof GATE_CODES)[number];

/** The law's minimum of one gate. Area gates are ratios 0..1, the others points. */
export interface GateRule {
  readonly code: GateCode;
  readonly name: string;
  /** What of the sheet is compared: "total", "pengungkit", an area "1".."6", a code of Hasil. */
  readonly measures: string;
  readonly minimum: Exact;
  /** The same minimum as a survey index 0-4 (IPAK, IPKP), else null. */
  readonly indexMinimum: Exact | null;
  readonly source: string;
}

export const REQUIREMENT_KINDS = ['predikat', 'level', 'ya-tidak', 'persen', 'tahun'] as const;
export type RequirementKind = (typeof REQUIREMENT_KINDS)[number];

/** One nomination requirement (5/2024 Lampiran II Bab II Tabel 5). */
export interface NominationRequirement {
  readonly code: string;
  readonly name: string;
  readonly kind: RequirementKind;
  /** Grades from the lowest to the highest; only a `predikat` has any. */
  readonly scale: readonly string[];
  /** Per target the wording and the least value: a grade, a level, "Ya", percent or years. */
  readonly wbk: { readonly text: string; readonly minimum: string };
  readonly wbbm: { readonly text: string; readonly minimum: string };
  readonly note: string | null;
  readonly source: string;
}

/** What the instansi and the satker must show to be nominated. */
export interface Nomination {
  readonly legalBasis: string;
  readonly consequence: { readonly text: string; readonly source: string };
  readonly note: string;
  readonly instansi: readonly NominationRequirement[];
  readonly satker: readonly NominationRequirement[];
}

export interface Ruleset {
  /** e.g. "zi-2026" */
  readonly id: string;
  readonly year: number;
  readonly note: string;
  /** Per target the twelve gates in the order of GATE_CODES. */
  readonly gates: Readonly<Record<Target, readonly GateRule[]>>;
  /** WBBM needs a predikat already held; shown beside the gates, never among them. */
  readonly prerequisite: {
    readonly wbbm: { readonly predikat: Target; readonly text: string; readonly source: string };
  };
  readonly nomination: Nomination;
}

export interface GateResult extends GateRule {
  /** Same unit as the minimum. */
  readonly value: Exact;
  /** minimum - value where the gate fails, else 0; same unit as the minimum. */
  readonly short: Exact;
  /** `short` in points: for an area gate × the weight of the area. */
  readonly shortPoints: Exact;
  readonly passed: boolean;
}

export interface GateReport {
  readonly target: Target;
  /** All twelve passed; the WBK prerequisite of WBBM is not among them. */
  readonly passed: boolean;
  readonly items: readonly GateResult[];
}
