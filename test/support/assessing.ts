import type { Role } from '../../src/domain/access/roles.js';
import type { Indicator, IndicatorCode } from '../../src/domain/instrument/instrument.js';
import { claimKey, type JudgingTier } from '../../src/domain/lke/assessment.js';
import type { AnswerValue } from '../../src/domain/scoring/answer.js';
import type { Stage } from '../../src/domain/lke/stages.js';
import type { Actor, Store } from '../../src/db/store.js';
import { readAnswers, readClaims, type Lke } from '../../src/features/lke/store.js';
import type { WantedAssessment } from '../../src/features/review/assess-facts.js';

/** A person who holds one role at one satker, as the history names them. */
export async function addPerson(store: Store, role: Role, satker: string): Promise<Actor> {
  return store.write(async (tx) => {
    const created_at = '2026-01-05T01:00:00.000Z';
    const username = `${role}-${satker}`;
    const { id } = await tx
      .insertInto('user')
      .values({
        username,
        email: null,
        name: username,
        password_hash: null,
        disabled_at: null,
        created_at,
        version: 1,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('user_role')
      .values({ user_id: id, role, satker_code: satker, created_at })
      .execute();
    return { userId: id, name: username, role, origin: 'web 127.0.0.1' };
  });
}

export async function setStage(store: Store, satker: string, stage: Stage): Promise<void> {
  await store.write((tx) =>
    tx.updateTable('lke').set({ stage }).where('satker_code', '=', satker).execute(),
  );
}

/** The first option, full counts, the highest index. */
export function bestAnswer(indicator: Indicator): AnswerValue {
  switch (indicator.type) {
    case 'choice':
      return { kind: 'choice', letter: indicator.options[0]?.letter ?? '' };
    case 'index':
      return { kind: 'index', index: '4' };
    case 'counts': {
      const typed = indicator.inputs.filter((input) => input.computedFrom === null);
      return { kind: 'counts', counts: Object.fromEntries(typed.map(({ key }) => [key, 4])) };
    }
  }
}

/** What a page would send: versions and claim as they are now. */
export async function wanted(
  store: Store,
  lke: Pick<Lke, 'id'>,
  tier: JudgingTier,
  code: IndicatorCode,
  entry: Pick<WantedAssessment, 'value'> & Partial<WantedAssessment>,
): Promise<WantedAssessment> {
  const claims = await readClaims(store.db, lke.id);
  const own = await readAnswers(store.db, lke.id, tier, [code]);
  return {
    code,
    note: null,
    reason: '',
    expectedVersion: own.get(code)?.version ?? 0,
    claim: claimKey(claims(code)),
    ...entry,
  };
}
