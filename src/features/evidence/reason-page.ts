import type { Problem } from '../../domain/problem.js';
import { fieldProblem, type ProblemLine } from '../../web/form-problems.js';
import type { LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import type { Field } from './form-fields.js';

/** What asks for a reason before something stops to count or goes for good. */
export interface ReasonPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly problems: readonly ProblemLine[];
  readonly backHref: string;
  readonly backText: string;
  /** What will happen, one sentence each. */
  readonly lines: readonly string[];
  readonly action: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly reason: Field;
  /** A word to be typed, where bytes go for good. */
  readonly confirmation: (Field & { readonly label: string }) | null;
  readonly button: string;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'evidence/reason': ReasonPage;
  }
}

export function reasonField(value: string, problems: readonly Problem[]): Field {
  return { value, problem: fieldProblem(problems, 'reason') };
}
