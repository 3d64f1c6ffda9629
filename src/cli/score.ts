import { refused, type Outcome, type Problem } from '../domain/problem.js';
import { loadInstruments, type Instruments } from '../instruments.js';
import { problemText } from '../text/messages.js';
import { parseScoreInput, type ScoreInput } from './score-input.js';
import { scoreOutput } from './score-output.js';

export interface ScoreIo {
  readonly stdin: () => Promise<string>;
  /** Rejects when the file cannot be read. */
  readonly readFile: (path: string) => Promise<string>;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
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
): Promise<0 | 2> {
  const text = await readInput(argv, io);
  if (!text.ok) return refuse(text.problems, io);
  const input = parseScoreInput(text.value, instruments);
  if (!input.ok) return refuse(input.problems, io);
  writeResults(input.value, io);
  return 0;
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

function refuse(problems: readonly Problem[], io: ScoreIo): 2 {
  const told = problems.map((problem) => ({
    code: problem.code,
    field: problem.field,
    message: problemText(problem),
  }));
  io.stderr(`${JSON.stringify({ problems: told })}\n`);
  return 2;
}

function writeResults({ jobs, many }: ScoreInput, io: ScoreIo): void {
  if (many) io.stdout('[');
  for (let start = 0; start < jobs.length; start += PIECE) {
    const piece = jobs.slice(start, start + PIECE).map((job) => JSON.stringify(scoreOutput(job)));
    io.stdout(`${start === 0 ? '' : ','}${piece.join(',')}`);
  }
  io.stdout(many ? ']\n' : '\n');
}
