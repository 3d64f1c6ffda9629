import type { ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import type { Store } from '../../db/store.js';
import type { Jobs } from '../../web/jobs.js';
import { outcomeOf, startJobProcess, type JobChildOptions } from './job-child.js';
import { createExportFolder, jobFile, removeParts } from './job-files.js';
import { jobsInState, moveJob, type Job } from './job-store.js';

export interface JobRunnerOptions extends JobChildOptions {
  readonly store: Store;
  readonly exportFolder: string;
  /** After what could not be written (a full disk) the queue is looked at again. */
  readonly retryMs?: number;
}

const RETRY_MS = 60_000;

interface Runner {
  readonly options: JobRunnerOptions;
  child: { readonly id: number; readonly process: ChildProcess } | null;
  isStarted: boolean;
  isStopping: boolean;
  retry: NodeJS.Timeout | null;
  /** One turn after the other. */
  working: Promise<void>;
}

/**
 * Runs queued jobs one after the other, each in a process of its own, so that requests are answered
 * meanwhile. The process only reads the database; its state is written here.
 */
export function jobRunner(options: JobRunnerOptions): Jobs {
  const runner: Runner = {
    options,
    child: null,
    isStarted: false,
    isStopping: false,
    retry: null,
    working: Promise.resolve(),
  };
  return {
    async start() {
      await createExportFolder(options.exportFolder);
      await removeParts(options.exportFolder);
      await failLeft(options, 'job-interrupted');
      runner.isStarted = true;
      wake(runner);
    },
    wake: () => wake(runner),
    idle: () => runner.working,
    cancelled(id) {
      if (runner.child?.id === id) runner.child.process.kill('SIGKILL');
    },
    async stop() {
      runner.isStopping = true;
      if (runner.retry !== null) clearTimeout(runner.retry);
      runner.child?.process.kill('SIGKILL');
      await runner.working;
    },
  };
}

/**
 * Between two turns nothing runs: what still says so was cut off when the product ended, or its end
 * could not be written.
 */
async function failLeft(
  { store, clock, exportFolder }: JobRunnerOptions,
  failure: 'job-interrupted' | 'job-broke',
): Promise<void> {
  const cutOff = await jobsInState(store.db, 'running');
  if (cutOff.length === 0) return;
  const end = { state: 'failed', failure, endedAt: clock().toISOString() } as const;
  await store.write(async (tx) => {
    for (const { id } of cutOff) await moveJob(tx, id, ['running'], end);
  });
  for (const { id } of cutOff) await rm(jobFile(exportFolder, id), { force: true });
}

function wake(runner: Runner): void {
  if (!runner.isStarted || runner.isStopping) return;
  runner.working = runner.working
    .then(() => workOff(runner))
    .catch((error: unknown) => {
      const { log, retryMs = RETRY_MS } = runner.options;
      log.error({ err: error }, 'a job could not be run');
      if (runner.retry !== null) clearTimeout(runner.retry);
      runner.retry = setTimeout(() => wake(runner), retryMs).unref();
    });
}

async function workOff(runner: Runner): Promise<void> {
  const { store } = runner.options;
  await failLeft(runner.options, 'job-broke');
  while (!runner.isStopping) {
    const [next] = await jobsInState(store.db, 'queued');
    if (next === undefined) return;
    const isOurs = await store.write((tx) =>
      moveJob(tx, next.id, ['queued'], { state: 'running', done: 0 }),
    );
    if (isOurs) await run(runner, next);
  }
}

async function run(runner: Runner, job: Job): Promise<void> {
  const { store, exportFolder, log } = runner.options;
  const process = startJobProcess(runner.options, job.id);
  runner.child = { id: job.id, process };
  // Asked to stop between taking the job and starting its process.
  if (runner.isStopping) process.kill('SIGKILL');
  const { size, code, stderr } = await outcomeOf(process, async (done) => {
    await store.write((tx) => moveJob(tx, job.id, ['running'], { state: 'running', done }));
  });
  runner.child = null;
  await removeParts(exportFolder);
  const isOurs = await store.write((tx) =>
    moveJob(tx, job.id, ['running'], endOf(runner, size, job)),
  );
  if (size !== null && !isOurs) await rm(jobFile(exportFolder, job.id), { force: true });
  // Somebody who cancels ends the process as well; that is no fault.
  if (size === null && isOurs && !runner.isStopping) {
    log.error({ job: job.id, code, stderr }, 'the process of a job ended without a file');
  }
}

function endOf(
  { options, isStopping }: Runner,
  size: number | null,
  job: Job,
): Parameters<typeof moveJob>[3] {
  const endedAt = options.clock().toISOString();
  if (size !== null) return { state: 'done', size, done: job.total, endedAt };
  if (isStopping) return { state: 'queued', done: 0 };
  return { state: 'failed', failure: 'job-broke', endedAt };
}
