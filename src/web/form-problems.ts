import type { Problem } from '../domain/problem.js';
import { problemText } from '../text/messages.js';
import { emptyField, typedName } from '../text/messages/fields.js';

/** One line of the error summary, linked to its field where it has one. */
export interface ProblemLine {
  readonly fieldId: string | null;
  readonly text: string;
}

/** Refusals in words; a field's id in the page is its name. */
export function problemLines(problems: readonly Problem[]): readonly ProblemLine[] {
  return problems.map((problem) => ({
    fieldId: problem.field === '' ? null : problem.field,
    text: lineText(problem),
  }));
}

/** Away from its field an empty one is called by its name, else several of them would read alike. */
function lineText(problem: Problem): string {
  const name = typedName(problem.field);
  return problem.code === 'required' && name !== null ? emptyField(name) : problemText(problem);
}

/** A refused form comes back without its file, which no page can fill in again. */
export function fileAgain(
  upload: { readonly files: readonly unknown[]; readonly problems: readonly Problem[] },
  field: string,
): readonly Problem[] {
  const wasSent = upload.files.length + upload.problems.length > 0;
  return wasSent ? [{ field, code: 'file-again' }] : [];
}

/** The first refusal of one field, to stand beside it. */
export function fieldProblem(problems: readonly Problem[], field: string): string | null {
  const found = problems.find((problem) => problem.field === field);
  return found === undefined ? null : problemText(found);
}
