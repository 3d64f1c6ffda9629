import type TestAgent from 'supertest/lib/agent.js';
import type { Role } from '../../src/domain/access/roles.js';
import type { JudgingTier } from '../../src/domain/lke/assessment.js';
import type { TestApp } from './app.js';
import { assessAs } from './concluding.js';
import { readableText } from './reading.js';
import { completeLke, lkeOf, sendForm, submit } from './submitting.js';
import * as forms from './year-forms.js';

export { DAY } from './year-forms.js';

/** The steps of a year through HTTP, each by the person who takes it. */
export interface YearSteps {
  as(username: string): Promise<TestAgent>;
  /** Filled, submitted, assessed and found layak; the letter to TPI is next. */
  foundLayak(satker: string, lead: string): Promise<void>;
  /** One letter for the first, with the others on it, not sent yet. */
  draftLetter(number: string, satker: string, ...others: readonly string[]): Promise<void>;
  recommend(number: string, satker: string, ...others: readonly string[]): Promise<void>;
  /** Every section of TPI's report: its own words on the checks, the recommendations as proposed. */
  writeReport(satker: string): Promise<void>;
  /** Begun, assessed, reported, confirmed by two and found memenuhi. */
  conclude(number: string, satker: string): Promise<void>;
  /** Posts the form of a page as that person, who is led on. */
  send(
    username: string,
    page: string,
    fields?: Record<string, string>,
    action?: string,
  ): Promise<void>;
}

export function yearSteps(zi: TestApp): YearSteps {
  const agents = new Map<string, Promise<TestAgent>>();
  const as = (username: string): Promise<TestAgent> => {
    const known = agents.get(username) ?? zi.signIn(username);
    agents.set(username, known);
    return known;
  };
  const assess = async (satker: string, tier: JudgingTier) =>
    assessAs(zi, await lkeOf(zi, satker), tier);
  const sender = (satker: string): forms.Sender => ({
    satker,
    send: ({ who, page, fields, action }) => steps.send(userOf(who), page, fields, action),
  });
  const steps: YearSteps = {
    as,
    async send(username, page, fields = {}, action = page) {
      const reply = await sendForm(await as(username), page, action, fields);
      if (reply.status === 303) return;
      const said = readableText(reply.text).slice(0, 400);
      throw new Error(`${username} ${action}: ${reply.status} ${said}`);
    },
    async foundLayak(satker, lead) {
      await completeLke(zi, satker);
      const { status } = await submit(await as(lead), satker);
      if (status !== 303) throw new Error(`submitting ${satker}: ${status}`);
      await assess(satker, 'pendahuluan');
      await forms.decideLayak(sender(satker));
    },
    draftLetter: (number, satker, ...others) => forms.draftLetter(sender(satker), number, others),
    recommend: (number, satker, ...others) => forms.sendLetter(sender(satker), number, others),
    writeReport: (satker) => forms.writeReport(sender(satker)),
    async conclude(number, satker) {
      await forms.beginTpi(sender(satker));
      await assess(satker, 'tpi');
      await forms.conclude(sender(satker), number);
    },
  };
  return steps;
}

/** The cast is named by its roles: "tpi-ketua" → "tpi.ketua". */
function userOf(role: Role): string {
  return role.replaceAll('-', '.');
}
