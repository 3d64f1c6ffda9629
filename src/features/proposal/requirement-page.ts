import type { NominationRequirement } from '../../domain/predikat/gate.js';
import { choicesOf, judgeRequirement } from '../../domain/predikat/nomination.js';
import type { Problem } from '../../domain/problem.js';
import { decimalToText } from '../../text/format.js';
import { proposalText as text, verdictText } from '../../text/messages/proposal.js';
import { targetText } from '../../text/messages/workbook.js';
import type { Conflict } from '../../web/conflict-page.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { PageBase } from '../../web/pages.js';
import { recordedToken, requirementField } from './requirement-form.js';
import type { TypedRequirement, TypedRequirements } from './requirement-form.js';
import type { Recorded } from './requirement-store.js';

export interface RequirementPage extends PageBase {
  readonly problems: readonly ProblemLine[];
  readonly back: { readonly href: string; readonly label: string };
  readonly basis: string;
  readonly action: string;
  readonly seen: string;
  readonly items: readonly RequirementItem[];
  readonly letterhead: { readonly href: string; readonly label: string } | null;
}

interface RequirementItem {
  readonly id: string;
  readonly name: string;
  readonly needed: readonly {
    readonly text: string;
    readonly verdict: string;
    readonly look: string;
  }[];
  readonly note: string | null;
  readonly valueId: string;
  readonly choices: readonly { readonly value: string; readonly selected: boolean }[];
  readonly value: string;
  readonly valueProblem: string | null;
  readonly sourceId: string;
  readonly source: string;
  readonly sourceProblem: string | null;
  readonly dayId: string;
  readonly day: string;
  readonly dayProblem: string | null;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'proposal/requirements': RequirementPage;
  }
}

export interface RequirementFacts {
  readonly title: string;
  readonly back: RequirementPage['back'];
  readonly letterhead: RequirementPage['letterhead'];
  readonly basis: string;
  readonly action: string;
  readonly requirements: readonly NominationRequirement[];
  readonly recorded: Recorded;
  readonly typed: TypedRequirements | null;
  readonly problems: readonly Problem[];
}

const LOOKS = { met: 'zi-pass', unmet: 'zi-fail', unknown: 'zi-open' } as const;

export function requirementPage(facts: RequirementFacts): RequirementPage {
  const { title, back, letterhead, basis, action, requirements, recorded, typed, problems } = facts;
  return {
    title,
    problems: problemLines(problems),
    back,
    basis,
    action,
    seen: typed?.seen ?? recordedToken(requirements, recorded),
    items: requirements.map((one) => itemOf(one, recorded, typed, problems)),
    letterhead,
  };
}

function itemOf(
  requirement: NominationRequirement,
  recorded: Recorded,
  typed: TypedRequirements | null,
  problems: readonly Problem[],
): RequirementItem {
  const { code } = requirement;
  const { value, source, day } = typed?.items.get(code) ?? typedFrom(recorded, code);
  const stored = recorded.get(code)?.value ?? null;
  const [valueId, sourceId, dayId] = (['nilai', 'sumber', 'tanggal'] as const).map((name) =>
    requirementField(name, code),
  ) as [string, string, string];
  return {
    id: `syarat-${code}`,
    name: requirement.name,
    needed: (['wbk', 'wbbm'] as const).map((target) => {
      const verdict = judgeRequirement(requirement, target, stored);
      const said = `${targetText[target]}: ${requirement[target].text}`;
      return { text: said, verdict: verdictText[verdict], look: LOOKS[verdict] };
    }),
    note: requirement.note,
    valueId,
    choices: choicesOf(requirement).map((one) => ({ value: one, selected: one === value })),
    value,
    valueProblem: fieldProblem(problems, valueId),
    sourceId,
    source,
    sourceProblem: fieldProblem(problems, sourceId),
    dayId,
    day,
    dayProblem: fieldProblem(problems, dayId),
  };
}

function typedFrom(recorded: Recorded, code: string): TypedRequirement {
  const found = recorded.get(code);
  if (found === undefined) return { value: '', source: '', day: '' };
  const isNumber = /^[\d.]+$/.test(found.value);
  const value = isNumber ? decimalToText(found.value) : found.value;
  return { value, source: found.source, day: found.asOf ?? '' };
}

/** Both texts where somebody recorded something meanwhile. */
export function requirementConflict(
  { requirements, action }: Pick<RequirementFacts, 'requirements' | 'action'>,
  stored: Recorded,
  typed: TypedRequirements,
): Conflict {
  const fields: Record<string, string> = { seen: recordedToken(requirements, stored) };
  const rows = requirements.map(({ code, name }) => {
    const one = typed.items.get(code) ?? { value: '', source: '', day: '' };
    fields[requirementField('nilai', code)] = one.value;
    fields[requirementField('sumber', code)] = one.source;
    fields[requirementField('tanggal', code)] = one.day;
    return { label: name, stored: joined(typedFrom(stored, code)), typed: joined(one) };
  });
  return { subject: text.conflict, rows, action, fields, backHref: action };
}

function joined({ value, source, day }: TypedRequirement): string {
  return [value, source, day].filter((part) => part !== '').join(' · ');
}
