import { exactFromDecimal, type Exact } from '../../domain/exact.js';
import { TIERS, type Tier } from '../../domain/access/tiers.js';
import { actionsNow } from '../../domain/lke/judge-transition.js';
import { isEndStage, type Stage } from '../../domain/lke/stages.js';
import { isTakeBack } from '../../domain/lke/take-back.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { decimalToText, formatDay, formatScore } from '../../text/format.js';
import { categoryText, unproposedText } from '../../text/messages/proposal.js';
import { otherTierText } from '../../text/messages/common.js';
import { tierText as judgedBy } from '../../text/messages/review.js';
import { takeBackText } from '../../text/messages/take-back.js';
import { tpnText as text } from '../../text/messages/tpn.js';
import { menujuText, tierText } from '../../text/messages/workbook.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import type { StoredScore } from '../lke/store.js';
import type { Decree, RecordedDecree } from './decree-store.js';
import type { TypedDecree, TypedTotals } from './form.js';
import type { TpnPlace } from './place.js';
import type { Proposal, TpnTotals } from './result-store.js';

interface Field {
  readonly value: string;
  readonly problem: string | null;
}

export interface ResultPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly problems: readonly ProblemLine[];
  /** What was not done, where something was refused. */
  readonly refusedAct: string;
  readonly readOnly: string | null;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly verdict: string;
  readonly columns: typeof text.columns;
  readonly rows: readonly {
    readonly tier: string;
    readonly total: string;
    readonly pengungkit: string;
    readonly hasil: string;
    readonly stands: string | null;
  }[];
  readonly recording: null | {
    readonly totalsAction: string;
    readonly totalsVersion: number;
    /** Where totals stand. */
    readonly removal: null | { readonly action: string; readonly version: number };
    readonly total: Field;
    readonly pengungkit: Field;
    readonly hasil: Field;
    readonly note: Field;
    readonly areas: readonly { readonly href: string; readonly name: string }[];
    readonly fileAction: string;
    readonly fileProblem: string | null;
    readonly decreeAction: string;
    readonly decreeVersion: number;
    readonly isGranted: boolean;
    readonly isRefused: boolean;
    readonly kindProblem: string | null;
    readonly number: Field;
    readonly day: Field;
    readonly reason: Field;
  };
  readonly workbookHref: string | null;
  readonly takeBack: { readonly href: string; readonly label: string } | null;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'tpn/result': ResultPage;
  }
}

export interface ResultFacts {
  readonly place: TpnPlace;
  readonly proposal: Proposal | null;
  readonly decree: Decree | null;
  /** Recorded by mistake, newest first. */
  readonly takenBack: readonly RecordedDecree[];
  readonly totals: TpnTotals | null;
  readonly scores: ReadonlyMap<Tier, StoredScore>;
  readonly version: number;
  readonly typed: { readonly totals?: TypedTotals; readonly decree?: TypedDecree };
  readonly problems: readonly Problem[];
}

export function resultPage(facts: ResultFacts): ResultPage {
  const { place, scores, problems } = facts;
  const { satker, year } = place.lke;
  return {
    title: text.title,
    lkeNav: place.nav,
    problems: problemLines(problems),
    refusedAct: facts.typed.decree === undefined ? text.refusedAct.totals : text.refusedAct.decree,
    readOnly: readOnlyOf(place),
    facts: factsOf(facts),
    verdict: verdictOf(facts),
    columns: text.columns,
    rows: rowsOf(facts),
    recording: place.mayRecord ? recordingOf(facts) : null,
    takeBack: takeBackOf(facts),
    workbookHref: scores.has('tpn') ? paths.exportPage(satker.code, year, 'tpn') : null,
  };
}

function readOnlyOf({ barredBy, lke }: TpnPlace): string | null {
  const isOpen = lke.stage === 'tpn';
  return barredBy === null || !isOpen ? null : otherTierText.readOnly(judgedBy[barredBy]);
}

/** What the centre may take back here: its proposal, or the decree it recorded. */
function takeBackOf(facts: ResultFacts): ResultPage['takeBack'] {
  const { lke, roles, barredBy } = facts.place;
  // What TPN has scored stays proposed.
  const isScored = lke.stage === 'tpn' && standingTotal(facts) !== null;
  if (barredBy !== null || isScored) return null;
  const { stage, satker, year } = lke;
  const open = actionsNow({ stage, level: satker.level, roles }).map(({ action }) => action);
  const action = open.find(isTakeBack);
  if (action === undefined) return null;
  return { href: paths.takeBack(satker.code, year), label: takeBackText.title[action] };
}

