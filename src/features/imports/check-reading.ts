import type { Problem } from '../../domain/problem.js';
import type { WorkbookIdentity } from '../../workbook/identity.js';
import type { LkeReading } from '../../workbook/recognise/lke-reading.js';
import type { ImportLke } from './compare-import.js';

/** Why a file that was read does not belong to this LKE, or brings nothing; none: it may be compared. */
export function checkReading(reading: LkeReading, lke: ImportLke): readonly Problem[] {
  const foreign = foreignProblem(reading, lke);
  if (foreign !== null) return [foreign];
  return isEmpty(reading) ? [{ field: 'file', code: 'import-no-answers' }] : [];
}

/** Our own meta sheet says whose the file is, even where somebody has edited it. */
function foreignProblem({ ours, layout }: LkeReading, lke: ImportLke): Problem | null {
  if (ours === null) return null;
  const { satkerCode, year, instrumentId, tier } = ours.identity;
  const field = 'file';
  if (satkerCode !== lke.satker.code) {
    const args = { satker: satkerCode, here: lke.satker.name };
    return { field, code: 'import-other-satker', args };
  }
  if (year !== lke.year)
    return { field, code: 'import-other-year', args: { year, here: lke.year } };
  if (instrumentId !== lke.instrumentId) {
    return { field, code: 'import-other-instrument', args: { instrument: instrumentId } };
  }
  return isOwnTier(ours.identity, layout)
    ? null
    : { field, code: 'import-other-tier', args: { tier } };
}

/**
 * PortalRB's layout has the unit's own column in the files of every tier. Both say which layout it
 * is: the mark, since headings are edited, and the headings, since the mark is.
 */
function isOwnTier(
  { tier, layout: written }: WorkbookIdentity,
  read: LkeReading['layout'],
): boolean {
  return tier === 'mandiri' || (written === 'portalrb' && read !== 'lampiran-iii');
}

function isEmpty({ rows, invalid }: LkeReading): boolean {
  const says = rows.some(
    ({ value, note, evidence }) => value !== null || (note ?? '') !== '' || evidence.length > 0,
  );
  return !says && invalid.length === 0;
}
