import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { formatDay } from '../../text/format.js';
import { categoryText, proposalCheckText as text } from '../../text/messages/proposal.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { PageBase } from '../../web/pages.js';
import type { Candidate } from './candidates.js';
import { chosenToken, proposalFields } from './form.js';
import type { ChosenSatker, ParsedLetter, TypedProposal } from './form.js';
import { openRequirements } from './proposed-facts.js';

export interface ProposalCheckPage extends PageBase {
  readonly problems: readonly ProblemLine[];
  readonly intro: string;
  readonly action: string;
  /** What was typed on the page before. */
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly rows: readonly {
    readonly name: string;
    readonly category: string;
    readonly open: string | null;
    readonly reason: string | null;
  }[];
  /** The satker that the tick names. */
  readonly token: string;
  readonly tick: string;
  readonly tickProblem: string | null;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'proposal/check': ProposalCheckPage;
  }
}

type Chosen = ChosenSatker & { readonly candidate: Candidate };

/** What is about to be proposed, by name, with the one tick that says so. */
export function checkPage(
  {
    year,
    letter,
    typed,
  }: { readonly year: number; readonly letter: ParsedLetter; readonly typed: TypedProposal },
  chosen: readonly Chosen[],
): ProposalCheckPage {
  const problems: readonly Problem[] = typed.isChecked
    ? [{ field: 'diperiksa', code: 'proposal-not-confirmed' }]
    : [];
  const names = chosen.map(({ candidate }) => candidate.lke.satker.name);
  return {
    title: text.title,
    problems: problemLines(problems),
    intro: text.intro,
    action: paths.proposals(year),
    hidden: proposalFields(typed).map(([name, value]) => ({ name, value })),
    facts: [
      { label: text.number, value: letter.number },
      { label: text.day, value: formatDay(letter.day) },
    ],
    rows: chosen.map(rowOf),
    token: chosenToken(typed),
    tick: text.tick(names, letter.number),
    tickProblem: fieldProblem(problems, 'diperiksa'),
  };
}

function rowOf({
  candidate,
  category,
  afirmasi,
  reason,
}: Chosen): ProposalCheckPage['rows'][number] {
  const { lke, instansi, satker } = candidate;
  const open = openRequirements([...instansi, ...satker]).length;
  const isAfirmasi = afirmasi && category === 'WBBM';
  return {
    name: text.satker(lke.satker.name, lke.satker.code),
    category: isAfirmasi ? text.afirmasi(categoryText[category]) : categoryText[category],
    open: open === 0 ? null : text.open(open),
    reason: reason === '' ? null : reason,
  };
}
