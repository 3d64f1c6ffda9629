import { decide, mayWorkOnArea, type Viewer } from '../../domain/access/decide.js';
import { visibleTiers } from '../../domain/access/visible-tiers.js';
import type { Instrument } from '../../domain/instrument/instrument.js';
import { isOpenForTier } from '../../domain/lke/assessment.js';
import { isOpenFor } from '../../domain/lke/openness.js';
import { paths } from '../../paths.js';
import { formatInstant } from '../../text/format.js';
import { noteText as text, tierName } from '../../text/messages/review.js';
import type { Lke } from '../lke/store.js';
import { noteAction } from './note-actions.js';
import type { NoteMessage, NoteThread } from './note-store.js';

/** One thread as this person may see and use it. */
export interface NoteView {
  readonly id: string;
  readonly tier: string;
  readonly code: string;
  readonly name: string;
  readonly href: string;
  readonly round: string;
  readonly state: string;
  readonly isClosed: boolean;
  readonly waits: boolean;
  readonly messages: readonly {
    readonly who: string;
    readonly when: string;
    readonly text: string;
    readonly isSatker: boolean;
  }[];
  /** Evidence linked since the thread began. */
  readonly since: readonly string[];
  readonly reply: NoteForm | null;
  readonly closing: { readonly action: string; readonly seen: number } | null;
}

export interface NoteForm {
  readonly action: string;
  readonly field: string;
  readonly label: string;
  readonly button: string;
}

export interface NoteFacts {
  readonly lke: Lke;
  readonly user: Viewer;
  readonly instrument: Instrument;
  /** Number of the newest submission. */
  readonly round: number;
  readonly since: readonly { readonly code: string; readonly name: string; readonly at: string }[];
}

/**
 * Threads of tiers whose work this person sees now; of the others what was said in earlier rounds,
 * which was returned with them.
 */
export function visibleThreads(
  { lke, user, round }: Pick<NoteFacts, 'lke' | 'user' | 'round'>,
  threads: readonly NoteThread[],
): readonly NoteThread[] {
  const seen = visibleTiers(user, lke.satker, lke.stage);
  return threads.flatMap((thread): NoteThread[] => {
    if (seen.includes(thread.tier)) return [thread];
    const messages = thread.messages.filter((message) => message.round < round);
    if (messages.length === 0) return [];
    return [{ ...thread, messages, closedAt: null, closedBy: null, waitsFor: 'reviewer' }];
  });
}

export function noteView(facts: NoteFacts, thread: NoteThread): NoteView {
  const { lke, user, instrument, since } = facts;
  const { satker, year } = lke;
  const { code, tier, id } = thread;
  const isTeam = decide(user, 'answer.record', satker) === 'allowed';
  const isClosed = thread.closedAt !== null;
  const isReviewer =
    noteAction(user, satker, tier) !== null && isOpenForTier(lke.stage, tier) && !isClosed;
  return {
    id: `catatan-${id}`,
    tier: tierName(tier),
    code,
    name: instrument.byCode.get(code)?.shortName ?? code,
    href: isTeam
      ? paths.answer(satker.code, year, code)
      : paths.reviewAnswer(satker.code, year, tier, code),
    round: text.round(thread.round),
    state: stateOf(thread, satker.timeZone),
    isClosed,
    waits: thread.waitsFor === (isTeam ? 'satker' : 'reviewer'),
    messages: thread.messages.map((message) => messageView(message, tier, satker.timeZone)),
    since: since
      .filter((one) => one.code === code && one.at > thread.openedAt)
      .map(({ name, at }) => text.since(name, formatInstant(at, satker.timeZone))),
    reply: isReviewer ? followUp(facts, id) : replyOf(facts, thread),
    closing: isReviewer
      ? { action: paths.noteClosing(satker.code, year, id), seen: thread.messages.length }
      : null,
  };
}

function stateOf({ waitsFor, closedAt, closedBy }: NoteThread, zone: string): string {
  if (closedAt !== null) return text.closed(formatInstant(closedAt, zone), closedBy ?? '');
  return waitsFor === 'satker' ? text.waitsSatker : text.waitsReviewer;
}

function messageView(
  { side, author, at, text: said }: NoteMessage,
  tier: NoteThread['tier'],
  zone: string,
) {
  const isSatker = side === 'satker';
  const who = text.who(author, isSatker ? text.satker : tierName(tier));
  return { who, when: formatInstant(at, zone), text: said, isSatker };
}

function followUp({ lke }: NoteFacts, id: number): NoteForm {
  return {
    action: paths.noteFollowUp(lke.satker.code, lke.year, id),
    field: `tanggapan-${id}`,
    label: text.followUpLabel,
    button: text.followUpButton,
  };
}

/** The team answers what is open for it. */
function replyOf({ lke, user, instrument }: NoteFacts, thread: NoteThread): NoteForm | null {
  const area = instrument.byCode.get(thread.code)?.area;
  const may =
    area !== undefined &&
    mayWorkOnArea(user, lke.satker, area) &&
    isOpenFor(lke.openness, thread.code) &&
    thread.closedAt === null;
  if (!may) return null;
  return {
    action: paths.noteReply(lke.satker.code, lke.year, thread.id),
    field: `balasan-${thread.id}`,
    label: text.replyLabel,
    button: text.replyButton,
  };
}
