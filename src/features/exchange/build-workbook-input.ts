import type { Db } from '../../db/store.js';
import { historyHead } from '../../db/history.js';
import type { Tier } from '../../domain/access/tiers.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type { Instruments } from '../../instruments.js';
import { paths } from '../../paths.js';
import type { LinkedEvidence } from '../../web/answer-evidence.js';
import {
  tiersOfLayout,
  type ExportedAnswer,
  type ExportedEvidence,
  type Layout,
  type LkeWorkbookInput,
} from '../../workbook/lke-workbook-input.js';
import { evidenceOfLke } from '../evidence/store.js';
import { isJudgingTier } from '../../domain/lke/assessment.js';
import { readCounted, readJudged, type Lke } from '../lke/store.js';
import { evidenceAddress, lastSubmissionOf, sharedEvidenceOf } from '../share/store.js';
import { readWording } from '../wording/store.js';

export interface WorkbookSource {
  /** A snapshot, so that answers, evidence and the head of the history are of one moment. */
  readonly db: Db;
  readonly instruments: Instruments;
  /** Origin under which users reach the product, for links to evidence. */
  readonly publicUrl: string;
  readonly version: string;
}

export interface WorkbookChoice {
  readonly layout: Layout;
  /** Whose answers are scored. */
  readonly tier: Tier;
  /** Further tiers that the reader may see, shown where the layout has a column for them. */
  readonly beside?: readonly Tier[];
  /** Of an open share link: what was submitted is addressed so that it opens without an account. */
  readonly shareToken?: string;
}

/**
 * One LKE as the worksheet needs it; the page and the command line write the same file. A tier
 * brings its own assessments that hold; what it has not assessed stays empty, never the claim.
 */
export async function buildWorkbookInput(
  source: WorkbookSource,
  lke: Lke,
  { layout, tier, beside = [], shareToken }: WorkbookChoice,
  at: Date,
): Promise<LkeWorkbookInput> {
  const { db, instruments, version } = source;
  const shown = tiersOfLayout(layout).filter((one) => beside.includes(one));
  const tiers = new Set<Tier>(['mandiri', tier, ...(layout === 'portalrb' ? shown : [])]);
  const answers = await Promise.all(
    [...tiers].map(async (one) => [one, await exportedAnswers(db, lke.id, one)] as const),
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
    evidence: await evidenceByIndicator(source, lke, shareToken ?? null),
    exportedAt: at.toISOString(),
    timeZone: lke.satker.timeZone,
    historyHead: head.seq === 0 ? null : head,
    productVersion: version,
    wording: await readWording(db, lke.year),
  };
}

/** Why a tier differs from the claim stands before its note. */
async function exportedAnswers(
  db: Db,
  lkeId: number,
  tier: Tier,
): Promise<ReadonlyMap<IndicatorCode, ExportedAnswer>> {
  const rows = await readCounted(db, lkeId, tier);
  if (!isJudgingTier(tier)) return rows;
  const judged = await readJudged(db, lkeId, tier);
  return new Map(
    [...rows].map(([code, { value, note, version }]) => {
      const said = [judged.get(code)?.reason ?? '', note].filter((text) => text !== '');
      return [code, { value, note: said.join('\n'), version }];
    }),
  );
}

async function evidenceByIndicator(
  { db, publicUrl }: WorkbookSource,
  lke: Lke,
  shareToken: string | null,
): Promise<ReadonlyMap<IndicatorCode, readonly ExportedEvidence[]>> {
  const shared = await sharedAddresses(db, publicUrl, lke, shareToken);
  const found = new Map<IndicatorCode, ExportedEvidence[]>();
  for (const row of await evidenceOfLke(db, lke.id)) {
    const code = row.indicatorCode as IndicatorCode;
    const list = found.get(code) ?? [];
    const page = `${publicUrl}${paths.evidence(lke.satker.code, lke.year, row.evidenceId)}`;
    list.push(exported(row, shared.get(`${row.evidenceId}/${row.version}`) ?? page));
    found.set(code, list);
  }
  return found;
}

/** By evidence and version: only what the last submission froze has an address outside. */
async function sharedAddresses(
  db: Db,
  publicUrl: string,
  lke: Lke,
  token: string | null,
): Promise<ReadonlyMap<string, string>> {
  const submission = token === null ? null : await lastSubmissionOf(db, lke.id);
  if (token === null || submission === null) return new Map();
  const shared = await sharedEvidenceOf(db, submission.id);
  return new Map(
    shared.flatMap((one) => {
      const address = evidenceAddress(publicUrl, token, one);
      return address === null ? [] : [[`${one.evidenceId}/${one.number}`, address] as const];
    }),
  );
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
