import type { Role } from '../../domain/access/roles.js';
import { judgeTransition, type Verdict } from '../../domain/lke/judge-transition.js';
import { refused, type Problem } from '../../domain/problem.js';
import { appendHistory } from '../../db/history.js';
import type { Actor, Tx } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { standingOf, type Lke } from '../lke/store.js';
import { notifyLetter } from '../../web/notify.js';
import { moveStage } from '../submission/store.js';
import { recordLetter, standingLayak } from '../conclusion/store.js';
import { freezeLetter, letterOf, recommendedIn } from './letter-store.js';
import type { Letter, Recommended } from './letter-store.js';
import { findLetterhead } from './letterhead-store.js';
import { paperHash } from '../../paper/paper-hash.js';
import { paperOf } from './read-letter.js';

export interface SendRequest {
  readonly lke: Lke;
  readonly roles: readonly Role[];
  /** {@link paperHash} of the letter as the page showed it. */
  readonly shown: string;
  readonly actor: Actor;
}

export type SentLetter =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] }
  | { readonly outcome: 'no-decision' | 'already' | 'stale' }
  | Exclude<Verdict, { verdict: 'allowed' | 'unmet' }>;

/** Records a letter as sent for every satker it recommends, and freezes it as it went out. */
export async function sendLetter(
  deps: Pick<Deps, 'store' | 'clock' | 'instruments'>,
  { lke, roles, shown, actor }: SendRequest,
): Promise<SentLetter> {
  return deps.store.write(async (tx): Promise<SentLetter> => {
    const { stage } = await standingOf(tx, lke.id);
    const wish = { action: 'send-letter', stage, level: lke.satker.level, roles } as const;
    const verdict = judgeTransition(wish, {});
    if (verdict.verdict !== 'allowed' && verdict.verdict !== 'unmet') return verdict;
    const decision = await standingLayak(tx, lke.id);
    if (decision === null) return { outcome: 'no-decision' };
    const letter = await letterOf(tx, decision.id);
    if (letter === null) return { outcome: 'refused', ...refused('number', 'letter-unsaved') };
    if (letter.sentAt !== null) return { outcome: 'already' };
    if ((await findLetterhead(tx, letter.owner)) === null) {
      return { outcome: 'refused', ...refused('', 'letterhead-missing') };
    }
    const paper = await paperOf(tx, deps, letter);
    const hash = paperHash(paper);
    if (hash !== shown) return { outcome: 'stale' };
    const recommended = await recommendedIn(tx, letter.id);
    const moved = await findMoved(tx, recommended);
    if (moved !== null) {
      const args = { satker: moved.satkerName };
      return { outcome: 'refused', ...refused('others', 'letter-others', args) };
    }
    const now = deps.clock();
    await freezeLetter(tx, letter.id, { paper, hash, actor, at: now.toISOString() });
    for (const one of recommended) await recordOne(tx, letter, one, { hash, actor, now });
    return { outcome: 'sent' };
  });
}

/** A satker that no longer waits for the letter on the decision it names. */
async function findMoved(tx: Tx, recommended: readonly Recommended[]): Promise<Recommended | null> {
  for (const one of recommended) {
    const { stage } = await standingOf(tx, one.lkeId);
    const decision = await standingLayak(tx, one.lkeId);
    if (stage !== 'menunggu-tpi' || decision?.id !== one.decisionId) return one;
  }
  return null;
}

async function recordOne(
  tx: Tx,
  { number, day, year }: Letter,
  { lkeId, decisionId, satkerCode }: Recommended,
  { hash, actor, now }: { readonly hash: string; readonly actor: Actor; readonly now: Date },
): Promise<void> {
  const at = now.toISOString();
  await recordLetter(tx, decisionId, { number, day, at });
  await moveStage(tx, { lkeId, from: 'menunggu-tpi', to: 'menunggu-tpi', at, by: actor });
  await notifyLetter(tx, { lkeId, at, by: actor });
  const after = { letterNumber: number, letterDay: day, paperHash: hash };
  const place = { subject: satkerCode, satkerCode, year };
  await appendHistory(tx, actor, { action: 'letter.send', ...place, after }, now);
}
