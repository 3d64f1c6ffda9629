import { CAST_YEAR } from '../../fixtures/cast.js';
import type { Tx } from '../../src/db/store.js';
import type { Paper } from '../../src/paper/paper.js';

const SEEDED = '2026-03-01T00:00:00.000Z';

/**
 * A letter and a report that went out, and behind them a *layak* that waits for its letter.
 * Returns the letter's id.
 */
export async function seedPapers(tx: Tx, lkeId: number, satker: string): Promise<string> {
  const sent = await addDecision(tx, lkeId);
  await addDecision(tx, lkeId);
  const { id } = await tx
    .insertInto('letter')
    .values({
      owner: satker.slice(0, 2),
      year: CAST_YEAR,
      number: `S-${sent}`,
      day: '2026-02-28',
      attachments: '',
      version: 1,
      content: JSON.stringify(PAPER),
      content_hash: 'ab'.repeat(32),
      sent_by: null,
      sent_by_name: 'Sekretaris',
      sent_at: SEEDED,
      created_at: SEEDED,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('letter_lke')
    .values({ letter_id: id, lke_id: lkeId, decision_id: sent })
    .execute();
  const report = { number: 'LHE-1', day: '2026-03-01', version: 1, decision_id: null };
  const content = { content: JSON.stringify(PAPER), content_hash: 'ab'.repeat(32) };
  await tx
    .insertInto('lhe')
    .values({ lke_id: lkeId, round: 1, ...report, ...content, concluded_at: SEEDED })
    .onConflict((conflict) => conflict.columns(['lke_id', 'round', 'edition']).doNothing())
    .execute();
  return String(id);
}

async function addDecision(tx: Tx, lke_id: number): Promise<number> {
  const { id } = await tx
    .insertInto('lke_decision')
    .values({
      lke_id,
      round: 1,
      tier: 'pendahuluan',
      kind: 'layak',
      effect: 'moves',
      reason: '',
      letter_number: null,
      letter_day: null,
      letter_recorded_at: null,
      detail: null,
      decided_by: null,
      decided_by_name: 'Sekretaris',
      decided_role: 'sekretaris-provinsi',
      decided_at: SEEDED,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const PAPER: Paper = {
  title: 'Surat',
  letterhead: { agency: ['KPU'], address: '' },
  heading: [],
  reference: [],
  placeAndDay: '',
  addressee: [],
  blocks: [{ kind: 'text', text: 'Isi.' }],
  signature: { placeAndDay: '', position: 'Sekretaris,', name: 'Baiq', nip: '' },
  copies: [],
  annex: [],
  footer: '',
};
