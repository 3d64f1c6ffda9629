import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import { compareSubmissions, type IndicatorChange } from '../../domain/lke/compare-submissions.js';
import type { Db } from '../../db/store.js';
import { frozenContent, submissionsOf } from '../submission/store.js';
import type { Handed } from './claim-store.js';

/** What the satker changed of an indicator since the round in which it was judged; null: nothing. */
export async function claimSince(
  db: Db,
  lkeId: number,
  code: IndicatorCode,
  { round, handed }: { readonly round: number; readonly handed: Handed | null },
): Promise<IndicatorChange | null> {
  if (handed === null || round >= handed.number) return null;
  const judged = (await submissionsOf(db, lkeId)).find(({ number }) => number === round);
  if (judged === undefined) return null;
  const before = await frozenContent(db, judged.id);
  return compareSubmissions([code], before, await frozenContent(db, handed.id))[0] ?? null;
}
