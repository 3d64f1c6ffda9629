import type { IndicatorCode } from '../../src/domain/instrument/instrument.js';
import type { Actor } from '../../src/db/store.js';
import { findLke, readAnswers, type Lke } from '../../src/features/lke/store.js';
import { recordAnswer } from '../../src/features/sheet/record-answer.js';
import type { Deps } from '../../src/web/deps.js';

export const SAVED_CODE = 'A.I.1.i.b' as IndicatorCode;
const ACTOR: Actor = { userId: null, name: 'operator', role: 'operator', origin: 'cli' };
const LETTERS = ['A', 'B'] as const;

export const NOTE = 'Rencana kerja disusun bersama seluruh subbagian dan disahkan Sekretaris.';

/** Saves one answer of an LKE over and over, each time another letter than the one before. */
export async function saverOf(
  deps: Deps,
  satker: string,
  year: number,
): Promise<() => Promise<void>> {
  const lke = await findLke(deps.store.db, satker, year);
  if (lke === null) throw new Error(`no LKE of ${satker}`);
  const standing = (await readAnswers(deps.store.db, lke.id, 'mandiri', [SAVED_CODE])).get(
    SAVED_CODE,
  );
  let version = standing?.version ?? 0;
  return async () => {
    version = await saveOne(deps, lke, version);
  };
}

async function saveOne(deps: Deps, lke: Lke, version: number): Promise<number> {
  const letter = LETTERS[version % 2] ?? 'A';
  const saved = await recordAnswer(deps, {
    lke,
    tier: 'mandiri',
    code: SAVED_CODE,
    value: { kind: 'choice', letter },
    note: `${NOTE} (${version})`,
    expectedVersion: version,
    actor: ACTOR,
  });
  if (saved.outcome !== 'recorded') throw new Error(`the save was ${saved.outcome}`);
  return version + 1;
}

/** Bytes of text that one save leaves behind: its history entry, its answer and the score. */
export async function bytesOfSave(deps: Deps): Promise<number> {
  const { db } = deps.store;
  const history = await db
    .selectFrom('history')
    .selectAll()
    .where('action', '=', 'answer.record')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const score = await db.selectFrom('score').selectAll().limit(1).executeTakeFirstOrThrow();
  const answer = await db.selectFrom('answer').selectAll().limit(1).executeTakeFirstOrThrow();
  return [history, score, answer].reduce((sum, row) => sum + JSON.stringify(row).length, 0);
}
