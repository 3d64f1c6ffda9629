import { openBlobFolder } from '../blobs/folder-blob-store.js';
import { dataFolder } from '../db/data-folder.js';
import { TIERS } from '../domain/access/tiers.js';
import type { Outcome } from '../domain/problem.js';
import { openBundle, readBundle, type BundleInput } from '../features/exchange/build-bundle.js';
import { isFault } from '../workbook/bundle-index-input.js';
import { findChosenLke, LKE_OPTIONS, readLkeChoice, type LkeChoice } from './chosen-lke.js';
import { dataPath, EXIT_OK, printJson, refuse, type Env, type Io } from './io.js';
import { readOut } from './out-option.js';
import { parseOptions } from './parse-options.js';
import { withSource } from './with-source.js';
import { writeWhole } from './write-whole.js';

const OPTIONS = { required: [...LKE_OPTIONS.required, 'out'], optional: ['as'], flags: ['force'] };

/** `bundle --satker 52.71 --year 2026 --out FILE`: all evidence of one LKE as a ZIP. */
export async function runBundle(
  argv: readonly string[],
  io: Io,
  env: Env,
  clock: () => Date = () => new Date(),
): Promise<number> {
  const options = parseOptions(argv, OPTIONS);
  if (!options.ok) return refuse(io, options.problems);
  const choice = readLkeChoice(options.value);
  if (!choice.ok) return refuse(io, choice.problems);
  const out = readOut(options.value);
  if (!out.ok) return refuse(io, out.problems);
  const input = await readInput(choice.value, env, clock());
  if (!input.ok) return refuse(io, input.problems);
  const blobs = await openBlobFolder(dataFolder(dataPath(env)).evidence);
  const { signal } = new AbortController();
  const { stream, size, index } = await openBundle(blobs, input.value, signal);
  const written = await writeWhole(out.value, stream);
  if (!written.ok) return refuse(io, written.problems);
  const { satker, year } = choice.value;
  const faults = index.rows
    .filter(isFault)
    .map(({ code, evidence, state, sha256 }) => ({ code, evidence, state, sha256 }));
  const { files, historyHead } = index;
  printJson(io, { file: out.value, satker, year, files, bytes: size, faults, historyHead });
  return EXIT_OK;
}

async function readInput(choice: LkeChoice, env: Env, at: Date): Promise<Outcome<BundleInput>> {
  return withSource(env, async (source) => {
    const chosen = await findChosenLke(source.db, choice);
    if (!chosen.ok) return chosen;
    return { ok: true, value: await readBundle(source, chosen.value.lke, TIERS, at) };
  });
}
