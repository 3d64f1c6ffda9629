import type { Db } from '../../db/store.js';
import { verifyPapers, type PapersVerdict } from '../../db/verify-papers.js';

/** Every letter to TPI that was sent, once for each satker it recommends. */
export async function verifyLetters(db: Db): Promise<PapersVerdict> {
  const rows = await db
    .selectFrom('letter')
    .innerJoin('letter_lke', 'letter_lke.letter_id', 'letter.id')
    .innerJoin('lke', 'lke.id', 'letter_lke.lke_id')
    .select(['lke.satker_code as satkerCode', 'lke.year', 'letter.number'])
    .select(['letter.content', 'letter.content_hash as hash'])
    .where('letter.sent_at', 'is not', null)
    .orderBy('letter.id')
    .orderBy('lke.satker_code')
    .execute();
  const papers = rows.map(({ content, ...row }) => ({ ...row, text: content ?? '' }));
  return verifyPapers(db, 'letter.send', papers);
}
