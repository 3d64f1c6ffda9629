import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readConfig } from '../config.js';
import { TIERS } from '../domain/access/tiers.js';
import { refused, type Outcome } from '../domain/problem.js';
import { buildWorkbookInput } from '../features/exchange/build-workbook-input.js';
import { loadInstruments } from '../instruments.js';
import { productVersion } from '../version.js';
import { LAYOUTS, tiersOfLayout, type Layout } from '../workbook/lke-workbook-input.js';
import type { LkeWorkbookInput } from '../workbook/lke-workbook-input.js';
import { writeLke } from '../workbook/write-lke.js';
import { findChosenLke, LKE_OPTIONS, readLkeChoice, type LkeChoice } from './chosen-lke.js';
import { EXIT_OK, printJson, refuse, type Env, type Io } from './io.js';
import { parseOptions, type Options } from './parse-options.js';
import { withSnapshot } from './with-snapshot.js';
import { writeWhole } from './write-whole.js';

const OPTIONS = {
  required: [...LKE_OPTIONS.required, 'layout', 'out'],
  optional: LKE_OPTIONS.optional,
  flags: ['force'],
};

/** `export --satker 52.71 --year 2026 --layout lampiran-iii --out FILE`: the worksheet as a file. */
export async function runExport(
  argv: readonly string[],
  io: Io,
  env: Env,
  clock: () => Date = () => new Date(),
): Promise<number> {
  const options = parseOptions(argv, OPTIONS);
  if (!options.ok) return refuse(io, options.problems);
  const choice = readExportChoice(options.value);
  if (!choice.ok) return refuse(io, choice.problems);
  const input = await readInput(choice.value, env, clock());
  if (!input.ok) return refuse(io, input.problems);
  const bytes = await writeLke(input.value);
  const written = await writeWhole(choice.value.out, bytes);
  if (!written.ok) return refuse(io, written.problems);
  const { out, satker, year, layout, tier } = choice.value;
  const { historyHead } = input.value;
  printJson(io, { file: out, satker, year, layout, tier, bytes: bytes.length, historyHead });
  return EXIT_OK;
}

interface ExportChoice extends LkeChoice {
  readonly layout: Layout;
  readonly out: string;
}

function readExportChoice(options: Options): Outcome<ExportChoice> {
  const choice = readLkeChoice(options);
  if (!choice.ok) return choice;
  const { tier } = choice.value;
  const layout = LAYOUTS.find((known) => known === options.values.get('layout'));
  if (layout === undefined) {
    return refused('layout', 'unknown-layout', { known: LAYOUTS.join(', ') });
  }
  if (!tiersOfLayout(layout).includes(tier)) {
    return refused('tier', 'tier-not-in-layout', { tier, layout });
  }
  const out = resolve(options.values.get('out') ?? '');
  if (existsSync(out) && !options.flags.has('force')) return refused('out', 'file-exists');
  return { ok: true, value: { ...choice.value, layout, out } };
}

async function readInput(
  choice: ExportChoice,
  env: Env,
  at: Date,
): Promise<Outcome<LkeWorkbookInput>> {
  const config = readConfig(env);
  if (!config.ok) return refused('', 'config-fault', { fault: config.faults.join('; ') });
  return withSnapshot(env, async ({ db }) => {
    const chosen = await findChosenLke(db, choice);
    if (!chosen.ok) return chosen;
    const { publicUrl } = config.config;
    const source = { db, instruments: loadInstruments(), publicUrl, version: productVersion() };
    const wanted = { ...choice, beside: TIERS };
    return { ok: true, value: await buildWorkbookInput(source, chosen.value.lke, wanted, at) };
  });
}
