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
  readonly minimum: Exact;
  readonly source: string;
}

export interface Ruleset {
  /** e.g. "zi-2026" */
  readonly id: string;
  readonly year: number;
  readonly gates: Readonly<Record<Target, readonly GateRule[]>>;
}

export interface GateResult extends GateRule {
  /** Same unit as the minimum. */
  readonly value: Exact;
  /** minimum - value where the gate fails, else 0. */
  readonly short: Exact;
  readonly passed: boolean;
}

export interface GateReport {
  readonly target: Target;
  /** All twelve passed; the WBK prerequisite of WBBM is not among them. */
  readonly passed: boolean;
  readonly items: readonly GateResult[];
}
