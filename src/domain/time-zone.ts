/** The three zones of Indonesia (Keppres 41/1987), from west to east, by their IANA names. */
export const ZONES = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;
export type Zone = (typeof ZONES)[number];

/**
 * WIB. National dates are stated in it, and the centre reads and writes times in it (domain.md,
 * Year).
 */
export const NATIONAL_ZONE: Zone = 'Asia/Jakarta';

/** Indonesia keeps no summer time, so that an offset belongs to a zone. */
const OFFSETS = {
  'Asia/Jakarta': '+07:00',
  'Asia/Makassar': '+08:00',
  'Asia/Jayapura': '+09:00',
} as const satisfies Record<Zone, string>;

export function isZone(value: string): value is Zone {
  return (ZONES as readonly string[]).includes(value);
}

/** The last minute of a day `YYYY-MM-DD` there. Throws for a zone that is none (a bug). */
export function lastMinuteOf(day: string, zone: string): Date {
  if (!isZone(zone)) throw new Error(`no zone of Indonesia: ${zone}`);
  return new Date(`${day}T23:59:00${OFFSETS[zone]}`);
}
