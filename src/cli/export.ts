import { TIERS } from '../domain/access/tiers.js';
import { secretOf } from '../db/secret-file.js';
import type { Db } from '../db/store.js';
import { refused, type Outcome } from '../domain/problem.js';
import { buildWorkbookInput } from '../features/exchange/build-workbook-input.js';
import type { Lke } from '../features/lke/store.js';
import { openLinksOf, shareToken, type ShareLink } from '../features/share/store.js';
import { LAYOUTS, tiersOfLayout, type Layout } from '../workbook/lke-workbook-input.js';
import type { LkeWorkbookInput } from '../workbook/lke-workbook-input.js';
import { writeLke } from '../workbook/write-lke.js';
import { findChosenLke, LKE_OPTIONS, readLkeChoice, type LkeChoice } from './chosen-lke.js';
import { EXIT_OK, printJson, refuse, type Env, type Io } from './io.js';
import { readOut } from './out-option.js';
import { parseOptions, type Options } from './parse-options.js';
import { withSource } from './with-source.js';
import { writeWhole } from './write-whole.js';

const OPTIONS = {
  required: [...LKE_OPTIONS.required, 'layout', 'out'],
  optional: [...LKE_OPTIONS.optional, 'share'],
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
  /** Number or label of an open share link. */
  readonly share: string | null;
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
  const out = readOut(options);
  if (!out.ok) return out;
  const share = options.values.get('share') ?? null;
  return { ok: true, value: { ...choice.value, layout, out: out.value, share } };
}

async function readInput(
  choice: ExportChoice,
  env: Env,
  at: Date,
): Promise<Outcome<LkeWorkbookInput>> {
  return withSource(env, async (source, { dataFolder }) => {
    const { db } = source;
    const chosen = await findChosenLke(db, choice);
    if (!chosen.ok) return chosen;
    const { lke } = chosen.value;
    const share = await shareOf(db, lke, choice.share, at);
    if (!share.ok) return share;
    const link = share.value;
    const secret = (): string => secretOf(dataFolder, 'share-secret');
    const address = link === null ? {} : { shareToken: shareToken(secret(), link) };
    const { layout, tier } = choice;
    const wanted = { layout, tier, beside: TIERS, ...address };
    return { ok: true, value: await buildWorkbookInput(source, lke, wanted, at) };
  });
}

/** By number or by label; of two with one label the newest. */
async function shareOf(
  db: Db,
  lke: Lke,
  wanted: string | null,
  at: Date,
): Promise<Outcome<ShareLink | null>> {
  if (wanted === null) return { ok: true, value: null };
  const links = await openLinksOf(db, lke, at);
  const link = links.find(({ id, label }) => wanted === String(id) || wanted === label);
  if (link !== undefined) return { ok: true, value: link };
  return refused('share', 'unknown-share', { known: links.map(({ id }) => id).join(', ') });
}
