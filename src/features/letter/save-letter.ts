import type { Role } from '../../domain/access/roles.js';
import { judgeTransition, type Verdict } from '../../domain/lke/judge-transition.js';
import { ownerOf } from '../../domain/lke/letters.js';
import { refused, type Problem } from '../../domain/problem.js';
import { appendHistory } from '../../db/history.js';
import type { Actor, Tx } from '../../db/store.js';
import { formatDay } from '../../text/format.js';
import { letterText } from '../../text/messages/letter.js';
import type { Deps } from '../../web/deps.js';
import { standingOf, type Lke } from '../lke/store.js';
import { standingLayak } from '../conclusion/store.js';
import { letterCandidates } from './read-letter.js';
import {
  insertLetter,
  letterOf,
  numberUsedFor,
  putRecommended,
  recommendedIn,
  updateLetter,
  type Letter,
  type LetterDetails,
  type Recommended,
} from './letter-store.js';

export interface SaveLetterRequest {
  readonly lke: Lke;
  readonly roles: readonly Role[];
  readonly details: LetterDetails;
  /** Other satker that the same letter recommends. */
  readonly others: readonly string[];
  /** Version of the letter on the page; 0 where there was none. */
  readonly expectedVersion: number;
  readonly actor: Actor;
}

export type SavedLetter =
  | { readonly outcome: 'saved' | 'unchanged' }
  | { readonly outcome: 'stale'; readonly stored: Letter; readonly names: readonly string[] }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] }
  | { readonly outcome: 'no-decision' | 'sent' }
  | Exclude<Verdict, { verdict: 'allowed' | 'unmet' }>;

/** Keeps number, date and satker of a letter that has not gone out. */
export async function saveLetter(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  request: SaveLetterRequest,
): Promise<SavedLetter> {
  const { lke, roles, details } = request;
  return store.write(async (tx): Promise<SavedLetter> => {
    const { stage } = await standingOf(tx, lke.id);
    const wish = { action: 'send-letter', stage, level: lke.satker.level, roles } as const;
    const verdict = judgeTransition(wish, {});
    if (verdict.verdict !== 'allowed' && verdict.verdict !== 'unmet') return verdict;
    const decision = await standingLayak(tx, lke.id);
    if (decision === null) return { outcome: 'no-decision' };
    const stored = await letterOf(tx, decision.id);
    if (stored !== null && stored.sentAt !== null) return { outcome: 'sent' };
    const owner = ownerOf('surat', lke.satker);
    const chosen = await chosenOf(tx, owner, request, stored);
    if ('problems' in chosen) return { outcome: 'refused', problems: chosen.problems };
    const before = stored === null ? [] : await recommendedIn(tx, stored.id);
    if (stored !== null && isSame(stored, details, before, chosen)) return { outcome: 'unchanged' };
    if ((stored?.version ?? 0) !== request.expectedVersion && stored !== null) {
      return { outcome: 'stale', stored, names: before.map(({ satkerName }) => satkerName) };
    }
    const key = { owner, year: lke.year, number: details.number };
    const used = await numberUsedFor(tx, key, stored?.id ?? null);
    if (used !== null) {
      const args = {
        number: details.number,
        day: formatDay(used.day),
        satker: used.names.join(', '),
      };
      return { outcome: 'refused', ...refused('number', 'letter-number-taken', args) };
    }
    await write(tx, request, { owner, stored, chosen, now: clock() });
    return { outcome: 'saved' };
  });
}

async function chosenOf(
  tx: Tx,
  owner: string,
  { lke, others }: SaveLetterRequest,
  stored: Letter | null,
): Promise<readonly Recommended[] | { readonly problems: readonly Problem[] }> {
  const candidates = await letterCandidates(tx, owner, lke.year, stored?.id ?? null);
  const wanted = new Set([lke.satker.code, ...others]);
  const gone = others.find((code) => candidates.every(({ satkerCode }) => satkerCode !== code));
  if (gone !== undefined) return refused('others', 'letter-others', { satker: gone });
  return candidates.filter(({ satkerCode }) => wanted.has(satkerCode));
}

function isSame(
  stored: Letter,
  { number, day, attachments, urgency }: LetterDetails,
  before: readonly Recommended[],
  chosen: readonly Recommended[],
): boolean {
  const ids = (list: readonly Recommended[]) => list.map(({ lkeId }) => lkeId).join();
  const isSameHead =
    stored.number === number &&
    stored.day === day &&
    stored.attachments === attachments &&
    stored.urgency === urgency;
  return isSameHead && ids(before) === ids(chosen);
}

async function write(
  tx: Tx,
  { lke, details, actor }: SaveLetterRequest,
  work: {
    readonly owner: string;
    readonly stored: Letter | null;
    readonly chosen: readonly Recommended[];
    readonly now: Date;
  },
): Promise<void> {
  const { owner, stored, chosen, now } = work;
  const added = { ...details, owner, year: lke.year, at: now.toISOString() };
  const id = stored?.id ?? (await insertLetter(tx, added));
  if (stored !== null) await updateLetter(tx, id, details);
  await putRecommended(tx, id, chosen);
  const told = ({ number, day, attachments, urgency }: LetterDetails) => ({
    letterNumber: number,
    letterDay: day,
    attachments,
    urgency: letterText.urgencies[urgency],
  });
  await appendHistory(
    tx,
    actor,
    {
      action: 'letter.draft',
      subject: lke.satker.code,
      satkerCode: lke.satker.code,
      year: lke.year,
      before: stored === null ? null : told(stored),
      after: { ...told(details), recommends: chosen.map((one) => one.satkerName).join(', ') },
    },
    now,
  );
}
