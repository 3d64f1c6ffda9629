import { appendHistory } from '../../db/history.js';
import type { Actor, Store } from '../../db/store.js';
import { isOpenForFilling } from '../../domain/lke/stages.js';
import type { Target } from '../../domain/predikat/gate.js';
import { refused, type Problem } from '../../domain/problem.js';
import { findLke, type Lke } from '../lke/store.js';
import { updateTarget } from './lke-store.js';

export type TargetResult =
  | { readonly kind: 'done'; readonly lke: Lke }
  | { readonly kind: 'missing' }
  | { readonly kind: 'stale'; readonly lke: Lke }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Only while the LKE is being filled: what was submitted aims at what it was submitted for. */
export async function changeTarget(
  store: Store,
  actor: Actor,
  change: { readonly satkerCode: string; year: number; target: Target; version: number },
  at: Date,
): Promise<TargetResult> {
  const { satkerCode, year, target, version } = change;
  return store.write(async (tx) => {
    const lke = await findLke(tx, satkerCode, year);
    if (lke === null) return { kind: 'missing' };
    if (lke.target === target) return { kind: 'done', lke };
    if (!isOpenForFilling(lke.stage)) {
      return { kind: 'refused', ...refused('', 'target-locked', { name: lke.satker.name }) };
    }
    if (lke.version !== version) return { kind: 'stale', lke };
    await updateTarget(tx, lke.id, target);
    const entry = {
      action: 'lke.target',
      subject: satkerCode,
      satkerCode,
      year,
      before: { target: lke.target },
      after: { target },
    };
    await appendHistory(tx, actor, entry, at);
    return { kind: 'done', lke };
  });
}
