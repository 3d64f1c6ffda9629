import { decide, type Viewer } from '../../domain/access/decide.js';
import { paths } from '../../paths.js';
import { formatInstant } from '../../text/format.js';
import { answerNotesText as text } from '../../text/messages/sheet.js';
import { tierName } from '../../text/messages/review.js';
import type { AnswerFacts } from './answer-facts.js';

/** What the partial answer-notes is given: the last word of each thread, and where to answer. */
export interface AnswerNote {
  readonly href: string;
  readonly tier: string;
  readonly state: string;
  /** The reader is the one who has to answer. */
  readonly waits: boolean;
  readonly isClosed: boolean;
  readonly said: string;
  readonly by: string;
}

export function answerNotes({ lke, notes }: AnswerFacts, viewer: Viewer): readonly AnswerNote[] {
  const { satker, year } = lke;
  const isTeam = decide(viewer, 'answer.record', satker) === 'allowed';
  return notes.map(({ id, tier, waitsFor, closedAt, messages }) => {
    const last = messages.at(-1);
    const isClosed = closedAt !== null;
    const list = paths.notes(satker.code, year);
    return {
      href: `${list}${isClosed ? '?saring=semua' : ''}#catatan-${id}`,
      tier: tierName(tier),
      state: isClosed ? text.closed : text.waits[waitsFor],
      waits: isTeam && waitsFor === 'satker',
      isClosed,
      said: last?.text ?? '',
      by: text.by(last?.author ?? '', formatInstant(last?.at ?? '', satker.timeZone)),
    };
  });
}
