import { cliCommands, cliUsage } from '../text/messages/cli.js';
import { COMMANDS, TALKING, type CommandIo } from './commands.js';
import { EXIT_FAILED, EXIT_OK, refuse, type Env } from './io.js';

const NAMES = Object.keys(cliCommands) as (keyof typeof cliCommands)[];

/**
 * Runs one command and gives the exit code: 0 done, 2 refused, 1 anything else, with the stack on
 * standard error. What a command prints is held until it has ended, so that a failure half way
 * leaves no partial output.
 */
export async function dispatch(argv: readonly string[], io: CommandIo, env: Env): Promise<number> {
  const [typed, ...rest] = argv;
  if (typed === '--help' || typed === 'help') return showAll(io);
  const known = NAMES.join(', ');
  if (typed === undefined)
    return refuse(io, [{ field: '', code: 'command-needed', args: { known } }]);
  const name = NAMES.find((candidate) => candidate === typed);
  if (name === undefined) {
    return refuse(io, [{ field: typed, code: 'unknown-command', args: { known } }]);
  }
  if (rest.includes('--help')) return showOne(io, name);
  const held: string[] = [];
  const ownIo = TALKING.has(name) ? io : { ...io, stdout: (text: string) => void held.push(text) };
  try {
    const command = await COMMANDS[name]();
    const code = await command(rest, ownIo, env);
    held.forEach((text) => io.stdout(text));
    return code;
  } catch (error) {
    io.stderr(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return EXIT_FAILED;
  }
}

function showAll(io: CommandIo): number {
  const lines = NAMES.map((name) => cliUsage.line(name, cliCommands[name].about));
  io.stdout(`${cliUsage.all(lines)}\n`);
  return EXIT_OK;
}

function showOne(io: CommandIo, name: keyof typeof cliCommands): number {
  const { usage, about } = cliCommands[name];
  io.stdout(`${cliUsage.one(usage, about)}\n`);
  return EXIT_OK;
}
