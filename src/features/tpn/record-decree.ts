import { exactFromDecimal } from '../../domain/exact.js';
import { judgeTransition } from '../../domain/lke/judge-transition.js';
import type { Stage } from '../../domain/lke/stages.js';
import type { Ruleset } from '../../domain/predikat/gate.js';
import { judgeValue } from '../../domain/predikat/gates.js';
import { refused, type Problem } from '../../domain/problem.js';
import type { Role } from '../../domain/access/roles.js';
import { appendHistory } from '../../db/history.js';
import type { Actor, Tx } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { gateRow } from '../../web/gate-rows.js';
import { readScore, standingOf, type Lke } from '../lke/store.js';
import { lkeVersion, moveStage, roundOf } from '../submission/store.js';
import {
  decreesOf,
  findPredikat,
  grantPredikat,
  insertDecree,
  renewPredikat,
} from './decree-store.js';
import type { GrantedPredikat, RegisteredPredikat } from './decree-store.js';
import { totalsOf } from './result-store.js';

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
  { store, clock, instruments }: Pick<Deps, 'store' | 'clock' | 'instruments'>,
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
    const short = await belowMinimum(tx, lke, instruments.ruleset(lke.rulesetId));
    if (kind === 'ditetapkan' && reason === '' && short !== null) {
      return { kind: 'refused', ...refused('reason', 'tpn-below-minimum', short) };
    }
    const granted = { kind: lke.target, year: lke.year, decreeNumber: number, decreeDay: day };
    const held = await findPredikat(tx, code, granted);
    if (kind === 'ditetapkan' && held !== null && !(await isRenewable(tx, lke.id, held))) {
      return { kind: 'refused', ...refused('number', 'tpn-predikat-exists', { year: lke.year }) };
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
    if (kind === 'ditetapkan') await register(tx, code, granted, held, { actor, now });
    return { kind: 'done' };
  });
}

/** TPN's own total where it lies below the law's minimum for the target; null where it does not. */
async function belowMinimum(
  tx: Tx,
  { id, target }: Lke,
  ruleset: Ruleset,
): Promise<{ readonly total: string; readonly minimum: string } | null> {
  const field = await totalsOf(tx, id);
  const total =
    field === null ? (await readScore(tx, id, 'tpn'))?.total : exactFromDecimal(field.total);
  const gate = ruleset.gates[target].find(({ measures }) => measures === 'total');
  if (total === undefined || gate === undefined) return null;
  const { passed, alone, minimum } = gateRow(judgeValue(gate, total));
  return passed ? null : { total: alone, minimum };
}

/** Only what was revoked because its decree was taken back stands again with another. */
async function isRenewable(
  tx: Tx,
  lkeId: number,
  { revokedOn, decreeNumber }: RegisteredPredikat,
): Promise<boolean> {
  if (revokedOn === null) return false;
  return (await decreesOf(tx, lkeId)).some(
    ({ takenBack, kind, number }) =>
      takenBack !== null && kind === 'ditetapkan' && number === decreeNumber,
  );
}

async function register(
  tx: Tx,
  satkerCode: string,
  granted: GrantedPredikat,
  held: RegisteredPredikat | null,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<void> {
  const place = { subject: `${granted.kind} ${granted.year}`, satkerCode };
  if (held === null) {
    await grantPredikat(tx, satkerCode, granted);
    const after = { ...granted, grantedBy: 'tpn' };
    await appendHistory(tx, actor, { action: 'predikat.add', ...place, after }, now);
    return;
  }
  await renewPredikat(tx, held.id, granted);
  const { decreeNumber, decreeDay, revokedOn } = held;
  const after = {
    decreeNumber: granted.decreeNumber,
    decreeDay: granted.decreeDay,
    revokedOn: null,
  };
  const change = { before: { decreeNumber, decreeDay, revokedOn }, after };
  await appendHistory(tx, actor, { action: 'predikat.edit', ...place, ...change }, now);
}
