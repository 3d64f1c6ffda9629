/** Stages of an LKE (domain.md, Tiers). The table of transitions joins with the four tiers. */
export const STAGES = [
  'pengisian',
  'pendahuluan',
  'menunggu-tpi',
  'tpi',
  'siap-diusulkan',
  'tpn',
  'ditetapkan',
  'tidak-ditetapkan',
] as const;
export type Stage = (typeof STAGES)[number];

export function isStage(value: string): value is Stage {
  return (STAGES as readonly string[]).includes(value);
}

/** The satker's own answers may change only while the LKE is being filled. */
export function isOpenForFilling(stage: Stage): boolean {
  return stage === 'pengisian';
}
