import type { NominationRequirement, Target } from '../../domain/predikat/gate.js';
import { judgeRequirement, type RequirementVerdict } from '../../domain/predikat/nomination.js';
import { decimalToText, formatDay, formatScore } from '../../text/format.js';
import { proposalText as text } from '../../text/messages/proposal.js';
import type { ProposalTable } from '../../db/schema-share.js';
import type { ReadyLke } from './candidate-store.js';
import type { Recorded } from './requirement-store.js';

export type Category = ProposalTable['category'];

/** One requirement as it stands: what is asked, what is recorded, whether that is enough. */
export interface RequirementState {
  readonly code: string;
  readonly name: string;
  readonly needed: string;
  readonly value: string;
  readonly source: string;
  readonly verdict: RequirementVerdict;
}

/** What the annex says of one satker: finished words, so that it reads the same ever after. */
export interface ProposedFacts {
  readonly name: string;
  readonly category: Category;
  readonly afirmasi: boolean;
  readonly total: string;
  readonly pengungkit: string;
  readonly hasil: string;
  readonly gatesPassed: number;
  readonly gatesOf: number;
  readonly requirements: readonly RequirementState[];
  readonly instansi: readonly RequirementState[];
}

export type ScoreFacts = Pick<
  ProposedFacts,
  'total' | 'pengungkit' | 'hasil' | 'gatesPassed' | 'gatesOf'
>;

/** TPI's figures; dashes where TPI has no score. */
export function scoreFacts({ score, target }: Pick<ReadyLke, 'score' | 'target'>): ScoreFacts {
  if (score === null) {
    return { total: '–', pengungkit: '–', hasil: '–', gatesPassed: 0, gatesOf: 0 };
  }
  const gates = score.gates[target];
  return {
    total: formatScore(score.total),
    pengungkit: formatScore(score.pengungkit),
    hasil: formatScore(score.hasil.score),
    gatesPassed: gates.of - gates.failed.length,
    gatesOf: gates.of,
  };
}

/** Every requirement with what is recorded of it, in the order of the ruleset. */
export function requirementStates(
  requirements: readonly NominationRequirement[],
  target: Target,
  recorded: Recorded,
): readonly RequirementState[] {
  return requirements.map((requirement) => {
    const { code, name } = requirement;
    const found = recorded.get(code);
    const verdict = judgeRequirement(requirement, target, found?.value ?? null);
    const isKnown = found !== undefined && found.value !== '';
    return {
      code,
      name,
      needed: requirement[target].text,
      value: isKnown ? valueText(requirement, found.value) : text.noValue,
      source: isKnown ? sourceText(found) : '',
      verdict,
    };
  });
}

/** "98,5 %", "level 3", "2 tahun", "BB". */
function valueText({ kind }: NominationRequirement, value: string): string {
  switch (kind) {
    case 'predikat':
    case 'ya-tidak':
      return value;
    case 'persen':
      return text.percent(decimalToText(value));
    case 'level':
      return text.level(decimalToText(value));
    case 'tahun':
      return text.years(decimalToText(value));
  }
}

function sourceText({ source, asOf }: { source: string; asOf: string | null }): string {
  return asOf === null ? source : `${source}, ${text.asOf(formatDay(asOf))}`;
}

/** What is not fulfilled or not known, by name. */
export function openRequirements(states: readonly RequirementState[]): readonly RequirementState[] {
  return states.filter(({ verdict }) => verdict !== 'met');
}
