import type { Problem } from '../../domain/problem.js';
import { MOST_FILE_BYTES } from './limits.js';

/** What went wrong with an upload, said of a workbook: it is not made smaller by scanning it again. */
export function workbookProblem(problem: Problem): Problem {
  if (problem.code !== 'file-too-large') return problem;
  return { field: problem.field, code: 'workbook-too-large', args: { max: MOST_FILE_BYTES } };
}
