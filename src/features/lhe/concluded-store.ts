import type { Db } from '../../db/store.js';
import { verifyPapers, type PapersVerdict } from '../../db/verify-papers.js';

/** Every report of TPI that was concluded. */
export async function verifyReports(db: Db): Promise<PapersVerdict> {
  const rows = await db
    .selectFrom('lhe')
    .innerJoin('lke', 'lke.id', 'lhe.lke_id')
    .select(['lke.satker_code as satkerCode', 'lke.year', 'lhe.number'])
    .select(['lhe.content', 'lhe.content_hash as hash'])
    .where('lhe.concluded_at', 'is not', null)
    .orderBy('lke.satker_code')
    .orderBy('lke.year')
    .orderBy('lhe.round')
    .execute();
  const papers = rows.map(({ content, ...row }) => ({ ...row, text: content ?? '' }));
  return verifyPapers(db, 'lke.conclude', papers);
}
