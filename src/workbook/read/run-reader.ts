import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { refused, type Outcome, type Problem } from '../../domain/problem.js';
import {
  CHILD_MEMORY_BYTES,
  CHILD_TIME_MS,
  MEMORY_LOOK_MS,
  MOST_CHILDREN,
  MOST_FAULT_CHARACTERS,
  MOST_FILE_BYTES,
  MOST_RAW_REPLY_BYTES,
  MOST_READING_REPLY_BYTES,
  MOST_WAITING,
} from './limits.js';
import { readerCommand, type ReaderCommand } from './reader-command.js';
import type { ReaderReply, ReaderRequest } from './reader-request.js';
import { turns, type TakeTurn } from './take-turns.js';
import { watchMemory } from './watch-memory.js';

export interface RunOptions {
  readonly command?: () => Promise<ReaderCommand>;
  readonly timeMs?: number;
  readonly memoryBytes?: number;
  readonly turn?: TakeTurn;
  /** Told what went wrong in the reader itself, for the log; never shown. */
  readonly onFault?: (detail: string) => void;
}

const sharedTurn = turns(MOST_CHILDREN, MOST_WAITING);

/**
 * Reads a file in a process of its own and waits for its turn. Whatever the file does to that
 * process (crash, time, memory, a flood of output), the answer is a value.
 */
export async function runReader(
  request: ReaderRequest,
  options: RunOptions = {},
): Promise<Outcome<unknown>> {
  const refusal = await checkFile(request.path);
  if (refusal !== null) return refusal;
  const turn = options.turn ?? sharedTurn;
  return turn(() => readInChild(request, options)) ?? refused('', 'workbook-busy');
}

/** A pipe or a device would never end, and a file that is not there is no reason for a process. */
async function checkFile(path: string): Promise<Outcome<never> | null> {
  const file = await stat(path).catch(() => null);
  if (file === null || !file.isFile()) return refused('', 'workbook-unreadable');
  if (file.size === 0) return refused('', 'workbook-empty');
  if (file.size > MOST_FILE_BYTES)
    return refused('', 'workbook-too-large', { max: MOST_FILE_BYTES });
  return null;
}

/** How the process ended: by itself, or by us and why. */
interface Ending {
  readonly stopped: string | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
  readonly errors: string;
}

async function readInChild(request: ReaderRequest, options: RunOptions): Promise<Outcome<unknown>> {
  const ending = await runToEnd(await (options.command ?? readerCommand)(), request, options);
  if (ending.stopped !== null) return refused('', ending.stopped);
  const reply = parseReply(ending.output);
  if (reply !== null && 'ok' in reply) return outcomeOf(reply);
  // V8 aborts where its heap is full, the system ends what has used up its processor time.
  if (/heap out of memory|Allocation failed/i.test(ending.errors))
    return refused('', 'workbook-too-heavy');
  if (ending.signal === 'SIGXCPU') return refused('', 'workbook-timeout');
  options.onFault?.(reply?.fault ?? `${ending.signal ?? 'ended'}: ${ending.errors}`);
  return refused('', 'workbook-failed');
}

function runToEnd(
  { file, args, cwd, env }: ReaderCommand,
  request: ReaderRequest,
  options: RunOptions,
): Promise<Ending> {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd, env, stdio: 'pipe' });
    let stopped: string | null = null;
    const stop = (code: string): void => {
      stopped ??= code;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => stop('workbook-timeout'), options.timeMs ?? CHILD_TIME_MS);
    const endWatch = watch(child, options, () => stop('workbook-too-heavy'));
    const most = request.kind === 'raw' ? MOST_RAW_REPLY_BYTES : MOST_READING_REPLY_BYTES;
    const output = collect(child, most, () => stop('workbook-too-much-content'));
    const errors = collectErrors(child);
    const end = (signal: NodeJS.Signals | null): void => {
      clearTimeout(timer);
      endWatch();
      resolve({ stopped, signal, output: output(), errors: errors() });
    };
    child.on('close', (_, signal) => end(signal));
    child.on('error', () => end(null));
    // A process that is gone before it was asked shows in its end.
    child.stdin.on('error', () => undefined);
    child.stdin.end(`${JSON.stringify(request)}\n`);
  });
}

function watch(
  child: ChildProcessWithoutNullStreams,
  { memoryBytes }: RunOptions,
  tooMuch: () => void,
): () => void {
  if (child.pid === undefined) return () => undefined;
  const limits = { most: memoryBytes ?? CHILD_MEMORY_BYTES, everyMs: MEMORY_LOOK_MS };
  return watchMemory(child.pid, limits, tooMuch);
}

function collect(
  child: ChildProcessWithoutNullStreams,
  most: number,
  tooMuch: () => void,
): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > most) tooMuch();
    else chunks.push(chunk);
  });
  return () => Buffer.concat(chunks).toString('utf8');
}

/** The end of what it says: there V8 writes why it gave up. */
function collectErrors(child: ChildProcessWithoutNullStreams): () => string {
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString('utf8')).slice(-MOST_FAULT_CHARACTERS);
  });
  return () => errors;
}

/** null where the process did not say anything that can be understood. */
function parseReply(output: string): ReaderReply | null {
  try {
    const reply: unknown = JSON.parse(output);
    return isReply(reply) ? reply : null;
  } catch {
    return null;
  }
}

function isReply(reply: unknown): reply is ReaderReply {
  if (typeof reply !== 'object' || reply === null) return false;
  if ('fault' in reply) return typeof reply.fault === 'string';
  if (!('ok' in reply)) return false;
  if (reply.ok === true) return 'value' in reply;
  return reply.ok === false && 'problems' in reply && Array.isArray(reply.problems);
}

function outcomeOf(reply: Exclude<ReaderReply, { fault: string }>): Outcome<unknown> {
  return reply.ok ? reply : { ok: false, problems: reply.problems as Problem[] };
}
