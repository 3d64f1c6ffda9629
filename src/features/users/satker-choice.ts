import type { NamedPlace } from '../../domain/access/check-grants.js';
import { usersText } from '../../text/messages/users.js';

export type Places = ReadonlyMap<string, NamedPlace>;

/** What the list beside a satker field offers, and what is read back: "52.71 KPU Kota Mataram". */
export function satkerOptions(places: Places): readonly string[] {
  return [...places.values()].map(({ code, name }) => usersText.satkerOption(code, name));
}

/** The satker meant by a code, a name or an offered option; null when none is. */
export function chosenSatker(typed: string, places: Places): NamedPlace | null {
  const text = typed.trim();
  const byCode = places.get(/^\S+/.exec(text)?.[0] ?? '');
  if (byCode !== undefined && (text === byCode.code || text === optionOf(byCode))) return byCode;
  const name = text.toLowerCase();
  return [...places.values()].find((place) => place.name.toLowerCase() === name) ?? null;
}

/**
 * Several at once: one per line, or separated by semicolons or bars; bare codes also by blanks.
 * Never by commas: "52,71" is Kota Mataram as a spreadsheet writes it, not two provinces.
 */
export function splitSatker(typed: string): readonly string[] {
  return typed
    .split(/[\n;|]+/)
    .flatMap((part) => (isCodes(part.trim()) ? part.trim().split(/\s+/) : [part.trim()]))
    .filter((part) => part !== '');
}

function isCodes(text: string): boolean {
  return /^\d\d(?:\.\d\d)?(?:\s+\d\d(?:\.\d\d)?)*$/.test(text);
}

function optionOf(place: NamedPlace): string {
  return usersText.satkerOption(place.code, place.name);
}
