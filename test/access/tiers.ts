import { CAST_YEAR } from '../../fixtures/cast.js';
import { claimKey, type JudgingTier } from '../../src/domain/lke/assessment.js';
import type { Tx } from '../../src/db/store.js';
import { readClaims, refreshScore } from '../../src/features/lke/store.js';
import type { Deps } from '../../src/web/deps.js';
import { bestAnswer } from '../support/assessing.js';
import { PLACES, type Place } from './law.js';
import { seedPapers } from './papers.js';
import type { At } from './places.js';

const SEEDED = '2026-03-01T00:00:00.000Z';
const INDICATOR = 'A.I.1.i.a';

/**
 * What those who assess find at a place: nothing assessed yet or all of it, the document of the
 * place among what was handed in, and a note that waits for an answer.
 */
export async function seedTiers(
  { store, instruments }: Pick<Deps, 'store' | 'instruments'>,
  place: Place,
  at: At,
  assessed: JudgingTier | undefined,
): Promise<At> {
  return store.write(async (tx) => {
    const { id } = await tx
      .selectFrom('lke')
      .select('id')
      .where('satker_code', '=', PLACES[place])
      .where('year', '=', CAST_YEAR)
      .executeTakeFirstOrThrow();
    await clearTiers(tx, id);
    await handIn(tx, id, at);
    if (assessed !== undefined) await assessAll(tx, instruments, id, assessed);
    const letter = await seedPapers(tx, id, PLACES[place]);
    return { ...at, letter, thread: await addThread(tx, id) };
  });
}

async function clearTiers(tx: Tx, id: number): Promise<void> {
  const threads = tx.selectFrom('note_thread').select('id').where('lke_id', '=', id);
  await tx.deleteFrom('note_message').where('thread_id', 'in', threads).execute();
  await tx.deleteFrom('note_thread').where('lke_id', '=', id).execute();
  await tx.deleteFrom('assessment').where('lke_id', '=', id).execute();
  await tx.deleteFrom('tier_confirmation').where('lke_id', '=', id).execute();
  await tx.deleteFrom('answer').where('lke_id', '=', id).where('tier', '!=', 'mandiri').execute();
  await tx.deleteFrom('score').where('lke_id', '=', id).where('tier', '!=', 'mandiri').execute();
}

async function handIn(tx: Tx, lkeId: number, at: At): Promise<void> {
  const newest = await tx
    .selectFrom('submission')
    .select('id')
    .where('lke_id', '=', lkeId)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  if (newest === undefined) return;
  await tx
    .insertInto('submission_evidence')
    .values({
      submission_id: newest.id,
      indicator_code: INDICATOR,
      evidence_id: Number(at.evidence),
      evidence_version_id: Number(at.version),
      name: 'SK',
      number: 1,
      type: 'file',
      file_name: 'sk.pdf',
      sha256: null,
      url: null,
      document_day: null,
      period_from: null,
      period_to: null,
      valid_until: null,
      checklist_code: null,
    })
    .execute();
}

async function assessAll(
  tx: Tx,
  instruments: Deps['instruments'],
  id: number,
  tier: JudgingTier,
): Promise<void> {
  const claims = await readClaims(tx, id);
  for (const indicator of instruments.instrument('lke-2026').indicators) {
    const key = { lke_id: id, tier, indicator_code: indicator.code };
    const value = JSON.stringify(bestAnswer(indicator));
    const row = { value, note: '', version: 1, updated_by: null, updated_at: SEEDED };
    await tx
      .insertInto('answer')
      .values({ ...key, ...row })
      .execute();
    const claim = claimKey(claims(indicator.code));
    await tx
      .insertInto('assessment')
      .values({ ...key, reason: 'Menurut bukti.', claim, round: 0 })
      .execute();
  }
  const lke = { id, instrumentId: 'lke-2026', rulesetId: 'zi-2026' };
  await refreshScore(tx, instruments, lke, tier, new Date(SEEDED));
}

async function addThread(tx: Tx, lkeId: number): Promise<string> {
  const { id } = await tx
    .insertInto('note_thread')
    .values({
      lke_id: lkeId,
      tier: 'pendahuluan',
      indicator_code: INDICATOR,
      round: 0,
      opened_at: SEEDED,
      waits_for: 'satker',
      closed_by: null,
      closed_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const message = { thread_id: id, round: 0, text: 'Lengkapi.', author_id: null };
  await tx
    .insertInto('note_message')
    .values({ ...message, side: 'reviewer', created_at: SEEDED })
    .execute();
  return String(id);
}
