import { decide } from '../../domain/access/decide.js';
import type { JudgingTier } from '../../domain/lke/assessment.js';
import { isEndStage } from '../../domain/lke/stages.js';
import { turnOf } from '../../domain/oversight/turn.js';
import { paths } from '../../paths.js';
import { dayIn, daysBetween, formatInstant } from '../../text/format.js';
import { stageText } from '../../text/messages/lke.js';
import { queueText as text } from '../../text/messages/queue.js';
import { tierShort } from '../../text/messages/review.js';
import { lkeRights } from '../../web/lke-nav.js';
import type { SignedIn } from '../../web/viewer-store.js';
import { stageDeadline } from '../lke/store.js';
import type { YearDay } from '../years/store.js';
import type { Queued } from './queue-list.js';
import type { QueuedLke } from './queue-store.js';

/** One satker in the queue of a person who assesses, confirms or decides. */
export interface QueueRow {
  readonly href: string;
  readonly name: string;
  readonly code: string;
  readonly tier: string;
  readonly stage: string;
  /** Who can bring it on, where it is not this person. */
  readonly turn: string;
  readonly progress: string;
  readonly done: number;
  readonly of: number;
  readonly deadline: string;
  readonly deadlineAt: string;
  readonly isPressing: boolean;
  readonly quiet: string;
  readonly lastAt: string;
  readonly waiting: string | null;
  readonly lapsed: string | null;
  /** It is this person's turn. */
  readonly isOpen: boolean;
  readonly actionHref: string;
  readonly action: string;
  readonly assignHref: string | null;
}

export function queueRow(
  user: SignedIn,
  { lke, tier, days, act }: Queued,
  { year, of, now }: { readonly year: number; readonly of: number; readonly now: Date },
): QueueRow {
  const { satker, stage, waiting, lapsed } = lke;
  const address = [satker.code, year, tier] as const;
  return {
    href: paths.review(...address),
    name: satker.name,
    code: satker.code,
    tier: tierShort[tier],
    stage: stageText[stage],
    turn: turnText(lke),
    progress: progressText(lke.assessed[tier], of),
    done: lke.assessed[tier] ?? 0,
    of,
    ...deadlineOf(lke, days, now, act !== null),
    ...quietOf(lke, now),
    waiting: waiting === 0 ? null : text.waiting(waiting),
    lapsed: lapsed === 0 ? null : text.lapsed(lapsed),
    isOpen: act !== null,
    actionHref: act?.href ?? paths.review(...address),
    action: act?.label ?? text.open,
    assignHref:
      decide(user, 'review.assign', satker) === 'allowed'
        ? paths.assignment(satker.code, year)
        : null,
  };
}

function turnText({ stage, satker, isLetterSent }: QueuedLke): string {
  const turn = turnOf(stage, satker.level, isLetterSent);
  return turn === null ? text.ended : text.turn(turn);
}

export function tierOf(user: SignedIn, { satker }: QueuedLke): JudgingTier {
  return lkeRights(user, satker).review ?? 'pendahuluan';
}

export function progressText(done: number | null, of: number): string {
  return done === null ? text.notBegun : text.progress(done, of);
}

/** What is over has no date any more. */
function deadlineOf(
  { stage, satker, sentBack }: QueuedLke,
  days: readonly YearDay[],
  now: Date,
  isMine: boolean,
): Pick<QueueRow, 'deadline' | 'deadlineAt' | 'isPressing'> {
  if (isEndStage(stage)) return { deadline: '–', deadlineAt: '', isPressing: false };
  const found = stageDeadline(days, stage, now, satker.timeZone, sentBack);
  return {
    deadline: found?.left ?? text.noDeadline,
    deadlineAt: found?.at ?? '',
    isPressing: isMine && found !== null && (found.isNear || found.isOver),
  };
}

function quietOf(
  { satker: { timeZone }, lastActivity }: QueuedLke,
  now: Date,
): Pick<QueueRow, 'quiet' | 'lastAt'> {
  if (lastActivity === null) return { quiet: text.never, lastAt: '' };
  const days = daysBetween(dayIn(new Date(lastActivity), timeZone), dayIn(now, timeZone));
  return { quiet: text.quiet(days), lastAt: formatInstant(lastActivity, timeZone) };
}
