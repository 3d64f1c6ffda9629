import { visibleTiers } from '../../domain/access/visible-tiers.js';
import type { Viewer } from '../../domain/access/decide.js';
import { paths } from '../../paths.js';
import { formatInstant } from '../../text/format.js';
import { oversightText } from '../../text/messages/oversight.js';
import { tierText } from '../../text/messages/review.js';
import type { Watched } from './read-standings.js';
import type { Standing } from './standing.js';
import type { WeekFacts } from './week-facts.js';

const text = oversightText.weekPage;

interface NamedRow {
  readonly name: string;
  readonly href: string;
  readonly text: string;
  readonly causeHref: string;
}

/** What was handed in, came back, was decided or went on, of satker in scope. */
export interface Happenings {
  readonly returned: readonly (NamedRow & {
    readonly indicators: string;
    readonly reason: string;
  })[];
  readonly submitted: readonly (NamedRow & { readonly late: string | null })[];
  readonly decided: readonly NamedRow[];
}

export function happeningsOf(
  { standings, frame: { year } }: Watched,
  { submissions, returns, decisions, steps }: WeekFacts,
  viewer: Viewer,
): Happenings {
  const byCode = new Map(standings.map(({ satker }) => [satker.code, satker]));
  const rows = <T extends { satkerCode: string }, R>(
    list: readonly T[],
    rowOf: (one: T, satker: Standing['satker']) => R,
  ): R[] =>
    list.flatMap((one) => {
      const satker = byCode.get(one.satkerCode);
      return satker === undefined ? [] : [rowOf(one, satker)];
    });
  const named = (satker: Standing['satker'], said: string, causeHref: string): NamedRow => ({
    name: satker.name,
    href: paths.lke(satker.code, year),
    text: said,
    causeHref,
  });
  const known = returns.filter((one) => {
    const satker = byCode.get(one.satkerCode);
    return satker !== undefined && (one.opened === 1 || readsBeforeSatker(viewer, satker));
  });
  const events = [
    ...decisions.map((one) => ({ ...one, said: text.decision[one.kind] })),
    ...steps.map((one) => ({ ...one, said: text.step[one.action], takenBackAt: null })),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
  return {
    returned: rows(known, (one, satker) => ({
      ...named(satker, returnText(one, satker), paths.submission(satker.code, year)),
      indicators: text.indicators(one.opensAll === 1 ? null : (one.named ?? 0)),
      reason: one.reason,
    })),
    submitted: rows(submissions, (one, satker) => ({
      ...named(
        satker,
        text.submission(one.number, formatInstant(one.at, satker.timeZone)),
        paths.submissionOne(satker.code, year, one.number),
      ),
      late: one.isLate === 1 ? text.late : null,
    })),
    decided: rows(events, ({ said, at, takenBackAt }, satker) => {
      const when = (instant: string) => formatInstant(instant, satker.timeZone);
      const made = `${said}, ${when(at)}`;
      const whole = takenBackAt === null ? made : text.takenBack(made, when(takenBackAt));
      return named(satker, whole, paths.decisions(satker.code, year));
    }),
  };
}

/** What TPI returned is read first by whoever passes it on (visible-tiers.ts). */
function readsBeforeSatker(viewer: Viewer, satker: Standing['satker']): boolean {
  return visibleTiers(viewer, satker, 'pendahuluan').includes('tpi');
}

function returnText(
  { tier, opened, passesOn, at }: WeekFacts['returns'][number],
  { level, timeZone }: Standing['satker'],
): string {
  const when = formatInstant(at, timeZone);
  const first = oversightText.turns[level === 'kabupaten/kota' ? 'province' : 'centre'];
  if (opened === 0) return text.returnToFirst(tierText[tier], first, when);
  if (passesOn !== null) return text.returnPassedOn(tierText[tier], first, when);
  return text.return(tierText[tier], when);
}