function factsOf({ place, proposal, decree, totals, takenBack }: ResultFacts): ResultPage['facts'] {
  const { labels } = text;
  const found = [];
  if (proposal !== null) {
    const { category, letterNumber, letterDay } = proposal;
    const said = [text.proposed(categoryText[category])];
    if (letterNumber !== null && letterDay !== null) {
      said.push(text.letter(letterNumber, formatDay(letterDay)));
    }
    found.push({ label: labels.proposal, value: said.join('. ') });
  }
  found.push({ label: labels.state, value: stateOf(place, decree) });
  if (decree !== null && decree.number !== null && decree.day !== null) {
    found.push({ label: labels.decree, value: text.decree(decree.number, formatDay(decree.day)) });
  }
  if (decree !== null && decree.reason !== '') {
    found.push({ label: labels.reason, value: decree.reason });
  }
  if (totals !== null && totals.note !== '') {
    found.push({ label: labels.note, value: totals.note });
  }
  for (const { number, day, kind, takenBack: why } of takenBack) {
    const named = text.decree(number ?? '', day === null ? '' : formatDay(day));
    found.push({ label: labels.takenBack, value: text.takenBack(named, kind, why?.reason ?? '') });
  }
  return found;
}

function stateOf({ lke }: TpnPlace, decree: Decree | null): string {
  if (decree === null) return waitingText(lke.stage);
  return decree.kind === 'ditetapkan' ? text.granted(menujuText(lke.target)) : text.refused;
}

function waitingText(stage: Stage): string {
  if (stage === 'tpn') return text.waiting;
  return isEndStage(stage) ? unproposedText.ever : unproposedText.yet;
}

/** TPN's own score: the totals of the field where they were given, else its answers'. */
function standingTotal({ totals, scores }: ResultFacts): Exact | null {
  if (totals !== null) return exactFromDecimal(totals.total);
  return scores.get('tpn')?.total ?? null;
}

function verdictOf(facts: ResultFacts): string {
  const tpn = standingTotal(facts);
  const tpi = facts.scores.get('tpi')?.total ?? null;
  if (tpn === null) return facts.decree === null ? text.none : text.noneRecorded;
  if (tpi === null || tpn.equals(tpi)) return text.sameAs;
  const [mine, theirs] = figures(tpn, tpi);
  const difference = tpn.sub(tpi);
  const sign = difference.compare(0) > 0 ? '+' : '−';
  return text.differs(mine, theirs, `${sign}${formatScore(difference.abs())}`);
}

/** Two figures that differ never read alike. */
function figures(a: Exact, b: Exact): readonly [string, string] {
  for (let digits = 2; digits <= 6; digits += 1) {
    const pair = [formatScore(a, digits), formatScore(b, digits)] as const;
    if (pair[0] !== pair[1]) return pair;
  }
  return [formatScore(a), formatScore(b)];
}

function rowsOf(facts: ResultFacts): ResultPage['rows'] {
  const { scores, totals } = facts;
  const rows: ResultPage['rows'][number][] = TIERS.flatMap((tier) => {
    const score = scores.get(tier);
    if (score === undefined) return [];
    const isStanding = tier === 'tpn' && totals === null;
    return [
      {
        tier: tier === 'tpn' ? text.fromAnswers(score.answered, score.of) : tierText[tier],
        total: formatScore(score.total),
        pengungkit: formatScore(score.pengungkit),
        hasil: formatScore(score.hasil.score),
        stands: isStanding ? text.stands : null,
      },
    ];
  });
  if (totals === null) return rows;
  const shown = (part: string | null) =>
    part === null ? text.notGiven : formatScore(exactFromDecimal(part));
  return [
    ...rows,
    {
      tier: text.fromTotals,
      total: formatScore(exactFromDecimal(totals.total)),
      pengungkit: shown(totals.pengungkit),
      hasil: shown(totals.hasil),
      stands: text.stands,
    },
  ];
}

function recordingOf(facts: ResultFacts): ResultPage['recording'] {
  const { place, totals, typed, problems } = facts;
  const { satker, year } = place.lke;
  const at = [satker.code, year] as const;
  const field = (name: string, value: string): Field => ({
    value,
    problem: fieldProblem(problems, name),
  });
  const stored = (part: string | null | undefined) => (part ? decimalToText(part) : '');
  const decree = typed.decree;
  // Both forms have fields of other names, so a problem stands where it belongs.
  return {
    totalsAction: paths.tpnTotals(...at),
    totalsVersion: typed.totals?.version ?? totals?.version ?? 0,
    removal:
      totals === null ? null : { action: paths.tpnTotalsRemoval(...at), version: totals.version },
    total: field('total', typed.totals?.total ?? stored(totals?.total)),
    pengungkit: field('pengungkit', typed.totals?.pengungkit ?? stored(totals?.pengungkit)),
    hasil: field('hasil', typed.totals?.hasil ?? stored(totals?.hasil)),
    note: field('note', typed.totals?.note ?? totals?.note ?? ''),
    areas: place.instrument.areas.map(({ key, name }) => ({
      href: paths.tpnArea(...at, key),
      name,
    })),
    fileAction: paths.tpnFiles(...at),
    fileProblem: fieldProblem(problems, 'file'),
    decreeAction: paths.tpnDecision(...at),
    decreeVersion: decree?.version ?? facts.version,
    isGranted: decree?.kind === 'ditetapkan',
    isRefused: decree?.kind === 'tidak-ditetapkan',
    kindProblem: fieldProblem(problems, 'kind'),
    number: field('number', decree?.number ?? ''),
    day: field('day', decree?.day ?? ''),
    reason: field('reason', decree?.reason ?? ''),
  };
}
