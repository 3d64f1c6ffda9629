import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instrument } from './domain/instrument/instrument.js';
import { parseInstrument } from './domain/instrument/parse-instrument.js';
import type { Ruleset } from './domain/predikat/gate.js';
import { parseRuleset } from './domain/predikat/parse-ruleset.js';
import { projectRoot } from './project-root.js';

/** The shipped instruments and rulesets, read once. An unknown id or year throws, never a fallback. */
export interface Instruments {
  readonly ids: readonly string[];
  readonly years: readonly number[];
  instrument(id: string): Instrument;
  ruleset(id: string): Ruleset;
  forYear(year: number): { readonly instrument: Instrument; readonly ruleset: Ruleset };
}

/**
 * Reads and checks every file in fixtures/instruments and fixtures/rulesets below the root.
 * Throws when a file has a fault, when its id is not its name, or when a year is not a pair.
 */
export function loadInstruments(root: string = projectRoot()): Instruments {
  const instruments = readAll(join(root, 'fixtures', 'instruments'), parseInstrument);
  const byYear = index(instruments, 'instrument', (instrument) => instrument.year);
  const forYear = (raw: unknown): Ruleset => parseRuleset(raw, byYear(yearOf(raw)));
  const rulesets = readAll(join(root, 'fixtures', 'rulesets'), forYear);
  const rulesetByYear = index(rulesets, 'ruleset', (ruleset) => ruleset.year);
  const pairs = instruments.map((instrument) =>
    freezeDeep({ year: instrument.year, instrument, ruleset: rulesetByYear(instrument.year) }),
  );
  return Object.freeze({
    ids: Object.freeze(instruments.map((instrument) => instrument.id)),
    years: Object.freeze(pairs.map((pair) => pair.year)),
    instrument: index(instruments, 'instrument', (instrument) => instrument.id),
    ruleset: index(rulesets, 'ruleset', (ruleset) => ruleset.id),
    forYear: index(pairs, 'instrument year', (pair) => pair.year),
  });
}

function readAll<T extends { readonly id: string }>(
  folder: string,
  parse: (raw: unknown) => T,
): T[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => {
    const parsed = parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    if (`${parsed.id}.json` !== name) throw new Error(`${name} holds ${parsed.id}`);
    return parsed;
  });
}

function yearOf(raw: unknown): number {
  return typeof raw === 'object' && raw !== null && 'year' in raw ? Number(raw.year) : NaN;
}

function index<K, T>(items: readonly T[], what: string, key: (item: T) => K): (wanted: K) => T {
  const byKey = new Map(items.map((item) => [key(item), item]));
  if (byKey.size !== items.length) throw new Error(`two files with the same ${what}`);
  return (wanted) => {
    const found = byKey.get(wanted);
    if (found === undefined) throw new Error(`unknown ${what}: ${String(wanted)}`);
    return found;
  };
}

/** Plain objects and arrays only: a Map or a Fraction keeps its methods and its inner state. */
function freezeDeep<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  const plain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  if (!plain) return value;
  Object.freeze(value);
  Object.values(value).forEach(freezeDeep);
  return value;
}
