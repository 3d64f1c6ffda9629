import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import path from 'node:path';
import { projectRoot } from '../../src/project-root.js';

export interface OpenpyxlWriter {
  /** Milliseconds that doing it once took, without the start of Python. */
  write(): Promise<number>;
  close(): void;
}

const PYTHONS = ['python3', '/usr/bin/python3'] as const;

/** A Python that has openpyxl, or null. */
export function findOpenpyxl(): { readonly python: string; readonly version: string } | null {
  for (const python of PYTHONS) {
    const script = 'import openpyxl, sys; print(openpyxl.__version__)';
    const { status, stdout } = spawnSync(python, ['-c', script], { encoding: 'utf8' });
    if (status === 0) return { python, version: stdout.trim() };
  }
  return null;
}

/** A Python process that writes the cells of a JSON, or reads a workbook, each time it is asked. */
export async function startOpenpyxl(
  python: string,
  cellsFile: string,
  how: 'styled' | 'plain' | 'read',
): Promise<OpenpyxlWriter> {
  const script = path.join(
    projectRoot(),
    `test/bench/${how === 'read' ? 'read' : 'write'}_openpyxl.py`,
  );
  const child = spawn(python, [script, cellsFile, how], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

  async function nextLine(): Promise<string> {
    const line = await lines.next();
    if (line.done === true) throw new Error('openpyxl ended');
    return line.value;
  }

  if ((await nextLine()) !== 'ready') throw new Error('openpyxl did not start');
  return {
    async write() {
      child.stdin.write('once\n');
      return Number(await nextLine());
    },
    close: () => void child.kill(),
  };
}
