import { refused, type Outcome } from '../domain/problem.js';
import { buildRecap } from '../features/recap/build-recap.js';
import { loadInstruments } from '../instruments.js';
import { productVersion } from '../version.js';
import type { RecapInput } from '../workbook/recap-input.js';
import { writeRecap } from '../workbook/write-recap.js';
import { EXIT_OK, printJson, refuse, type Env, type Io } from './io.js';
import { parseOptions } from './parse-options.js';
import {
  PROVINCE_OPTIONS,
  readProvinceChoice,
  viewerOf,
  type ProvinceChoice,
} from './province-choice.js';
import { withSnapshot } from './with-snapshot.js';
import { writeWhole } from './write-whole.js';

/** `recap --province 52 --year 2026 --out FILE`: all satker of a province as a workbook. */
export async function runRecap(
  argv: readonly string[],
  io: Io,
  env: Env,
  clock: () => Date = () => new Date(),
): Promise<number> {
  const options = parseOptions(argv, PROVINCE_OPTIONS);
  if (!options.ok) return refuse(io, options.problems);
  const choice = readProvinceChoice(options.value);
  if (!choice.ok) return refuse(io, choice.problems);
  const input = await readRecap(choice.value, env, clock());
  if (!input.ok) return refuse(io, input.problems);
  const bytes = await writeRecap(input.value);
  const written = await writeWhole(choice.value.out, bytes);
  if (!written.ok) return refuse(io, written.problems);
  const { out, province, year } = choice.value;
  const { satkerList, historyHead } = input.value;
  const satker = satkerList.length;
  printJson(io, { file: out, province, year, satker, bytes: bytes.length, historyHead });
  return EXIT_OK;
}

async function readRecap(choice: ProvinceChoice, env: Env, at: Date): Promise<Outcome<RecapInput>> {
  return withSnapshot(env, async ({ db }) => {
    const viewer = await viewerOf(db, choice);
    if (!viewer.ok) return viewer;
    const source = { db, instruments: loadInstruments(), version: productVersion() };
    const input = await buildRecap(source, viewer.value, choice, at);
    const { province, year } = choice;
    return input === null
      ? refused('province', 'unknown-province', { province, year })
      : { ok: true, value: input };
  });
}
