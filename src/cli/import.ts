import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Actor, Db, Tx } from '../db/store.js';
import { refused, type Outcome } from '../domain/problem.js';
import { applyReading } from '../features/imports/apply-import.js';
import { compareImport, type ImportDeps } from '../features/imports/compare-import.js';
import type { ImportResult } from '../features/imports/import-result.js';
import { readForLke } from '../features/imports/read-upload.js';
import { ACCEPT_MODES, acceptedBy, type AcceptMode } from '../features/imports/selection.js';
import { insertImport } from '../features/imports/store.js';
import { findLke, type Lke } from '../features/lke/store.js';
import { loadInstruments } from '../instruments.js';
import { safeFileName } from '../web/upload-name.js';
import type { LkeReading } from '../workbook/recognise/lke-reading.js';
import { actorNamed } from './actor.js';
import { LKE_OPTIONS, readLkeChoice, type LkeChoice } from './chosen-lke.js';
import { importOutput } from './import-output.js';
import { EXIT_OK, printJson, refuse, type Env, type Io } from './io.js';
import { parseOptions, type Options } from './parse-options.js';
import { withSnapshot } from './with-snapshot.js';
import { withStore } from './with-store.js';

const OPTIONS = {
  argument: 'FILE',
  required: LKE_OPTIONS.required,
  optional: ['accept', 'sheet', 'as'],
  flags: ['preview', 'json'],
} as const;

type Clock = () => Date;

/**
 * `import FILE --satker 52.71 --year 2026 [--preview] [--accept missing|all] [--sheet NAME]
 * [--as USER] [--json]`: a filled worksheet into one LKE, whole or not at all. Prints JSON with or
 * without `--json`.
 */
export async function runImport(
  argv: readonly string[],
  io: Io,
  env: Env,
  clock: Clock = () => new Date(),
): Promise<number> {
  const options = parseOptions(argv, OPTIONS);
  if (!options.ok) return refuse(io, options.problems);
  const choice = readChoice(options.value);
  if (!choice.ok) return refuse(io, choice.problems);
  const faults: string[] = [];
  const done = await importFile(choice.value, env, clock, (fault) => faults.push(fault));
  faults.forEach((fault) => io.stderr(`${fault}\n`));
  if (!done.ok) return refuse(io, done.problems);
  printJson(io, done.value);
  return EXIT_OK;
}

interface ImportChoice extends LkeChoice {
  readonly file: string;
  readonly accept: AcceptMode;
  readonly sheet: string | undefined;
  readonly isPreview: boolean;
}

function readChoice(options: Options): Outcome<ImportChoice> {
  const choice = readLkeChoice(options);
  if (!choice.ok) return choice;
  const { values, flags } = options;
  const wanted = values.get('accept') ?? 'missing';
  const accept = ACCEPT_MODES.find((mode) => mode === wanted);
  if (accept === undefined) {
    return refused('accept', 'unknown-accept', { known: ACCEPT_MODES.join(', ') });
  }
  const file = resolve(values.get('FILE') ?? '');
  const sheet = values.get('sheet');
  return {
    ok: true,
    value: { ...choice.value, file, accept, sheet, isPreview: flags.has('preview') },
  };
}

async function importFile(
  choice: ImportChoice,
  env: Env,
  clock: Clock,
  onFault: (fault: string) => void,
): Promise<Outcome<object>> {
  const lke = await withSnapshot(env, ({ db }) =>
    openLke(findLke(db, choice.satker, choice.year), choice),
  );
  if (!lke.ok) return lke;
  const reading = await readOne(choice, lke.value, onFault);
  if (!reading.ok) return reading;
  const common = { instruments: loadInstruments(), clock };
  const job = { choice, lke: lke.value, reading: reading.value };
  if (choice.isPreview) return withSnapshot(env, ({ db }) => preview(db, common, job));
  return withStore(env, async (store) => {
    const actor = await actorNamed(store.db, choice.as);
    return actor.ok ? apply({ ...common, store }, job, actor.value) : actor;
  });
}

