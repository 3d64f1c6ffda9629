import { decide, mayWorkOnArea, type Viewer } from '../../domain/access/decide.js';
import type { Instrument } from '../../domain/instrument/instrument.js';
import { isOpenForTier } from '../../domain/lke/assessment.js';
import { isOpenFor } from '../../domain/lke/openness.js';
import { isOpenForFilling } from '../../domain/lke/stages.js';
import { paths } from '../../paths.js';
import { formatInstant } from '../../text/format.js';
import { noteText as text, tierName } from '../../text/messages/review.js';
import type { Lke } from '../lke/store.js';
import { noteAction } from './note-actions.js';
import type { EvidenceSince, NoteMessage, NoteThread } from './note-store.js';

/** One thread as this person may see and use it. */
export interface NoteView {
  readonly id: string;
  readonly tier: string;
  readonly code: string;
  readonly name: string;
  readonly href: string;
  readonly round: string;
  readonly state: string;
  /** What a reply can and cannot do where the return left the answer locked. */
  readonly locked: string | null;
  readonly isClosed: boolean;
  readonly waits: boolean;
  readonly messages: readonly {
    readonly who: string;
    readonly when: string;
    readonly text: string;
    readonly isSatker: boolean;
  }[];
  /** Evidence linked since the thread began. */
  readonly since: readonly { readonly href: string; readonly text: string }[];
  readonly reply: NoteForm | null;
  readonly closing: { readonly action: string; readonly seen: number } | null;
  /** Where a reviewer goes on with what was closed. */
  readonly reopening: { readonly action: string } | null;
}

export interface NoteForm {
  readonly action: string;
  readonly field: string;
  readonly label: string;
  readonly button: string;
  /** As it was typed and refused. */
  readonly value: string;
}

export interface NoteFacts {
  readonly lke: Lke;
  readonly user: Viewer;
  readonly instrument: Instrument;
  readonly since: readonly EvidenceSince[];
  /** A text that was refused, in the field it was typed into. */
  readonly typed: { readonly field: string; readonly text: string } | null;
}

export function noteView(facts: NoteFacts, thread: NoteThread): NoteView {
  const { lke, user, instrument, since } = facts;
  const { satker, year } = lke;
  const { code, tier, id } = thread;
  const isTeam = decide(user, 'answer.record', satker) === 'allowed';
  const isClosed = thread.closedAt !== null;
  const speaks = noteAction(user, satker, tier) !== null && isOpenForTier(lke.stage, tier);
  const isReviewer = speaks && !isClosed;
  const reply = isReviewer ? followUp(facts, id) : replyOf(facts, thread);
  return {
    id: `catatan-${id}`,
    tier: tierName(tier),
    code,
    name: instrument.byCode.get(code)?.shortName ?? code,
    href:
      decide(user, 'review.read', satker) === 'allowed'
        ? paths.reviewAnswer(satker.code, year, tier, code)
        : paths.answer(satker.code, year, code),
    round: text.round(thread.round),
    state: stateOf(thread, satker.timeZone),
    locked: isReviewer ? null : whyLocked(facts, thread, reply),
    isClosed,
    waits: thread.waitsFor === (isTeam ? 'satker' : 'reviewer'),
    messages: thread.messages.map((message) => messageView(message, tier, satker.timeZone)),
    since: since
      .filter((one) => one.code === code && one.at > thread.openedAt)
      .map((one) => ({
        href: paths.evidence(satker.code, year, one.id),
        text: text.since(one.name, formatInstant(one.at, satker.timeZone)),
      })),
    reply,
    closing: isReviewer
      ? { action: paths.noteClosing(satker.code, year, id), seen: thread.messages.length }
      : null,
    reopening: speaks && isClosed ? { action: paths.noteReopening(satker.code, year, id) } : null,
  };
}

/** What a reply can and cannot do, or why this member of the team has no field for one. */
function whyLocked(
  { lke, user, instrument }: NoteFacts,
  { code, closedAt }: NoteThread,
  reply: NoteForm | null,
): string | null {
  if (reply !== null) return isOpenFor(lke.openness, code) ? null : text.answerLocked;
  const area = instrument.byCode.get(code)?.area;
  const isTeam = decide(user, 'answer.record', lke.satker) === 'allowed';
  if (closedAt !== null || !isTeam || area === undefined) return null;
  return mayWorkOnArea(user, lke.satker, area) ? null : text.otherArea;
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

function followUp({ lke, typed }: NoteFacts, id: number): NoteForm {
  const field = `tanggapan-${id}`;
  return {
    action: paths.noteFollowUp(lke.satker.code, lke.year, id),
    field,
    label: text.followUpLabel,
    button: text.followUpButton,
    value: typed?.field === field ? typed.text : '',
  };
}

/** The team answers while the LKE lies with it, also what the return did not open. */
function replyOf({ lke, user, instrument, typed }: NoteFacts, thread: NoteThread): NoteForm | null {
  const area = instrument.byCode.get(thread.code)?.area;
  const may =
    area !== undefined &&
    mayWorkOnArea(user, lke.satker, area) &&
    isOpenForFilling(lke.stage) &&
    thread.closedAt === null;
  if (!may) return null;
  const field = `balasan-${thread.id}`;
  return {
    action: paths.noteReply(lke.satker.code, lke.year, thread.id),
    field,
    label: text.replyLabel,
    button: text.replyButton,
    value: typed?.field === field ? typed.text : '',
  };
}
