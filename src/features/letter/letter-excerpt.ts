import { decide, type Viewer } from '../../domain/access/decide.js';
import type { Db } from '../../db/store.js';
import type { Paper } from '../../paper/paper.js';
import { letterText as text } from '../../text/messages/letter.js';
import { recommendedIn } from './letter-store.js';

/**
 * The letter as this person may read it: of the satker it recommends only those in reach, since
 * another satker's figures are as if they did not exist. Says so where some are left out.
 */
export async function excerptFor(
  db: Db,
  viewer: Viewer,
  letterId: number,
  paper: Paper,
): Promise<Paper> {
  const recommended = await recommendedIn(db, letterId);
  const seen = recommended.map(({ place }) => decide(viewer, 'lke.read', place) === 'allowed');
  if (!seen.includes(false)) return paper;
  const names = recommended.filter((_, at) => seen[at]).map(({ satkerName }) => satkerName);
  const blocks = paper.blocks.map((block) =>
    block.kind === 'table' ? { ...block, rows: block.rows.filter((_, at) => seen[at]) } : block,
  );
  // Below its label the annex has as many blocks for each satker, in the same order.
  const labels = paper.annex.filter(({ kind }) => kind === 'label');
  const details = paper.annex.filter(({ kind }) => kind !== 'label');
  const each = details.length / recommended.length;
  return {
    ...paper,
    blocks: [{ kind: 'text', text: text.excerpt }, ...blocks],
    annex: [...labels, ...details.filter((_, at) => seen[Math.floor(at / each)])],
    footer: text.footer(names.join(', ')),
  };
}
