import type { Tx } from '../../db/store.js';
import type { Problem } from '../../domain/problem.js';
import type { EvidenceLke } from './change.js';
import { countLinks, usedBytes } from './check-store.js';
import type { NewContent } from './content.js';
import { evidenceLimits } from './store.js';

/** Refuses what would give an indicator more evidence than the setting allows. */
export async function linkLimitProblems(
  tx: Tx,
  lke: EvidenceLke,
  code: string,
  added: number,
): Promise<Problem[]> {
  if (added === 0) return [];
  const { perIndicator: max } = await evidenceLimits(tx);
  const linked = await countLinks(tx, lke.id, code);
  if (linked + added <= max) return [];
  return [{ field: '', code: 'too-many-evidence', args: { max, linked, indicator: code } }];
}

/** Refuses what would take the satker over its space of the year. */
export async function quotaProblems(
  tx: Tx,
  lke: EvidenceLke,
  items: readonly NewContent[],
): Promise<Problem[]> {
  const sizes = items.map(({ content }) => (content.type === 'file' ? content.size : 0));
  const added = sizes.reduce((total, size) => total + size, 0);
  if (added === 0) return [];
  const { quotaBytes: max } = await evidenceLimits(tx);
  const used = await usedBytes(tx, lke.satker.code, lke.year);
  return used + added <= max
    ? []
    : [{ field: 'files', code: 'evidence-quota', args: { used, max } }];
}
