import { appendHistory } from '../../db/history.js';
import type { Actor } from '../../db/store.js';
import type { Stage } from '../../domain/lke/stages.js';
import type { Deps } from '../../web/deps.js';
import { standingOf, type Lke } from '../lke/store.js';
import { putTotals, removeTotals, totalsOf, type TpnTotals } from './result-store.js';

export type TotalsResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'closed'; readonly stage: Stage }
  | { readonly kind: 'stale'; readonly stored: TpnTotals | null };

/** TPN's field score as totals. The same again changes nothing. */
export async function recordTotals(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  lke: Lke,
  wanted: TpnTotals,
  actor: Actor,
): Promise<TotalsResult> {
  return store.write(async (tx): Promise<TotalsResult> => {
    const { stage } = await standingOf(tx, lke.id);
    if (stage !== 'tpn') return { kind: 'closed', stage };
    const stored = await totalsOf(tx, lke.id);
    if (stored !== null && isSame(stored, wanted)) return { kind: 'done' };
    const version = stored?.version ?? 0;
    if (version !== wanted.version) return { kind: 'stale', stored };
    const now = clock();
    const by = { userId: actor.userId, at: now.toISOString() };
    await putTotals(tx, lke.id, { ...wanted, version: version + 1 }, by);
    const entry = {
      action: 'tpn.totals',
      subject: lke.satker.code,
      satkerCode: lke.satker.code,
      year: lke.year,
      before: stored === null ? null : kept(stored),
      after: kept(wanted),
    };
    await appendHistory(tx, actor, entry, now);
    return { kind: 'done' };
  });
}

/** Totals recorded by mistake go, while TPN is at work; none there is nothing to do. */
export async function clearTotals(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  lke: Lke,
  seen: number,
  actor: Actor,
): Promise<TotalsResult> {
  return store.write(async (tx): Promise<TotalsResult> => {
    const { stage } = await standingOf(tx, lke.id);
    if (stage !== 'tpn') return { kind: 'closed', stage };
    const stored = await totalsOf(tx, lke.id);
    if (stored === null) return { kind: 'done' };
    if (stored.version !== seen) return { kind: 'stale', stored };
    await removeTotals(tx, lke.id);
    const entry = {
      action: 'tpn.clear',
      subject: lke.satker.code,
      satkerCode: lke.satker.code,
      year: lke.year,
      before: kept(stored),
      after: null,
    };
    await appendHistory(tx, actor, entry, clock());
    return { kind: 'done' };
  });
}

function isSame(a: TpnTotals, b: TpnTotals): boolean {
  return JSON.stringify(kept(a)) === JSON.stringify(kept(b));
}

function kept({ total, pengungkit, hasil, note }: TpnTotals) {
  return { tpnTotal: total, tpnPengungkit: pengungkit, tpnHasil: hasil, note };
}
