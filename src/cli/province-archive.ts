import { Readable } from 'node:stream';
import type { Tier } from '../domain/access/tiers.js';
import { archiveOf, type Archive, type ArchiveEntry } from '../archive/archive.js';
import { safeName } from '../archive/safe-name.js';
import {
  buildWorkbookInput,
  type WorkbookSource,
} from '../features/exchange/build-workbook-input.js';
import { findLke } from '../features/lke/store.js';
import { bundleFolderText } from '../text/messages/bundle.js';
import { recapFileName, workbookFileName } from '../workbook/file-name.js';
import { tiersOfLayout, type Layout } from '../workbook/lke-workbook-input.js';
import type { RecapInput, RecapSatker } from '../workbook/recap-input.js';
import { writeLke } from '../workbook/write-lke.js';
import { writeRecap } from '../workbook/write-recap.js';

const MOST_NAME = 60;

/**
 * The worksheets of all satker of a recap, one per tier that its reader sees, and the recap itself,
 * as a ZIP: each workbook is made when its turn comes. `onSatker` is told how many satker are through.
 */
export function provinceArchive(
  source: WorkbookSource,
  recap: RecapInput,
  layouts: readonly Layout[],
  onSatker: (done: number) => void,
): Archive {
  const at = new Date(recap.exportedAt);
  const recapName = recapFileName(recap.province.code, recap.year);
  const root = recapName.replace(/\.xlsx$/, '');
  const entries: ArchiveEntry[] = [
    { path: `${root}/${recapName}`, size: null, open: () => bytes(() => writeRecap(recap)) },
  ];
  const opened = openedSatker(recap);
  opened.forEach((satker, position) => {
    const folder = safeName(`${satker.code} ${satker.name}`, MOST_NAME, bundleFolderText.unnamed);
    const beside = begunTiers(satker);
    const wanted = sheetsOf(beside, layouts);
    wanted.forEach(({ layout, tier }, turn) => {
      const name = workbookFileName({ satkerCode: satker.code, year: recap.year, layout, tier });
      const write = async (): Promise<Buffer> => {
        const lke = await findLke(source.db, satker.code, recap.year);
        if (lke === null) throw new Error(`the LKE of ${satker.code} is gone from a snapshot`);
        const input = await buildWorkbookInput(source, lke, { layout, tier, beside }, at);
        const workbook = await writeLke(input);
        if (turn === wanted.length - 1) onSatker(position + 1);
        return workbook;
      };
      entries.push({ path: `${root}/${folder}/${name}`, size: null, open: () => bytes(write) });
    });
  });
  return archiveOf(entries, at);
}

/** How many workbooks such an archive holds. */
export function countWorkbooks(recap: RecapInput, layouts: readonly Layout[]): number {
  const counts = openedSatker(recap).map((one) => sheetsOf(begunTiers(one), layouts).length);
  return counts.reduce((sum, count) => sum + count, 1);
}

function sheetsOf(
  begun: readonly Tier[],
  layouts: readonly Layout[],
): readonly { readonly layout: Layout; readonly tier: Tier }[] {
  return layouts.flatMap((layout) =>
    tiersOfLayout(layout).flatMap((tier) => (begun.includes(tier) ? [{ layout, tier }] : [])),
  );
}

/** The tiers that the reader of the recap sees and that have answers of their own. */
function begunTiers({ lke }: RecapSatker): readonly Tier[] {
  const further = (lke?.tiers ?? []).filter(({ judged }) => judged !== null);
  return ['mandiri', ...further.map(({ tier }) => tier)];
}

/** Satker with an LKE: the steps of the progress. */
export function openedSatker({ satkerList }: RecapInput): readonly RecapSatker[] {
  return satkerList.filter(({ lke }) => lke !== null);
}

async function bytes(make: () => Promise<Buffer>): Promise<Readable> {
  return Readable.from([await make()]);
}
