import type { JudgingTier } from '../../domain/lke/assessment.js';
import type { Stage } from '../../domain/lke/stages.js';
import { returnText as text } from '../../text/messages/submission.js';
import type { Deps } from '../../web/deps.js';
import { sentBackBy, stageDeadline, type Lke } from '../lke/store.js';
import { datesFor } from '../years/store.js';
import type { LkeReturn } from './stage-store.js';

/** Until when the satker has for what is returned. */
export interface ReturnDue {
  readonly text: string;
  readonly isOver: boolean;
}

/**
 * Told before it is returned, because the date may be gone by then: what is handed in again would
 * be late through no fault of the satker. null where no date is set.
 */
export async function returnDue(
  { store: { db }, clock }: Pick<Deps, 'store' | 'clock'>,
  { id, year, stage, satker }: Lke,
  waiting: LkeReturn | null,
): Promise<ReturnDue | null> {
  const by = laterTier(await sentBackBy(db, id), waiting?.tier ?? tierAt(stage));
  const days = await datesFor(db, year, satker.code);
  const deadline = stageDeadline(days, 'pengisian', clock(), satker.timeZone, by);
  if (deadline === null) return null;
  const { at, left, isOver } = deadline;
  return { text: isOver ? text.late(at) : text.due(at, left), isOver };
}

function tierAt(stage: Stage): JudgingTier {
  return stage === 'tpi' ? 'tpi' : 'pendahuluan';
}

function laterTier(before: JudgingTier | null, now: JudgingTier): JudgingTier {
  return before === 'tpi' ? before : now;
}
