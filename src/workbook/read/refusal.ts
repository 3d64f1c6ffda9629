import type { Problem } from '../../domain/problem.js';

/**
 * Leaves the reading from inside the events of a parser; never leaves `readRaw`, which answers with
 * the problem it carries.
 */
export class WorkbookRefusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

export function refuse(code: string, args?: Problem['args']): never {
  throw new WorkbookRefusal(args === undefined ? { field: '', code } : { field: '', code, args });
}

export const damaged = (what: string): never => refuse('workbook-damaged', { what });

export const hostile = (what: string): never => refuse('workbook-hostile', { what });
