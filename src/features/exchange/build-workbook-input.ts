import type { Db } from '../../db/store.js';
import { historyHead } from '../../db/history.js';
import type { Tier } from '../../domain/access/tiers.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type { Instruments } from '../../instruments.js';
import { paths } from '../../paths.js';
import type { LinkedEvidence } from '../../web/answer-evidence.js';
import type {
  ExportedEvidence,
  Layout,
  LkeWorkbookInput,
} from '../../workbook/lke-workbook-input.js';
import { evidenceOfLke } from '../evidence/store.js';
import { readAnswers, type Lke } from '../lke/store.js';
import { readWording } from '../wording/store.js';

export interface WorkbookSource {
  /** A snapshot, so that answers, evidence and the head of the history are of one moment. */
  readonly db: Db;
  readonly instruments: Instruments;
  /** Origin under which users reach the product, for links to evidence. */
  readonly publicUrl: string;
  readonly version: string;
}

/** One LKE as the worksheet needs it; the page and the command line write the same file. */
export async function buildWorkbookInput(
  source: WorkbookSource,
  lke: Lke,
  { layout, tier }: { readonly layout: Layout; readonly tier: Tier },
  at: Date,
): Promise<LkeWorkbookInput> {
  const { db, instruments, version } = source;
  const tiers = new Set<Tier>(['mandiri', tier]);
  const answers = await Promise.all(
    [...tiers].map(async (one) => [one, await readAnswers(db, lke.id, one)] as const),
  );
  const head = await historyHead(db);
  return {
    instrument: instruments.instrument(lke.instrumentId),
    ruleset: instruments.ruleset(lke.rulesetId),
    satker: { code: lke.satker.code, name: lke.satker.name },
    year: lke.year,
    target: lke.target,
    layout,
    tier,
    answers: Object.fromEntries(answers),
    evidence: await evidenceByIndicator(source, lke),
    exportedAt: at.toISOString(),
    timeZone: lke.satker.timeZone,
    historyHead: head.seq === 0 ? null : head,
    productVersion: version,
    wording: await readWording(db, lke.year),
  };
}

async function evidenceByIndicator(
  { db, publicUrl }: WorkbookSource,
  lke: Lke,
): Promise<ReadonlyMap<IndicatorCode, readonly ExportedEvidence[]>> {
  const found = new Map<IndicatorCode, ExportedEvidence[]>();
  for (const row of await evidenceOfLke(db, lke.id)) {
    const code = row.indicatorCode as IndicatorCode;
    const list = found.get(code) ?? [];
    list.push(
      exported(row, `${publicUrl}${paths.evidence(lke.satker.code, lke.year, row.evidenceId)}`),
    );
    found.set(code, list);
  }
  return found;
}

function exported(row: LinkedEvidence, page: string): ExportedEvidence {
  return {
    name: row.name,
    documentDay: row.documentDay,
    version: row.version,
    href: row.url ?? page,
    fileName: row.fileName,
    size: row.size,
    sha256: row.sha256,
    checklistCode: row.checklistCode,
    physicalLocation: row.physicalLocation,
  };
}
