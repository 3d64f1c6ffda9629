import { Readable } from 'node:stream';
import { archiveOf, type Archive, type ArchiveEntry } from '../../archive/archive.js';
import { digestOf } from '../../blobs/copy-file.js';
import type { Tier } from '../../domain/access/tiers.js';
import type { BlobStore } from '../../blobs/blob-store.js';
import { bundleFolderText as text } from '../../text/messages/bundle.js';
import type { BundleIndex, BundleRow, BundleState } from '../../workbook/bundle-index-input.js';
import { workbookFileName } from '../../workbook/file-name.js';
import { LAYOUTS, type LkeWorkbookInput } from '../../workbook/lke-workbook-input.js';
import { writeBundleIndex } from '../../workbook/write-bundle-index.js';
import { writeLke } from '../../workbook/write-lke.js';
import { linkedEvidenceOfLke } from '../evidence/store.js';
import type { Lke } from '../lke/store.js';
import { bundleIndexHtml } from './bundle-index-html.js';
import { planBundle, provenCodes, type BundleFile, type BundlePlan } from './bundle-plan.js';
import { buildWorkbookInput, type WorkbookSource } from './build-workbook-input.js';

/** All that the database says of a bundle, of one moment; its files are read later. */
export interface BundleInput {
  readonly lke: Lke;
  readonly plan: BundlePlan;
  readonly workbooks: readonly LkeWorkbookInput[];
}

const TIER = 'mandiri';

/** `beside`: tiers that the reader may see, shown where a worksheet has a column for them. */
export async function readBundle(
  source: WorkbookSource,
  lke: Lke,
  beside: readonly Tier[],
  at: Date,
): Promise<BundleInput> {
  const instrument = source.instruments.instrument(lke.instrumentId);
  const evidence = await linkedEvidenceOfLke(source.db, lke.id);
  const workbooks: LkeWorkbookInput[] = [];
  for (const layout of LAYOUTS) {
    workbooks.push(await buildWorkbookInput(source, lke, { layout, tier: TIER, beside }, at));
  }
  return { lke, plan: planBundle(instrument, evidence), workbooks };
}

/**
 * The bundle as a stream. Every file is read once before, so that the index, which stands first,
 * says truly what is missing or damaged; what is found bad stays out of the archive. A file that
 * changes between then and its turn breaks the stream: nobody gets a bundle that looks whole.
 */
export async function openBundle(
  blobs: BlobStore,
  input: BundleInput,
  signal: AbortSignal,
): Promise<Archive & { readonly index: BundleIndex }> {
  const states = new Map<string, BundleState>();
  for (const file of input.plan.files) {
    signal.throwIfAborted();
    states.set(file.sha256, await stateOf(blobs, file));
  }
  const index = indexOf(input, states);
  const root = `${bundleName(input.lke)}/`;
  const own = [
    bytesEntry(`${root}${text.index}.html`, Buffer.from(bundleIndexHtml(index), 'utf8')),
    bytesEntry(`${root}${text.index}.xlsx`, await writeBundleIndex(index)),
  ];
  for (const workbook of input.workbooks) {
    own.push(bytesEntry(`${root}${nameOf(workbook)}`, await writeLke(workbook)));
  }
  const files = input.plan.files.filter(({ sha256 }) => states.get(sha256) === 'present');
  const entries = [...own, ...files.map((file) => fileEntry(blobs, root, file))];
  return { ...archiveOf(entries, new Date(index.exportedAt)), index };
}

/** "LKE-52.71-2026": the folder in the archive and, with its ending, the archive itself. */
function bundleName(lke: Lke): string {
  return `LKE-${lke.satker.code.replace(/[^0-9A-Za-z.]/g, '')}-${lke.year}`;
}

export function bundleFileName(lke: Lke): string {
  return `${bundleName(lke)}-bukti.zip`;
}

async function stateOf(blobs: BlobStore, file: BundleFile): Promise<BundleState> {
  if (!(await blobs.has(file.sha256))) return 'missing';
  try {
    const { sha256, size } = await digestOf(blobs.read(file.sha256));
    return sha256 === file.sha256 && size === file.size ? 'present' : 'damaged';
  } catch {
    // Gone since it was looked for, or the disk does not give it back.
    return 'damaged';
  }
}

function bytesEntry(path: string, bytes: Buffer): ArchiveEntry {
  return { path, size: bytes.length, open: () => Promise.resolve(Readable.from([bytes])) };
}

function fileEntry(blobs: BlobStore, root: string, file: BundleFile): ArchiveEntry {
  const { sha256, size } = file;
  return {
    path: `${root}${file.path}`,
    size,
    open: () => Promise.resolve(blobs.read(sha256)),
  };
}

function nameOf({ satker, year, layout, tier }: LkeWorkbookInput): string {
  return workbookFileName({ satkerCode: satker.code, year, layout, tier });
}

function indexOf(
  { lke, plan, workbooks }: BundleInput,
  states: ReadonlyMap<string, BundleState>,
): BundleIndex {
  const present = plan.files.filter(({ sha256 }) => states.get(sha256) === 'present');
  const [first] = workbooks;
  if (first === undefined) throw new Error('a bundle has its worksheets');
  const { indicators } = first.instrument;
  return {
    satker: { code: lke.satker.code, name: lke.satker.name },
    year: lke.year,
    rows: plan.links.map((link) => rowOf(link, states)),
    files: present.length,
    bytes: present.reduce((sum, { size }) => sum + size, 0),
    without: indicators.length - provenCodes(plan).size,
    of: indicators.length,
    workbooks: workbooks.map(nameOf),
    exportedAt: first.exportedAt,
    timeZone: first.timeZone,
    historyHead: first.historyHead,
    productVersion: first.productVersion,
  };
}

function rowOf(
  { indicator, evidence, file }: BundlePlan['links'][number],
  states: ReadonlyMap<string, BundleState>,
): BundleRow {
  const state: BundleState =
    file === null ? (evidence.purged ? 'purged' : 'link') : (states.get(file.sha256) ?? 'missing');
  const item = indicator.checklist.find(({ code }) => code === evidence.checklistCode);
  return {
    code: indicator.code,
    indicator: indicator.shortName,
    evidence: evidence.name,
    checklist: item?.name ?? '',
    documentDay: evidence.documentDay,
    version: evidence.version,
    size: evidence.type === 'file' ? evidence.size : null,
    state,
    path: state === 'present' ? (file?.path ?? null) : null,
    url: evidence.url,
    physicalLocation: evidence.physicalLocation,
    sha256: evidence.sha256,
  };
}
