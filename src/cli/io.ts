import type { Problem } from '../domain/problem.js';
import { problemText } from '../text/messages.js';

/** Where a command writes; the process's streams, or a test's lists. */
export interface Io {
  stdout(text: string): void;
  stderr(text: string): void;
}

export type Env = Readonly<Record<string, string | undefined>>;

export const EXIT_OK = 0;
export const EXIT_FAILED = 1;
export const EXIT_REFUSED = 2;

/** Prints why the input was refused, for people and programs, and gives the exit code. */
export function refuse(io: Io, problems: readonly Problem[]): number {
  const worded = problems.map((problem) => ({
    code: problem.code,
    field: problem.field,
    message: problemText(problem),
  }));
  io.stderr(`${JSON.stringify({ problems: worded })}\n`);
  return EXIT_REFUSED;
}

export function printJson(io: Io, value: unknown): void {
  io.stdout(`${JSON.stringify(value, null, 2)}\n`);
}

/** The data folder the commands work on. */
export function dataPath(env: Env): string {
  return env['ZI_DATA'] || 'data';
}

/** The command's one argument, or null if there is none, more, or an option. */
export function onlyArgument(argv: readonly string[]): string | null {
  const [only, ...more] = argv;
  return only === undefined || only === '' || only.startsWith('-') || more.length > 0 ? null : only;
}
