import type { Ruleset } from '../../domain/predikat/gate.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { formatDay } from '../../text/format.js';
import { categoryText, proposalText as text, verdictText } from '../../text/messages/proposal.js';
import { menujuText } from '../../text/messages/workbook.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { PageBase } from '../../web/pages.js';
import { yearLinks, type YearLink } from '../../web/year-links.js';
import type { ReadyLke } from './candidate-store.js';
import type { Candidate } from './candidates.js';
import { rowField, type TypedProposal, type TypedRow } from './form.js';
import type { lettersOf } from './letter-store.js';
import { openRequirements, type RequirementState } from './proposed-facts.js';

export interface RequirementView {
  readonly name: string;
  readonly needed: string;
  readonly value: string;
  readonly verdict: string;
  readonly look: string;
}

export interface ProposalPage extends PageBase {
  readonly years: readonly YearLink[];
  readonly problems: readonly ProblemLine[];
  readonly intro: string;
  readonly signatoryHref: string;
  readonly consequence: string;
  readonly consequenceSource: string;
  readonly instansi: readonly {
    readonly target: string;
    readonly items: readonly RequirementView[];
  }[];
  readonly rows: readonly CandidateRow[];
  readonly action: string;
  readonly number: { readonly value: string; readonly problem: string | null };
  readonly day: { readonly value: string; readonly problem: string | null };
  readonly letters: readonly {
    readonly href: string;
    readonly name: string;
    readonly count: string;
  }[];
  readonly noLetters: string;
  /** Proposed, and TPN has not decided yet. */
  readonly waiting: readonly { readonly href: string; readonly name: string }[];
  readonly empty: { readonly title: string; readonly text: string };
  readonly hasOpen: boolean;
}

interface CandidateRow {
  readonly code: string;
  readonly name: string;
  readonly href: string;
  readonly target: string;
  readonly fields: Readonly<Record<'pilih' | 'kategori' | 'afirmasi' | 'alasan' | 'versi', string>>;
  readonly version: string;
  readonly chosen: boolean;
  readonly chooseLabel: string;
  readonly chooseProblem: string | null;
  readonly score: string;
  readonly gates: string;
  readonly gatesPassed: boolean;
  readonly prerequisite: null | { readonly text: string; readonly met: boolean };
  readonly summary: string;
  readonly isOpen: boolean;
  readonly requirements: readonly RequirementView[];
  readonly requirementsHref: string;
  readonly categories: readonly {
    readonly value: string;
    readonly label: string;
    readonly selected: boolean;
  }[];
  readonly categoryProblem: string | null;
  readonly mayAfirmasi: boolean;
  readonly afirmasi: boolean;
  readonly needsReason: boolean;
  readonly reason: string;
  readonly reasonProblem: string | null;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'proposal/list': ProposalPage;
  }
}

export interface ProposalPageFacts {
  readonly year: number;
  /** Every year that is open, newest first. */
  readonly years: readonly number[];
  /** How many satker of each are ready. */
  readonly readyIn: ReadonlyMap<number, number>;
  readonly ruleset: Ruleset;
  readonly candidates: readonly Candidate[];
  readonly letters: Awaited<ReturnType<typeof lettersOf>>;
  readonly waiting: readonly ReadyLke[];
  readonly typed: TypedProposal | null;
  readonly problems: readonly Problem[];
}

