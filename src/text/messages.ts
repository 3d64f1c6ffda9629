import type { Problem } from '../domain/problem.js';
import { cliMessages } from './messages/cli.js';
import { commonMessages } from './messages/common.js';
import { conclusionMessages } from './messages/conclusion.js';
import { demoMessages } from './messages/demo.js';
import { evidenceMessages } from './messages/evidence.js';
import { exchangeMessages } from './messages/exchange.js';
import { feedMessages } from './messages/feed.js';
import { importMessages } from './messages/imports.js';
import { operationsMessages } from './messages/operations.js';
import { type Messages } from './messages/message-table.js';
import { proposalMessages } from './messages/proposal.js';
import { recapMessages } from './messages/recap.js';
import { recommendationMessages } from './messages/recommendation.js';
import { reviewMessages } from './messages/review.js';
import { satkerMessages } from './messages/satker.js';
import { scoreMessages } from './messages/score.js';
import { shareMessages } from './messages/share.js';
import { signInMessages } from './messages/sign-in.js';
import { submissionMessages } from './messages/submission.js';
import { takeBackMessages } from './messages/take-back.js';
import { teamMessages } from './messages/team.js';
import { usersMessages } from './messages/users.js';
import { recogniseMessages } from './messages/workbook-defects.js';
import { workbookReadMessages } from './messages/workbook-read.js';
import { wordingMessages } from './messages/wording.js';
import { yearsMessages } from './messages/years.js';

/** Every sentence a refusal can say, by its code. A code that is missing here is a bug. */
const MESSAGES: Messages = {
  ...cliMessages,
  ...commonMessages,
  ...conclusionMessages,
  ...demoMessages,
  ...evidenceMessages,
  ...exchangeMessages,
  ...feedMessages,
  ...importMessages,
  ...operationsMessages,
  ...proposalMessages,
  ...recapMessages,
  ...recommendationMessages,
  ...recogniseMessages,
  ...reviewMessages,
  ...satkerMessages,
  ...scoreMessages,
  ...shareMessages,
  ...submissionMessages,
  ...takeBackMessages,
  ...teamMessages,
  ...usersMessages,
  ...workbookReadMessages,
  ...wordingMessages,
  ...yearsMessages,
  ...signInMessages,
};

export function problemText(problem: Problem): string {
  const message = Object.hasOwn(MESSAGES, problem.code) ? MESSAGES[problem.code] : undefined;
  if (message === undefined) throw new Error(`no message for problem code ${problem.code}`);
  return message(problem.args ?? {});
}
