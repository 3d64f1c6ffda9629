import { NATIONAL_ZONE } from '../time-zone.js';
import type { JudgingTier } from './assessment.js';
import type { Stage } from './stages.js';

/** A date of the year as it holds for one satker. */
export interface DatedDay {
  /** Its code in fixtures/calendars. */
  readonly code: string;
  /** `YYYY-MM-DD`; the whole of it still counts. */
  readonly day: string;
  /** Set for this satker alone. */
  readonly isOwn: boolean;
}

/** The highest tier that sent an LKE back to its satker this year; null where none did. */
export type SentBackBy = JudgingTier | null;

/** The date until which each stage runs; null where the year's attempt is over. */
const ENDS = {
  pengisian: 'mandiri-tutup',
  pendahuluan: 'pendahuluan-tutup',
  'menunggu-tpi': 'tpi-mulai',
  tpi: 'tpi-tutup',
  'siap-diusulkan': 'usulan-tpn',
  tpn: 'tpn-tutup',
  ditetapkan: null,
  'tidak-ditetapkan': null,
  'belum-layak': null,
  'belum-memenuhi': null,
} as const satisfies Record<Stage, string | null>;

/** Stages that run again before the tier that sent the LKE back has it once more. */
const AGAIN: Readonly<Record<JudgingTier, readonly Stage[]>> = {
  pendahuluan: ['pengisian'],
  tpi: ['pengisian', 'pendahuluan', 'menunggu-tpi'],
};

/**
 * The date on which a stage ends, or null where none is set. What a tier sent back, by a return or
 * by deciding that it opens again, is part of that tier's own work: everything up to the tier is
 * then due by the end of it, where that comes later than the stage's own date. A rule of ours: the
 * law names the dates, not what a return does to them.
 */
export function endOfStage<D extends DatedDay>(
  days: readonly D[],
  stage: Stage,
  sentBack: SentBackBy,
): D | null {
  const own = days.find(({ code }) => code === ENDS[stage]) ?? null;
  if (sentBack === null || !AGAIN[sentBack].includes(stage)) return own;
  const later = days.find(({ code }) => code === ENDS[sentBack]) ?? null;
  if (own === null || later === null) return later ?? own;
  return later.day > own.day ? later : own;
}

/** Whether the date is that of the stage itself, not of the tier that sent the LKE back. */
export function isOwnEnd({ code }: DatedDay, stage: Stage): boolean {
  return code === ENDS[stage];
}

/** A national date is a day in WIB, one set for a satker a day in its own zone (domain.md, Year). */
export function zoneOfDay({ isOwn }: DatedDay, satkerZone: string): string {
  return isOwn ? satkerZone : NATIONAL_ZONE;
}
