import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { findOpenYear } from '../db/open-years.js';
import { refused, type Outcome } from '../domain/problem.js';
import type { Instrument } from '../domain/instrument/instrument.js';
import type { WordingSource } from '../domain/wording/official-text.js';
import { countSplit } from '../features/wording/compare.js';
import { textsOfDraft, type WordingDraft } from '../features/wording/draft.js';
import { parseSource } from '../features/wording/form.js';
import { loadWording, removeWording } from '../features/wording/load-wording.js';
import { readWordingFile } from '../features/wording/read-wording.js';
import { loadInstruments } from '../instruments.js';
import { actorNamed } from './actor.js';
import { EXIT_OK, printJson, refuse, type Env, type Io } from './io.js';
import { parseOptions, type Options } from './parse-options.js';
import { withSnapshot } from './with-snapshot.js';
import { withStore } from './with-store.js';

const OPTIONS = {
  required: ['year'],
  optional: ['file', 'source', 'number', 'day', 'sheet', 'as'],
  flags: ['preview', 'remove'],
} as const;

type Clock = () => Date;

/**
 * `wording --year 2026 --file FILE --source TEXT [--number N] [--day D] [--sheet NAME] [--preview]`,
 * `wording --year 2026 --remove`; both with `[--as USER]`. The official words of a year.
 */
export async function runWording(
  argv: readonly string[],
  io: Io,
  env: Env,
  clock: Clock = () => new Date(),
): Promise<number> {
  const options = parseOptions(argv, OPTIONS);
  if (!options.ok) return refuse(io, options.problems);
  const { values, flags } = options.value;
  if (!/^\d{4}$/.test(values.get('year') ?? '')) return refuse(io, notAYear());
  const done = flags.has('remove')
    ? await remove(options.value, env, clock)
    : await load(options.value, env, clock);
  if (!done.ok) return refuse(io, done.problems);
  printJson(io, done.value);
  return EXIT_OK;
}

function notAYear() {
  return [{ field: 'year', code: 'not-a-year' }];
}

async function remove(
  { values, flags }: Options,
  env: Env,
  clock: Clock,
): Promise<Outcome<object>> {
  const extra = [...values.keys(), ...flags].find((one) => !['year', 'as', 'remove'].includes(one));
  if (extra !== undefined) return refused(extra, 'wording-remove-alone');
  const year = yearOf(values);
  const known = await instrumentOf(env, year);
  if (!known.ok) return known;
  return withStore(env, async (store) => {
    const actor = await actorNamed(store.db, values.get('as') ?? null);
    if (!actor.ok) return actor;
    const result = await removeWording(store, actor.value, { year, seen: null }, clock());
    return { ok: true, value: { year, removed: result.kind === 'done' && result.isChanged } };
  });
}

async function load({ values, flags }: Options, env: Env, clock: Clock): Promise<Outcome<object>> {
  const year = yearOf(values);
  const named = values.get('file');
  if (named === undefined) return refused('file', 'option-needed');
  const source = sourceOf(values);
  const isPreview = flags.has('preview');
  if (!source.ok && !isPreview) return source;
  const instrument = await instrumentOf(env, year);
  if (!instrument.ok) return instrument;
  const path = resolve(named);
  const read = await readDraft(path, values.get('sheet') ?? '', instrument.value);
  if (!read.ok) return read;
  const told = report(year, path, read.value, instrument.value);
  if (isPreview || !source.ok) return { ok: true, value: { ...told, applied: false } };
  const file = { name: basename(path), sha256: await sha256Of(path), layout: read.value.layout };
  const wording = { source: source.value, texts: textsOfDraft(read.value) };
  return withStore(env, async (store) => {
    const actor = await actorNamed(store.db, values.get('as') ?? null);
    if (!actor.ok) return actor;
    await loadWording(store, actor.value, { year, wording, file, seen: null }, clock());
    return { ok: true, value: { ...told, source: source.value, applied: true } };
  });
}

function yearOf(values: Options['values']): number {
  return Number(values.get('year'));
}

/** `--source` is the title; the command names fields as its options. */
function sourceOf(values: Options['values']): Outcome<WordingSource> {
  const title = values.get('source') ?? '';
  if (title.trim() === '') return refused('source', 'wording-source-needed');
  const typed = { title, number: values.get('number') ?? '', day: values.get('day') ?? '' };
  const parsed = parseSource(typed);
  if (parsed.ok) return parsed;
  const named = parsed.problems.map((one) =>
    one.field === 'title' ? { ...one, field: 'source' } : one,
  );
  return { ok: false, problems: named };
}

async function instrumentOf(env: Env, year: number): Promise<Outcome<Instrument>> {
  return withSnapshot(env, async ({ db }) => {
    const opened = await findOpenYear(db, year);
    if (opened === null) return refused('year', 'year-not-open', { year });
    return { ok: true, value: loadInstruments().instrument(opened.instrumentId) };
  });
}

async function readDraft(
  path: string,
  sheet: string,
  instrument: Instrument,
): Promise<Outcome<WordingDraft>> {
  const faults: string[] = [];
  const onFault = (detail: string) => void faults.push(detail);
  const read = await readWordingFile({ path, instrument, sheet, onFault });
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return read;
}

/** What the file brings, in the words of the other reading commands. */
function report(year: number, path: string, draft: WordingDraft, instrument: Instrument) {
  const texts = textsOfDraft(draft);
  const { indicators } = instrument;
  return {
    year,
    file: path,
    layout: draft.layout,
    sheet: draft.sheet,
    indicators: texts.size,
    of: indicators.length,
    split: countSplit(instrument, texts).split,
    missing: indicators.flatMap(({ code }) => (texts.has(code) ? [] : [code])),
    tooLong: draft.tooLong,
    unrecognised: draft.unrecognised,
  };
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
