import { judgeTransition } from '../../domain/lke/judge-transition.js';
import type { Stage } from '../../domain/lke/stages.js';
import { refused, type Problem } from '../../domain/problem.js';
import type { Role } from '../../domain/access/roles.js';
import { appendHistory } from '../../db/history.js';
import type { Actor } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { standingOf, type Lke } from '../lke/store.js';
import { lkeVersion, moveStage, roundOf } from '../submission/store.js';
import { grantPredikat, hasPredikat, insertDecree } from './decree-store.js';

export interface DecreeRequest {
  readonly lke: Lke;
  readonly roles: readonly Role[];
  readonly kind: 'ditetapkan' | 'tidak-ditetapkan';
  readonly number: string;
  readonly day: string;
  readonly reason: string;
  /** Version of the LKE on the page. */
  readonly expectedVersion: number;
  readonly actor: Actor;
}

export type DecreeResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'closed'; readonly stage: Stage };

/** What TPN decided: the stage moves, and a predikat that was granted enters the register. */
export async function recordDecree(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  request: DecreeRequest,
): Promise<DecreeResult> {
  const { lke, roles, kind, number, day, reason, actor } = request;
  const { code, level } = lke.satker;
  return store.write(async (tx): Promise<DecreeResult> => {
    const { stage } = await standingOf(tx, lke.id);
    const action = `record-${kind}` as const;
    const verdict = judgeTransition({ action, stage, level, roles }, {});
    if (verdict.verdict === 'wrong-role') return { kind: 'forbidden' };
    if (verdict.verdict !== 'allowed') return { kind: 'closed', stage };
    if ((await lkeVersion(tx, lke.id)) !== request.expectedVersion)
      return { kind: 'closed', stage };
    const granted = { kind: lke.target, year: lke.year, decreeNumber: number, decreeDay: day };
    if (kind === 'ditetapkan') {
      if (await hasPredikat(tx, code, granted)) {
        return { kind: 'refused', ...refused('number', 'tpn-predikat-exists', { year: lke.year }) };
      }
      await grantPredikat(tx, code, granted);
    }
    const now = clock();
    const at = now.toISOString();
    const { to } = verdict.transition;
    const by = { userId: actor.userId, name: actor.name, role: verdict.role, at };
    await moveStage(tx, { lkeId: lke.id, from: stage, to, at, by: actor });
    const decree = { kind, number, day, reason };
    await insertDecree(tx, lke.id, await roundOf(tx, lke.id), decree, by);
    const place = { satkerCode: code, year: lke.year };
    const after = { stage: to, decreeNumber: number, decreeDay: day, reason };
    const entry = { action: 'lke.decree', subject: code, before: { stage }, after };
    await appendHistory(tx, actor, { ...entry, ...place }, now);
    if (kind === 'ditetapkan') {
      const subject = `${granted.kind} ${granted.year}`;
      const added = { ...granted, grantedBy: 'tpn' };
      const grant = { action: 'predikat.add', subject, satkerCode: code, after: added };
      await appendHistory(tx, actor, grant, now);
    }
    return { kind: 'done' };
  });
}
