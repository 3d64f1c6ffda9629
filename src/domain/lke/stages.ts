/**
 * Stages of an LKE (domain.md, Tiers); transitions.ts says how one leads to another. `belum-layak`
 * and `belum-memenuhi` are where an attempt of the year ends before it reaches TPN.
 */
export const STAGES = [
  'pengisian',
  'pendahuluan',
  'menunggu-tpi',
  'tpi',
  'siap-diusulkan',
  'tpn',
  'ditetapkan',
  'tidak-ditetapkan',
  'belum-layak',
  'belum-memenuhi',
] as const;
export type Stage = (typeof STAGES)[number];

/** Stages that nothing leads out of but taking the last decision back. */
export const END_STAGES = [
  'ditetapkan',
  'tidak-ditetapkan',
  'belum-layak',
  'belum-memenuhi',
] as const satisfies readonly Stage[];

export function isStage(value: string): value is Stage {
  return (STAGES as readonly string[]).includes(value);
}

export function isEndStage(stage: Stage): boolean {
  return (END_STAGES as readonly Stage[]).includes(stage);
}

/** The satker's own answers may change only while the LKE is being filled; see openness.ts. */
export function isOpenForFilling(stage: Stage): boolean {
  return stage === 'pengisian';
}
