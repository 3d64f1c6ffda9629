import type { Deps } from '../../web/deps.js';
import { dayIn } from '../../text/format.js';
import { pastAt, type Past } from './past-store.js';
import type { Watched } from './read-standings.js';
import { daysAgo, spanOf, type Span } from './span.js';
import { decisionsIn, returnsIn, submissionsIn, wayStepsIn } from './week-store.js';

export interface WeekFacts {
  readonly span: Span;
  readonly today: string;
  /** Scores at the end of the day before, and of the last day (or as they are now). */
  readonly before: Past;
  readonly after: Past;
  readonly submissions: Awaited<ReturnType<typeof submissionsIn>>;
  readonly returns: Awaited<ReturnType<typeof returnsIn>>;
  readonly decisions: Awaited<ReturnType<typeof decisionsIn>>;
  readonly steps: Awaited<ReturnType<typeof wayStepsIn>>;
}

/** Null where the code names no span, or one to come. */
export async function readWeek(
  { store }: Pick<Deps, 'store'>,
  { frame, zone, standings }: Watched,
  code: string | undefined,
): Promise<WeekFacts | null> {
  const { db } = store;
  const { year, now } = frame;
  const today = dayIn(now, zone);
  const span = spanOf(code, today);
  if (span === null) return null;
  const { from, to } = span;
  // Instants are fetched a day wider on either side and then held to days of the zone.
  const wide = { year, from: daysAgo(from, 1), to: `${daysAgo(to, -1)}T24` };
  const holds = (at: string) => {
    const day = dayIn(new Date(at), zone);
    return day >= from && day <= to;
  };
  const isIn = ({ at }: { readonly at: string }) => holds(at);
  const codes = standings.map(({ satker }) => satker.code);
  return {
    span,
    today,
    before: await pastAt(db, year, daysAgo(from, 1)),
    after: await pastAt(db, year, to),
    submissions: (await submissionsIn(db, wide)).filter(isIn),
    returns: (await returnsIn(db, wide)).filter(isIn),
    decisions: (await decisionsIn(db, wide)).filter(
      ({ at, takenBackAt }) => holds(at) || (takenBackAt !== null && holds(takenBackAt)),
    ),
    steps: (await wayStepsIn(db, wide, codes)).filter(isIn),
  };
}