export function proposalPage(facts: ProposalPageFacts): ProposalPage {
  const { year, ruleset, candidates, typed, problems } = facts;
  const { consequence } = ruleset.nomination;
  const rows = candidates.map((one) => rowOf(one, facts));
  return {
    title: text.title(year),
    years: yearLinks(facts.years, year, paths.proposals, (one) =>
      text.inYear(one, facts.readyIn.get(one) ?? 0),
    ),
    signatoryHref: paths.proposalSignatory(),
    problems: problemLines(problems),
    intro: text.ready(candidates.length),
    consequence: consequence.text,
    consequenceSource: consequence.source,
    instansi: instansiOf(candidates),
    rows,
    action: paths.proposals(year),
    number: { value: typed?.number ?? '', problem: fieldProblem(problems, 'number') },
    day: { value: typed?.day ?? '', problem: fieldProblem(problems, 'day') },
    letters: facts.letters.map(({ id, number, day, satker }) => ({
      href: paths.proposalLetter(year, id),
      name: text.letter(number, formatDay(day)),
      count: text.count(satker),
    })),
    noLetters: text.noLetters,
    waiting: facts.waiting.map(({ satker }) => ({
      href: paths.tpnResult(satker.code, year),
      name: satker.name,
    })),
    empty: { title: text.emptyTitle, text: text.emptyText },
    hasOpen: rows.some(({ needsReason }) => needsReason),
  };
}

/** The same for every satker of a target, so it is shown once. */
function instansiOf(candidates: readonly Candidate[]): ProposalPage['instansi'] {
  return (['wbk', 'wbbm'] as const).flatMap((target) => {
    const one = candidates.find(({ lke }) => lke.target === target);
    if (one === undefined) return [];
    return [{ target: menujuText(target), items: one.instansi.map(requirementView) }];
  });
}

function requirementView(state: RequirementState): RequirementView {
  const { name, needed, value, source, verdict } = state;
  const look = { met: 'zi-pass', unmet: 'zi-fail', unknown: 'zi-open' }[verdict];
  return {
    name,
    needed: text.needed(needed),
    value: text.value(value, source),
    verdict: verdictText[verdict],
    look,
  };
}

function rowOf(candidate: Candidate, { year, typed, problems }: ProposalPageFacts): CandidateRow {
  const { lke, score, satker, instansi, prerequisite } = candidate;
  const { code, name } = lke.satker;
  const row = typed?.rows.get(code) ?? null;
  const fields = fieldsOf(code);
  const met = satker.filter(({ verdict }) => verdict === 'met').length;
  return {
    code,
    name,
    href: paths.lke(code, year),
    target: menujuText(lke.target),
    fields,
    version: String(lke.version),
    chosen: row?.chosen ?? false,
    chooseLabel: text.chosen(name),
    chooseProblem: fieldProblem(problems, fields.pilih),
    score: text.score(score.total),
    gates: text.gates(score.gatesPassed, score.gatesOf),
    gatesPassed: score.gatesOf > 0 && score.gatesPassed === score.gatesOf,
    prerequisite: prerequisite === null ? null : prerequisiteView(prerequisite),
    summary: text.requirements(met, satker.length),
    isOpen: met < satker.length,
    requirements: satker.map(requirementView),
    requirementsHref: paths.satkerRequirements(code, year),
    categories: categoriesOf(candidate, row),
    categoryProblem: fieldProblem(problems, fields.kategori),
    mayAfirmasi: lke.target === 'wbbm',
    afirmasi: row?.afirmasi ?? false,
    needsReason: openRequirements([...instansi, ...satker]).length > 0,
    reason: row?.reason ?? '',
    reasonProblem: fieldProblem(problems, fields.alasan),
  };
}

function categoriesOf({ categories }: Candidate, row: TypedRow | null) {
  return categories.map((value) => ({
    value,
    label: categoryText[value],
    selected: value === (row?.category ?? categories[0]),
  }));
}

function prerequisiteView({ held }: NonNullable<Candidate['prerequisite']>) {
  if (held === null) return { text: text.noPrerequisite, met: false };
  return { text: text.prerequisite(held.year, held.decree), met: true };
}

function fieldsOf(code: string): CandidateRow['fields'] {
  return {
    pilih: rowField('pilih', code),
    kategori: rowField('kategori', code),
    afirmasi: rowField('afirmasi', code),
    alasan: rowField('alasan', code),
    versi: rowField('versi', code),
  };
}