async function openLke(
  found: Promise<Lke | null>,
  { satker, year }: LkeChoice,
): Promise<Outcome<Lke>> {
  const lke = await found;
  if (lke === null) return refused('satker', 'unknown-lke', { satker, year });
  if (lke.openness === 'none') return refused('satker', 'import-closed');
  return { ok: true, value: lke };
}

/** One sheet; which one, the operator says where several could be meant. */
async function readOne(
  { file, sheet }: ImportChoice,
  lke: Lke,
  onFault: (fault: string) => void,
): Promise<Outcome<LkeReading>> {
  const options = sheet === undefined ? { onFault } : { onFault, sheet };
  const readings = await readForLke(file, lke, options);
  if (!readings.ok) {
    const problems = readings.problems.map((one) => ({ ...one, field: one.field || 'FILE' }));
    return { ok: false, problems };
  }
  const [only, ...others] = readings.value;
  if (only === undefined) return refused('FILE', 'workbook-no-lke');
  if (others.length === 0) return { ok: true, value: only };
  const names = readings.value.map((one) => one.sheet).join('\n');
  return refused('sheet', 'workbook-sheet-ambiguous', { names });
}

interface Job {
  readonly choice: ImportChoice;
  readonly lke: Lke;
  readonly reading: LkeReading;
}

/** The operator may take everything that is open. */
const mayTake = () => true;

async function preview(
  db: Db,
  deps: Omit<ImportDeps, 'store'>,
  { choice, lke, reading }: Job,
): Promise<Outcome<object>> {
  const actor = await actorNamed(db, choice.as);
  if (!actor.ok) return actor;
  const comparison = await compareImport(db, deps, lke, reading);
  const selection = acceptedBy(choice.accept, comparison, mayTake);
  const instrument = deps.instruments.instrument(lke.instrumentId);
  return { ok: true, value: importOutput(instrument, comparison, selection, null) };
}

async function apply(deps: ImportDeps, job: Job, actor: Actor): Promise<Outcome<object>> {
  const { choice, lke, reading } = job;
  const file = await fileFacts(choice.file);
  return deps.store.write(async (tx): Promise<Outcome<object>> => {
    const before = await compareImport(tx, deps, lke, reading);
    const selection = acceptedBy(choice.accept, before, mayTake);
    const applied = await applyReading(tx, deps, {
      lke,
      reading,
      select: () => selection,
      seen: null,
      rights: async () => mayTake,
      actor,
      place: () => placeOf(tx, deps, job, actor, file),
    });
    if (applied.outcome === 'closed') return refused('satker', 'import-closed');
    if (applied.outcome === 'not-yours') {
      return refused('', 'import-not-yours', { codes: applied.codes.join(', ') });
    }
    const none: ImportResult = { answers: [], links: [] };
    const result = applied.outcome === 'applied' ? applied.result : none;
    const instrument = deps.instruments.instrument(lke.instrumentId);
    return { ok: true, value: importOutput(instrument, before, selection, result) };
  });
}

interface FileFacts {
  readonly fileName: string;
  readonly sha256: string;
  readonly size: number;
}

async function fileFacts(path: string): Promise<FileFacts> {
  const bytes = await readFile(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { fileName: safeFileName(basename(path)), sha256, size: bytes.length };
}

/** Kept like an import of the page, so that it can be seen and taken back there. */
async function placeOf(
  tx: Tx,
  deps: ImportDeps,
  { lke, reading }: Job,
  actor: Actor,
  file: FileFacts,
): Promise<{ id: number; fileName: string }> {
  const at = deps.clock().toISOString();
  const made = { lkeId: lke.id, ...file, readings: [reading], expiresAt: at };
  const id = await insertImport(tx, made, { ...actor, at });
  return { id, fileName: file.fileName };
}
