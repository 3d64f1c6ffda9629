import { writeSync } from 'node:fs';
import { NTB_SATKER } from '../../fixtures/cast.js';
import { runImport } from '../../src/cli/import.js';

/**
 * Imports one file into every LKE of the province, one after the other. Prints a line whenever the
 * clock is asked (that is in the middle of a transaction) and after each import.
 */
const [folder = '', file = ''] = process.argv.slice(2);
const say = (line: string): void => void writeSync(1, `${line}\n`);
const clock = (): Date => {
  say('clock');
  return new Date('2026-03-10T02:00:00.000Z');
};

async function main(): Promise<void> {
  for (const satker of NTB_SATKER) {
    const io = { stdout: () => {}, stderr: (text: string) => void process.stderr.write(text) };
    const argv = [file, '--satker', satker, '--year', '2026'];
    const code = await runImport(argv, io, { ZI_DATA: folder }, clock);
    say(code === 0 ? `done ${satker}` : `refused ${satker}`);
  }
}

void main();
