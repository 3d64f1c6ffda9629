import { endOfStage, isOwnEnd, zoneOfDay, type SentBackBy } from '../../domain/lke/stage-end.js';
import type { Stage } from '../../domain/lke/stages.js';
import { lastMinuteOf, NATIONAL_ZONE } from '../../domain/time-zone.js';
import { dayIn, daysBetween, formatDay, formatInstant } from '../../text/format.js';
import { homeText } from '../../text/messages/lke.js';
import type { YearDay } from '../years/store.js';

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

/** When the present stage ends, as a page tells it; null where no date is set. */
export function stageDeadline(
  days: readonly YearDay[],
  stage: Stage,
  now: Date,
  zone: string,
  sentBack: SentBackBy = null,
): Deadline | null {
  const found = endOfStage(days, stage, sentBack);
  if (found === null) return null;
  const isOwnDate = sentBack === null || isOwnEnd(found, stage);
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
  const found = endOfStage(days, stage, sentBack);
  if (found === null) return null;
  return { day: found.day, daysLeft: daysBetween(dayIn(now, zoneOfDay(found, zone)), found.day) };
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
  const stated = zoneOfDay(day, zone);
  const left = daysBetween(dayIn(now, stated), day.day);
  const end = lastMinuteOf(day.day, stated).toISOString();
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
