import type { Role } from '../../domain/access/roles.js';
import { judgeTransition, type Verdict } from '../../domain/lke/judge-transition.js';
import type { Stage } from '../../domain/lke/stages.js';
import { appendHistory } from '../../db/history.js';
import type { Actor } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { findLke, type Lke } from '../lke/store.js';
import { moveStage } from '../submission/store.js';
import { standingLayak } from './decision-store.js';

export type Begun =
  | { readonly outcome: 'begun' }
  | { readonly outcome: 'stale'; readonly stage: Stage }
  | Exclude<Verdict, { verdict: 'allowed' }>;

/** TPI begins once the letter that recommends the satker is recorded as sent. */
export async function beginTpi(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  request: {
    readonly lke: Lke;
    readonly roles: readonly Role[];
    readonly expectedVersion: number;
    readonly actor: Actor;
  },
): Promise<Begun> {
  const { lke, roles, expectedVersion, actor } = request;
  return store.write(async (tx): Promise<Begun> => {
    const now = await findLke(tx, lke.satker.code, lke.year);
    if (now === null) throw new Error(`no LKE ${lke.id}`);
    const { stage } = now;
    const letter = (await standingLayak(tx, lke.id))?.letterRecordedAt ?? null;
    const wish = { action: 'begin-tpi', stage, level: lke.satker.level, roles } as const;
    const verdict = judgeTransition(wish, { 'letter-recorded': letter !== null });
    if (verdict.verdict !== 'allowed') return verdict;
    if (now.version !== expectedVersion) return { outcome: 'stale', stage };
    const at = clock();
    const { to } = verdict.transition;
    await moveStage(tx, { lkeId: lke.id, from: stage, to, at: at.toISOString(), by: actor });
    const place = { subject: lke.satker.code, satkerCode: lke.satker.code, year: lke.year };
    const entry = { action: 'lke.begin-tpi', ...place, before: { stage }, after: { stage: to } };
    await appendHistory(tx, { ...actor, role: verdict.role }, entry, at);
    return { outcome: 'begun' };
  });
}
