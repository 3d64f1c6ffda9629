import { refused, type Outcome } from '../domain/problem.js';
import { loadInstruments, type Instruments } from '../instruments.js';
import { EXIT_OK, refuse, type Io } from './io.js';
import { parseScoreInput, type ScoreInput } from './score-input.js';
import { scoreOutput } from './score-output.js';

export interface ScoreIo extends Io {
  readonly stdin: () => Promise<string>;
  /** Rejects when the file cannot be read. */
  readonly readFile: (path: string) => Promise<string>;
}

/** Sheets per piece of output: ten thousand in one text would only cost memory. */
const PIECE = 200;

/**
 * `score FILE|-`: scores one sheet or an array of sheets given as JSON. Returns the exit code: 0
 * with the result on standard output, 2 with `{"problems":[…]}` on standard error and no output.
 */
export async function runScore(
  argv: readonly string[],
  io: ScoreIo,
  instruments: Instruments = loadInstruments(),
): Promise<number> {
  const text = await readInput(argv, io);
  if (!text.ok) return refuse(io, text.problems);
  const input = parseScoreInput(text.value, instruments);
  if (!input.ok) return refuse(io, input.problems);
  writeResults(input.value, io);
  return EXIT_OK;
}

async function readInput(argv: readonly string[], io: ScoreIo): Promise<Outcome<string>> {
  const [file, ...rest] = argv;
  if (file === undefined || rest.length > 0) return refused('FILE', 'score-usage');
  if (file === '-') return { ok: true, value: await io.stdin() };
  try {
    return { ok: true, value: await io.readFile(file) };
  } catch {
    return refused('FILE', 'file-unreadable');
  }
}

function writeResults({ jobs, many }: ScoreInput, io: ScoreIo): void {
  if (many) io.stdout('[');
  for (let start = 0; start < jobs.length; start += PIECE) {
    const piece = jobs.slice(start, start + PIECE).map((job) => JSON.stringify(scoreOutput(job)));
    io.stdout(`${start === 0 ? '' : ','}${piece.join(',')}`);
  }
  io.stdout(many ? ']\n' : '\n');
}
