import { refused, type Outcome } from '../../domain/problem.js';
import { appendHistory } from '../../db/history.js';
import { issueToken, type IssuedToken } from '../../db/one-time-token.js';
import type { Actor } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { findMember } from './store.js';

/**
 * A link with which a member sets a password. Only for people whose every role is in this team:
 * whoever holds the link can be that person, elsewhere too.
 */
export async function makeMemberLink(
  deps: Pick<Deps, 'store' | 'clock'>,
  actor: Actor,
  satkerCode: string,
  userId: number,
): Promise<Outcome<IssuedToken>> {
  return deps.store.write(async (tx) => {
    const lead = await findMember(tx, satkerCode, actor.userId ?? 0);
    if (lead?.role !== 'ketua') return refused('', 'not-lead');
    const member = await findMember(tx, satkerCode, userId);
    if (member === null || member.isElsewhere) return refused('', 'member-elsewhere');
    if (userId === actor.userId) return refused('', 'own-link');
    if (member.isDisabled) return refused('', 'member-disabled');
    const now = deps.clock();
    const kind = member.hasPassword ? 'reset' : 'invite';
    const token = await issueToken(tx, kind, userId, now);
    const about = { subject: member.username, satkerCode, after: { kind } };
    await appendHistory(tx, actor, { action: 'user.reset-link', ...about }, now);
    return { ok: true, value: token };
  });
}
