import type { cliCommands } from '../text/messages/cli.js';
import type { Env, Io } from './io.js';
import type { ScoreIo } from './score.js';

export type CommandIo = Io & ScoreIo;
export type Command = (argv: readonly string[], io: CommandIo, env: Env) => Promise<number>;

/** Each command's code is loaded only when it is called, so that `score` starts at once. */
export const COMMANDS: Readonly<Record<keyof typeof cliCommands, () => Promise<Command>>> = {
  score: async () => {
    const { runScore } = await import('./score.js');
    return (argv, io) => runScore(argv, io);
  },
  answers: async () => (await import('./answers.js')).runAnswers,
  export: async () => (await import('./export.js')).runExport,
  import: async () => (await import('./import.js')).runImport,
  'export-province': async () => (await import('./export-province.js')).runExportProvince,
  bundle: async () => (await import('./bundle.js')).runBundle,
  recap: async () => (await import('./recap.js')).runRecap,
  wording: async () => (await import('./wording.js')).runWording,
  user: async () => (await import('./user.js')).runUser,
  demo: async () => (await import('./demo.js')).runDemo,
  backup: async () => (await import('./backup.js')).runBackup,
  restore: async () => (await import('./restore.js')).runRestore,
  verify: async () => (await import('./verify.js')).runVerify,
  migrate: async () => (await import('./migrate.js')).runMigrate,
};

/** Commands that go on talking while they run; the others print all or nothing. */
export const TALKING: ReadonlySet<string> = new Set(['demo']);
