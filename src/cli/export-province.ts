import { refused, type Outcome } from '../domain/problem.js';
import { buildRecap } from '../features/recap/build-recap.js';
import { LAYOUTS, type Layout } from '../workbook/lke-workbook-input.js';
import { EXIT_OK, printJson, refuse, type Env, type Io } from './io.js';
import { parseOptions } from './parse-options.js';
import { countWorkbooks, openedSatker, provinceArchive } from './province-archive.js';
import {
  PROVINCE_OPTIONS,
  readProvinceChoice,
  viewerOf,
  type ProvinceChoice,
} from './province-choice.js';
import { withSource } from './with-source.js';
import { writeWhole } from './write-whole.js';

const OPTIONS = { ...PROVINCE_OPTIONS, optional: [...PROVINCE_OPTIONS.optional, 'layout'] };

interface Written {
  readonly satker: number;
  readonly workbooks: number;
}

/** `export-province --province 52 --year 2026 --out FILE`: all worksheets and the recap as a ZIP. */
export async function runExportProvince(
  argv: readonly string[],
  io: Io,
  env: Env,
  clock: () => Date = () => new Date(),
): Promise<number> {
  const options = parseOptions(argv, OPTIONS);
  if (!options.ok) return refuse(io, options.problems);
  const choice = readProvinceChoice(options.value);
  if (!choice.ok) return refuse(io, choice.problems);
  const layouts = readLayouts(options.value.values.get('layout'));
  if (!layouts.ok) return refuse(io, layouts.problems);
  const written = await writeArchive(choice.value, layouts.value, env, clock());
  if (!written.ok) return refuse(io, written.problems);
  const { out, province, year } = choice.value;
  printJson(io, { file: out, province, year, layouts: layouts.value, ...written.value });
  return EXIT_OK;
}

/** Both unless one is named. */
function readLayouts(typed: string | undefined): Outcome<readonly Layout[]> {
  if (typed === undefined) return { ok: true, value: LAYOUTS };
  const layout = LAYOUTS.find((known) => known === typed);
  return layout === undefined
    ? refused('layout', 'unknown-layout', { known: LAYOUTS.join(', ') })
    : { ok: true, value: [layout] };
}

/** The snapshot stays open until the last workbook is written: all are of one moment. */
async function writeArchive(
  choice: ProvinceChoice,
  layouts: readonly Layout[],
  env: Env,
  at: Date,
): Promise<Outcome<Written>> {
  return withSource(env, async (source) => {
    const viewer = await viewerOf(source.db, choice);
    if (!viewer.ok) return viewer;
    const recap = await buildRecap(source, viewer.value, choice, at);
    const { province, year, out } = choice;
    if (recap === null) return refused('province', 'unknown-province', { province, year });
    const written = await writeWhole(out, provinceArchive(source, recap, layouts, () => {}).stream);
    if (!written.ok) return written;
    const satker = openedSatker(recap).length;
    return { ok: true, value: { satker, workbooks: countWorkbooks(recap, layouts) } };
  });
}
