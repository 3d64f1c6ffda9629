import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Outcome } from '../../src/domain/problem.js';
import { projectRoot } from '../../src/project-root.js';
import { CHILD_HEAP_MB } from '../../src/workbook/read/limits.js';
import type { RawWorkbook } from '../../src/workbook/read/raw-workbook.js';
import type { LkeReading } from '../../src/workbook/recognise/lke-reading.js';
import type { ReaderReply } from '../../src/workbook/read/reader-request.js';

/** The reading process as the product starts it, kept for many files: a start costs more than a read. */
export interface BatchReader {
  read(bytes: Buffer): Promise<BatchAnswer<RawWorkbook>>;
  /** What an LKE in it says, as an import asks. */
  readLke(bytes: Buffer): Promise<BatchAnswer<LkeReading>>;
  /** Ends the process; throws where it did not end well. */
  end(): Promise<void>;
}

export interface BatchAnswer<T> {
  readonly outcome: Outcome<T>;
  readonly tookMs: number;
}

export function startBatchReader(folder: string): BatchReader {
  const script = join(projectRoot(), 'src/workbook/read/reader-main.ts');
  const args = [`--max-old-space-size=${CHILD_HEAP_MB}`, '--import', 'tsx', script];
  const child = spawn(process.execPath, args, {
    cwd: projectRoot(),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<string>((resolve) => {
    child.on('close', (code, signal) => resolve(`${code ?? ''}${signal ?? ''}`));
  });
  child.stdin.on('error', () => undefined);
  const path = join(folder, 'crafted.xlsx');
  async function ask<T>(bytes: Buffer, request: object): Promise<BatchAnswer<T>> {
    writeFileSync(path, bytes);
    const start = performance.now();
    child.stdin.write(`${JSON.stringify({ ...request, path })}\n`);
    const line = await lines.next();
    if (line.done === true) throw new Error(`the reader ended with ${await ended}`);
    return { outcome: outcomeOf(line.value) as Outcome<T>, tookMs: performance.now() - start };
  }
  return {
    read: (bytes) => ask(bytes, { kind: 'raw' }),
    readLke: (bytes) => ask(bytes, { kind: 'lke', instrumentId: 'lke-2026', sheet: null }),
    end: async () => {
      child.stdin.end();
      const how = await ended;
      rmSync(path, { force: true });
      if (how !== '0') throw new Error(`the reader ended with ${how}`);
    },
  };
}

/** A fault of the reader itself is a failure of the test, whatever the file. */
function outcomeOf(line: string): Outcome<unknown> {
  const reply = JSON.parse(line) as ReaderReply;
  if ('fault' in reply) throw new Error(reply.fault);
  return reply as Outcome<unknown>;
}
