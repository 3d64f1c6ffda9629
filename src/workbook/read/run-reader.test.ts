import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolders } from '../../../test/support/temporary-folder.js';
import { problemText } from '../../text/messages.js';
import type { ReaderCommand } from './reader-command.js';
import { runReader, type RunOptions } from './run-reader.js';
import { turns } from './take-turns.js';

const newFolder = temporaryFolders();

/** A process that does what a hijacked or broken reader could do. */
function program(source: string, ...flags: readonly string[]): () => Promise<ReaderCommand> {
  const env = { PATH: process.env.PATH ?? '' };
  const args = [...flags, '-e', source];
  return () => Promise.resolve({ file: process.execPath, args, cwd: '/', env });
}

async function run(options: RunOptions): Promise<string> {
  const path = join(newFolder(), 'lke.xlsx');
  writeFileSync(path, 'x');
  return codeOf(await runReader({ kind: 'raw', path }, options));
}

function codeOf(outcome: Awaited<ReturnType<typeof runReader>>): string {
  if (outcome.ok) return `read ${JSON.stringify(outcome.value)}`;
  expect(outcome.problems.map(problemText).join()).toMatch(/Tidak ada data yang berubah/);
  return outcome.problems.map(({ code }) => code).join();
}

describe('whatever the reading process does, the answer is a value', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['answers', 'console.log(JSON.stringify({ok:true,value:[1]}))', 'read [1]'],
    [
      'refuses',
      'console.log(JSON.stringify({ok:false,problems:[{field:"",code:"workbook-empty"}]}))',
      'workbook-empty',
    ],
    ['ends without a word', '', 'workbook-failed'],
    ['throws', 'throw new Error("x")', 'workbook-failed'],
    ['kills itself', 'process.kill(process.pid, "SIGSEGV")', 'workbook-failed'],
    ['says what is no JSON', 'console.log("ok")', 'workbook-failed'],
    ['says JSON of another shape', 'console.log("[1,2]")', 'workbook-failed'],
    ['says null', 'console.log("null")', 'workbook-failed'],
    ['answers without a value', 'console.log("{\\"ok\\":true}")', 'workbook-failed'],
    [
      'answers twice',
      'for(let i=0;i<2;i+=1)console.log("{\\"ok\\":true,\\"value\\":1}")',
      'workbook-failed',
    ],
    ['reports a fault of its own', 'console.log("{\\"fault\\":\\"x\\"}")', 'workbook-failed'],
    [
      'writes without end',
      'const a="a".repeat(1<<20);for(;;)require("fs").writeSync(1,a)',
      'workbook-too-much-content',
    ],
    [
      'complains without end and fails',
      'for(let i=0;i<50;i+=1)require("fs").writeSync(2,"a".repeat(1<<16));process.exit(3)',
      'workbook-failed',
    ],
  ];
  it.each(cases)('%s', async (_, source, expected) => {
    expect(await run({ command: program(source) })).toBe(expected);
  });

  it('calculates without end', async () => {
    expect(await run({ command: program('for(;;);'), timeMs: 300 })).toBe('workbook-timeout');
  });

  it('waits without end, whoever asks it to stop', async () => {
    const source = 'process.on("SIGTERM",()=>{});setInterval(()=>{},1e6)';
    expect(await run({ command: program(source), timeMs: 300 })).toBe('workbook-timeout');
  });

  it('fills its heap', async () => {
    const source = 'const a=[];for(;;)a.push({a:[1,2,3]})';
    const command = program(source, '--max-old-space-size=40');
    expect(await run({ command })).toBe('workbook-too-heavy');
  });

  it('fills memory that is not its heap', async () => {
    const source = 'const a=[];setInterval(()=>a.push(Buffer.alloc(1e7,1)),5)';
    const memoryBytes = 200 * 1024 * 1024;
    expect(await run({ command: program(source), memoryBytes })).toBe('workbook-too-heavy');
  });

  it('cannot be started', async () => {
    const command = (): Promise<ReaderCommand> =>
      Promise.resolve({ file: '/nowhere/node', args: [], cwd: '/', env: {} });
    expect(await run({ command })).toBe('workbook-failed');
  });

  it('tells a fault to who asked, and to nobody else', async () => {
    const faults: string[] = [];
    const command = program('console.log("{\\"fault\\":\\"at line 7\\"}")');
    expect(await run({ command, onFault: (detail) => faults.push(detail) })).toBe(
      'workbook-failed',
    );
    expect(faults).toEqual(['at line 7']);
  });
});

describe('a file that no process is started for', () => {
  const never = (): Promise<ReaderCommand> => Promise.reject(new Error('was started'));
  const read = async (path: string): Promise<string> =>
    codeOf(await runReader({ kind: 'raw', path }, { command: never }));

  it('is not there', async () => {
    expect(await read(join(newFolder(), 'x.xlsx'))).toBe('workbook-unreadable');
  });

  it('is a folder', async () => {
    const folder = join(newFolder(), 'x.xlsx');
    mkdirSync(folder);
    expect(await read(folder)).toBe('workbook-unreadable');
  });

  it('is a device that never ends', async () => {
    expect(await read('/dev/zero')).toBe('workbook-unreadable');
  });

  it('is empty', async () => {
    const path = join(newFolder(), 'x.xlsx');
    writeFileSync(path, '');
    expect(await read(path)).toBe('workbook-empty');
  });
});

describe('many files at once', () => {
  it('wait for their turn; too many are sent away politely, and all others are read', async () => {
    const turn = turns(2, 3);
    const command = program('console.log(JSON.stringify({ok:true,value:1}))');
    const answers = await Promise.all(Array.from({ length: 9 }, () => run({ command, turn })));
    expect(answers.filter((answer) => answer === 'read 1').length).toBeGreaterThanOrEqual(5);
    expect(answers.filter((answer) => answer === 'workbook-busy').length).toBe(
      9 - answers.filter((answer) => answer === 'read 1').length,
    );
    expect(await run({ command, turn })).toBe('read 1');
  });
});
