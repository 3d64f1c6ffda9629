import type { Stage } from '../../domain/lke/stages.js';
import { dayIn, daysBetween, formatDay, formatInstant } from '../../text/format.js';
import { homeText } from '../../text/messages/lke.js';
import type { YearDay } from '../years/store.js';
import type { SentBackBy } from './sent-back-store.js';

export interface Deadline {
  readonly name: string;
  /** "21 hari lagi", "Hari ini", "Lewat 3 hari". */
  readonly left: string;
  /** Shown as pressing, by word and shape. */
  readonly isNear: boolean;
  readonly isOver: boolean;
  /** "31 Maret 2026 23.59 WIB (1 April 2026 00.59 WITA)"; of a beginning the day alone. */
  readonly at: string;
  readonly isOwn: boolean;
  /** Why it is not the stage's own date; null where it is. */
  readonly why: string | null;
}

/** National dates are stated in WIB (domain.md, Year); an exception in the satker's own zone. */
const NATIONAL_ZONE = 'Asia/Jakarta';

/** Indonesia keeps no summer time, so that an offset belongs to a zone. */
const OFFSETS: Readonly<Record<string, string>> = {
  'Asia/Jakarta': '+07:00',
  'Asia/Makassar': '+08:00',
  'Asia/Jayapura': '+09:00',
};

/** The date until which each stage runs, by its code in fixtures/calendars. */
const ENDS: Readonly<Record<Stage, string | null>> = {
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
};

/**
 * When the present stage ends, or null where no date is set. What a tier sent back, by a return or
 * by deciding that it opens again, is part of that tier's own work: everything up to the tier is
 * then due by the end of it, where that comes later than the stage's own date.
 */
export function stageDeadline(
  days: readonly YearDay[],
  stage: Stage,
  now: Date,
  zone: string,
  sentBack: SentBackBy = null,
): Deadline | null {
  const found = endDay(days, stage, sentBack);
  if (found === undefined) return null;
  const isOwnDate = sentBack === null || found.code === ENDS[stage];
  const why = isOwnDate ? null : homeText.deadline.again[sentBack];
  return { ...deadlineOf(found, now, zone), why };
}

/** The day on which the present stage ends and how many are left; null where no date is set. */
export function stageEnd(
  days: readonly YearDay[],
  stage: Stage,
  now: Date,
  zone: string,
  sentBack: SentBackBy = null,
): { readonly day: string; readonly daysLeft: number } | null {
  const found = endDay(days, stage, sentBack);
  if (found === undefined) return null;
  const stated = found.isOwn ? zone : NATIONAL_ZONE;
  return { day: found.day, daysLeft: daysBetween(dayIn(now, stated), found.day) };
}

/** Stages that run again before the tier that sent the LKE back has it once more. */
const AGAIN: Readonly<Record<'pendahuluan' | 'tpi', readonly Stage[]>> = {
  pendahuluan: ['pengisian'],
  tpi: ['pengisian', 'pendahuluan', 'menunggu-tpi'],
};

function endDay(days: readonly YearDay[], stage: Stage, sentBack: SentBackBy): YearDay | undefined {
  const own = days.find((day) => day.code === ENDS[stage]);
  if (sentBack === null || !AGAIN[sentBack].includes(stage)) return own;
  const later = days.find((day) => day.code === ENDS[sentBack]);
  if (own === undefined || later === undefined) return later ?? own;
  return later.day > own.day ? later : own;
}

/** Whether what happens now at a stage comes after its date; never where no date is set. */
export function isPastDeadline(
  days: readonly YearDay[],
  stage: Stage,
  sentBack: SentBackBy,
  now: Date,
  zone: string,
): boolean {
  return stageDeadline(days, stage, now, zone, sentBack)?.isOver ?? false;
}

/** Every date of the year that is still to come, earliest first. */
export function comingDates(
  days: readonly YearDay[],
  now: Date,
  zone: string,
): readonly Deadline[] {
  return days.map((day) => deadlineOf(day, now, zone)).filter((deadline) => !deadline.isOver);
}

function deadlineOf(day: YearDay, now: Date, zone: string): Deadline {
  const stated = day.isOwn ? zone : NATIONAL_ZONE;
  const left = daysBetween(dayIn(now, stated), day.day);
  const end = new Date(`${day.day}T23:59:00${OFFSETS[stated] ?? '+07:00'}`).toISOString();
  return {
    name: day.name,
    left: leftText(left),
    isNear: left >= 0 && left <= day.pressingDays,
    isOver: left < 0,
    at: day.begins ? formatDay(day.day) : bothZones(end, stated, zone),
    isOwn: day.isOwn,
    why: null,
  };
}

/** As it was stated, and for the other of the two: the satker's own zone and WIB. */
function bothZones(end: string, stated: string, zone: string): string {
  const other = stated === zone ? NATIONAL_ZONE : zone;
  const second = other === stated ? null : formatInstant(end, other);
  return homeText.deadline.at(formatInstant(end, stated), second);
}

function leftText(days: number): string {
  const { left, today, passed } = homeText.deadline;
  if (days === 0) return today;
  return days > 0 ? left(days) : passed(-days);
}
