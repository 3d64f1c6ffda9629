import { createHash } from 'node:crypto';
import type { ConfirmingRole } from '../../domain/lke/confirmation.js';
import type { Stage } from '../../domain/lke/stages.js';
import type { Actor, Db } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import type { Lke } from '../lke/store.js';
import { roundOf } from '../submission/store.js';
import { readLheFacts } from './lhe-facts.js';
import { proposalsOf, type Proposal } from './proposals.js';
import { openRound, writeTexts } from './write-lhe.js';

export interface KeepRequest {
  readonly lke: Lke;
  /** {@link proposalsHash} of the page. */
  readonly shown: string;
  readonly actor: Actor;
}

/** Everything but `kept` changed nothing. */
export type KeptProposals =
  | { readonly outcome: 'kept'; readonly count: number; readonly fallen: readonly ConfirmingRole[] }
  | { readonly outcome: 'unchanged' | 'stale' }
  | { readonly outcome: 'closed'; readonly stage: Stage };

/** What the product proposes becomes TPI's words, all at once, as it was read. */
export async function keepProposals(
  deps: Pick<Deps, 'store' | 'clock' | 'instruments'>,
  { lke, shown, actor }: KeepRequest,
): Promise<KeptProposals> {
  return deps.store.write(async (tx): Promise<KeptProposals> => {
    const { stage, round } = await openRound(tx, lke);
    if (round === null) return { outcome: 'closed', stage };
    const proposals = proposalsOf(await readLheFacts(tx, deps, lke, round));
    if (proposals.length === 0) return { outcome: 'unchanged' };
    if (proposalsHash(proposals) !== shown) return { outcome: 'stale' };
    const work = { lke, of: { lkeId: lke.id, round }, actor, now: deps.clock() };
    const changes = proposals.map((one) => ({ ...one, before: null }));
    const fallen = await writeTexts(tx, work, changes);
    return { outcome: 'kept', count: proposals.length, fallen };
  });
}

/** What a page shows now. */
export async function shownProposals(
  db: Db,
  deps: Pick<Deps, 'instruments'>,
  lke: Lke,
): Promise<string> {
  return proposalsHash(proposalsOf(await readLheFacts(db, deps, lke, await roundOf(db, lke.id))));
}

export function proposalsHash(proposals: readonly Proposal[]): string {
  return createHash('sha256').update(JSON.stringify(proposals)).digest('hex');
}
