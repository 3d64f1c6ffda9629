import { decide, type Viewer } from '../../domain/access/decide.js';
import type { CallCode } from '../../domain/oversight/call-reasons.js';
import { PARTS, type Part, type Turn } from '../../domain/oversight/turn.js';
import { paths } from '../../paths.js';
import { formatInteger } from '../../text/format.js';
import { stageText } from '../../text/messages/lke.js';
import { callText, oversightText } from '../../text/messages/oversight.js';
import type { LkeStanding, Standing } from './standing.js';

const text = oversightText.weekPage;

/** Satker whose turn is the same, most urgent first. */
export interface TurnGroup {
  readonly heading: string;
  /** Each on one line. */
  readonly isShort: boolean;
  readonly rows: readonly {
    readonly name: string;
    readonly href: string;
    readonly stage: string;
    readonly reasons: readonly { readonly text: string; readonly href: string }[];
  }[];
}

/** What presses, apart by what it asks of the viewer: only who can act is rung up. */
export function pressingOf(
  standings: readonly Standing[],
  viewer: Viewer,
  year: number,
): Readonly<Record<Part, readonly TurnGroup[]>> {
  const open = openOnes(standings).filter(({ lke }) => lke.reasons.length > 0);
  const groups = (part: Part) =>
    grouped(
      open.filter(({ lke }) => lke.part === part),
      (one) =>
        one.lke.reasons.map(({ code, count }) => ({
          text: callText[code](count),
          href: causeOf(code, one, viewer, year),
        })),
      year,
      false,
    );
  return { call: groups('call'), own: groups('own'), wait: groups('wait') };
}

/** Where nothing happens, by whose turn it is. */
export function stalledOf(
  standings: readonly Standing[],
  viewer: Viewer,
  year: number,
): readonly TurnGroup[] {
  const stalled = openOnes(standings).filter(({ lke }) => lke.isStalled);
  return PARTS.flatMap((part) =>
    grouped(
      stalled.filter(({ lke }) => lke.part === part),
      (one) => [
        {
          text: oversightText.days(formatInteger(one.lke.idleDays ?? 0)),
          href: causeOf('stalled', one, viewer, year),
        },
      ],
      year,
      true,
    ),
  );
}

interface Open {
  readonly satker: Standing['satker'];
  readonly lke: LkeStanding;
  readonly turn: Turn;
  readonly part: Part;
}

function openOnes(standings: readonly Standing[]): readonly Open[] {
  return standings.flatMap(({ satker, lke }) =>
    lke === null || lke.turn === null || lke.part === null
      ? []
      : [{ satker, lke, turn: lke.turn, part: lke.part }],
  );
}

function grouped(
  list: readonly Open[],
  reasonsOf: (one: Open) => TurnGroup['rows'][number]['reasons'],
  year: number,
  isShort: boolean,
): readonly TurnGroup[] {
  const byTurn = new Map<Turn, Open[]>();
  for (const one of [...list].sort(byUrgency)) {
    const known = byTurn.get(one.turn) ?? [];
    known.push(one);
    byTurn.set(one.turn, known);
  }
  return [...byTurn].map(([turn, rows]) => ({
    isShort,
    heading: text.turn(oversightText.turns[turn], rows[0]?.part ?? 'wait'),
    rows: rows.map((one) => ({
      name: one.satker.name,
      href: paths.lke(one.satker.code, year),
      stage: stageText[one.lke.stage],
      reasons: reasonsOf(one),
    })),
  }));
}

/** Longest past its date, most reasons, standing still longest, ending soonest. */
function byUrgency(a: Open, b: Open): number {
  return (
    overdueOf(b.lke) - overdueOf(a.lke) ||
    b.lke.reasons.length - a.lke.reasons.length ||
    (b.lke.idleDays ?? 0) - (a.lke.idleDays ?? 0) ||
    (a.lke.end?.daysLeft ?? Infinity) - (b.lke.end?.daysLeft ?? Infinity) ||
    (a.satker.code < b.satker.code ? -1 : 1)
  );
}

function overdueOf({ end }: LkeStanding): number {
  return Math.max(0, -(end?.daysLeft ?? 0));
}

function causeOf(code: CallCode, { satker }: Open, viewer: Viewer, year: number): string {
  const home = paths.lke(satker.code, year);
  switch (code) {
    case 'overdue':
      return `${home}#judul-tenggat`;
    case 'stalled':
      return decide(viewer, 'history.read', satker) === 'allowed'
        ? paths.history(satker.code, year)
        : home;
    case 'unfilled-near-deadline':
      return paths.nextUnanswered(satker.code, year);
    case 'failing-near-deadline':
      return `${home}#judul-ambang`;
    case 'returned-waiting':
      return paths.submission(satker.code, year);
  }
}
