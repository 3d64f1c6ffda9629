import type { CommandIo } from '../../src/cli/commands.js';

export interface TestIo extends CommandIo {
  out(): string;
  err(): string;
  problems(): { code: string; field: string; message: string }[];
}

/** Streams of a command as lists, with what it reads from standard input. */
export function testIo(stdin = ''): TestIo {
  const out: string[] = [];
  const err: string[] = [];
  return {
    stdin: () => Promise.resolve(stdin),
    readFile: () => Promise.reject(new Error('no files here')),
    stdout: (text) => void out.push(text),
    stderr: (text) => void err.push(text),
    out: () => out.join(''),
    err: () => err.join(''),
    problems: () =>
      (JSON.parse(err.join('')) as { problems: ReturnType<TestIo['problems']> }).problems,
  };
}
