import type { Problem } from '../domain/problem.js';
import { problemText } from '../text/messages.js';

/** One line of the error summary, linked to its field where it has one. */
export interface ProblemLine {
  readonly fieldId: string | null;
  readonly text: string;
}

/** Refusals in words; a field's id in the page is its name. */
export function problemLines(problems: readonly Problem[]): readonly ProblemLine[] {
  return problems.map((problem) => ({
    fieldId: problem.field === '' ? null : problem.field,
    text: problemText(problem),
  }));
}

/** The first refusal of one field, to stand beside it. */
export function fieldProblem(problems: readonly Problem[], field: string): string | null {
  const found = problems.find((problem) => problem.field === field);
  return found === undefined ? null : problemText(found);
}
