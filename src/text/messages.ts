import type { Problem } from '../domain/problem.js';
import { commonMessages } from './messages/common.js';
import { operationsMessages } from './messages/operations.js';
import { type Messages } from './messages/message-table.js';
import { scoreMessages } from './messages/score.js';

/** Every sentence a refusal can say, by its code. A code that is missing here is a bug. */
const MESSAGES: Messages = { ...commonMessages, ...operationsMessages, ...scoreMessages };

export function problemText(problem: Problem): string {
  const message = Object.hasOwn(MESSAGES, problem.code) ? MESSAGES[problem.code] : undefined;
  if (message === undefined) throw new Error(`no message for problem code ${problem.code}`);
  return message(problem.args ?? {});
}
