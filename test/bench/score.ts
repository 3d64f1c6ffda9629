import { instrument, instruments } from '../support/shipped.js';
import { fullInput, type SheetInput } from '../support/sheets.js';
import { runScore } from '../../src/cli/score.js';
import { compare, type Outcome } from './outcome.js';
import { inRounds, timePer } from './rounds.js';
import { scaled, type Settings } from './settings.js';

const SHEETS = 10_000;
/** A round takes seconds. */
const MOST_ROUNDS = 3;

/** `score` on ten thousand sheets in one process, from the text of the input to that of the output. */
export async function benchScore(settings: Settings): Promise<Outcome[]> {
  const count = scaled(SHEETS, settings, 10);
  const text = JSON.stringify(Array.from({ length: count }, (_, number) => sheetOf(number)));
  const results: unknown = JSON.parse(await scored(text));
  const rounds = Math.min(settings.rounds, MOST_ROUNDS);
  const { product, yardstick } = await inRounds(rounds, {
    product: () => timePer(1, () => scored(text)),
    yardstick: () => timePer(1, () => readAndWrite(text, results)),
  });
  const megabytes = (text.length / 1e6).toFixed(1);
  const perSecond = product.map((ms) => (count / ms) * 1000);
  return [
    compare(
      `Command score, ${count} sheets, over reading and writing the JSON alone`,
      'ms',
      { does: 'score: every answer checked, exact scores, twelve gates twice', values: product },
      { does: `JSON.parse of ${megabytes} MB and JSON.stringify of the result`, values: yardstick },
      null,
    ),
    { kind: 'figure', title: 'Command score', unit: 'sheets a second', values: perSecond },
  ];
}

function readAndWrite(text: string, results: unknown): number {
  const sheets = JSON.parse(text) as unknown[];
  return sheets.length + JSON.stringify(results).length;
}

/** Complete sheets, each with some answers at their worst. */
function sheetOf(number: number): { answers: SheetInput } {
  const [best, worst] = [fullInput('best'), fullInput('worst')];
  const answers = instrument.indicators.map(({ code }, place) => {
    const isWorst = (number + place) % 7 === 0;
    return [code, isWorst ? worst[code] : best[code]] as const;
  });
  return { answers: Object.fromEntries(answers) };
}

async function scored(text: string): Promise<string> {
  const pieces: string[] = [];
  const io = {
    stdin: async () => text,
    readFile: async () => text,
    stdout: (piece: string) => void pieces.push(piece),
    stderr: (piece: string) => void pieces.push(piece),
  };
  const code = await runScore(['-'], io, instruments);
  if (code !== 0) throw new Error(pieces.join('').slice(0, 500));
  return pieces.join('');
}
