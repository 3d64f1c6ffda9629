import type { Problem } from '../../domain/problem.js';
import { choice, type Choice } from '../../web/choice.js';
import { fieldProblem } from '../../web/form-problems.js';
import type { ContentTyped, DetailsTyped } from './form.js';
import { evidenceKinds } from './settings.js';

/** One input with what was typed and what is wrong with it. */
export interface Field {
  readonly value: string;
  readonly problem: string | null;
}

export interface ContentFields {
  readonly files: Field;
  readonly links: Field;
  readonly accept: string;
  readonly limitText: string;
  /** For the script, which says so before the line is used in vain. */
  readonly maxBytes: number;
  readonly maxText: string;
  /** Several files and links at once. */
  readonly isMany: boolean;
  /** The content is there already: offer to keep it apart all the same. */
  readonly offerDuplicate: boolean;
}

export interface AboutFields {
  readonly name: Field;
  readonly nameHint: string;
  readonly physicalLocation: Field;
  readonly kinds: readonly Choice[];
  readonly kindProblem: string | null;
}

export interface DayFields {
  readonly documentDay: Field;
  readonly periodFrom: Field;
  readonly periodTo: Field;
  readonly validUntil: Field;
}

export function contentFields(
  typed: ContentTyped,
  problems: readonly Problem[],
  offerDuplicate: boolean,
): Pick<ContentFields, 'files' | 'links' | 'offerDuplicate'> {
  return {
    files: { value: '', problem: fieldProblem(problems, 'files') },
    links: { value: typed.links, problem: fieldProblem(problems, 'links') },
    offerDuplicate: offerDuplicate || typed.duplicate !== '',
  };
}

export function aboutFields(
  typed: DetailsTyped,
  problems: readonly Problem[],
  nameHint: string,
): AboutFields {
  return {
    name: { value: typed.name, problem: fieldProblem(problems, 'name') },
    nameHint,
    physicalLocation: {
      value: typed.physicalLocation,
      problem: fieldProblem(problems, 'physicalLocation'),
    },
    kinds: evidenceKinds().map(({ code, name }) => choice(code, name, typed.kind)),
    kindProblem: fieldProblem(problems, 'kind'),
  };
}

export function dayFields(typed: DetailsTyped, problems: readonly Problem[]): DayFields {
  const field = (name: keyof DayFields): Field => ({
    value: typed[name],
    problem: fieldProblem(problems, name),
  });
  return {
    documentDay: field('documentDay'),
    periodFrom: field('periodFrom'),
    periodTo: field('periodTo'),
    validUntil: field('validUntil'),
  };
}
