import { cpus, loadavg } from 'node:os';
import { forkScript } from './fork-script.js';
import type { Outcome } from './outcome.js';
import { linesOf } from './report.js';
import { readOptions, type BenchName } from './settings.js';

/** A guard against hanging, never a measure. */
const GUARD_MS = 10 * 60_000;

/** `npm run bench`: ratios against yardsticks, both sides alternating in one run (docs/bench.md). */
const options = readOptions(process.argv.slice(2));
if (typeof options === 'string') {
  process.stderr.write(`${options}\n`);
  process.exit(2);
}

const [first] = cpus();
const load = (loadavg()[0] ?? 0).toFixed(1);
print(
  `${cpus().length} cores, ${first?.model ?? '?'}, Node ${process.versions.node}, load ${load}`,
);
print(`${options.rounds} rounds A B A B …; a ratio is A / B: median (least–most of the rounds)`);
for (const name of options.only) {
  const began = performance.now();
  const outcomes = await runBench(name, options.rounds);
  print(`\n${name} (${((performance.now() - began) / 1000).toFixed(0)} s)`);
  for (const line of outcomes.flatMap(linesOf)) print(line);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function runBench(name: BenchName, rounds: number): Promise<Outcome[]> {
  const child = forkScript('one-bench', [name, String(rounds)]);
  const guard = setTimeout(() => child.kill('SIGKILL'), GUARD_MS);
  return new Promise((resolve, reject) => {
    child.once('message', (outcomes) => resolve(outcomes as Outcome[]));
    child.once('exit', (code) => {
      clearTimeout(guard);
      reject(new Error(`bench ${name} ended with ${String(code)}`));
    });
  });
}
