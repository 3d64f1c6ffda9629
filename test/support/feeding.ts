import request from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { pdfFile } from '../../fixtures/example-files.js';
import type { ProposalTable } from '../../src/db/schema-share.js';
import { claimKey } from '../../src/domain/lke/assessment.js';
import type { AnswerValue } from '../../src/domain/scoring/answer.js';
import type { Tx } from '../../src/db/store.js';
import { findLke, readClaims, refreshScore, type Lke } from '../../src/features/lke/store.js';
import type { Instruments } from '../../src/instruments.js';
import { tokenFrom, type TestApp } from './app.js';
import { bestAnswer } from './assessing.js';
import { postFiles } from './evidence.js';
import { completeLke, sendForm, submit } from './submitting.js';

/** TPI has assessed every indicator at its best, with a survey index of 3.75. */
async function assessAll(tx: Tx, instruments: Instruments, lke: Lke): Promise<void> {
  const claimOf = await readClaims(tx, lke.id);
  const { indicators } = instruments.instrument(lke.instrumentId);
  for (const indicator of indicators) {
    const of = { lke_id: lke.id, tier: 'tpi', indicator_code: indicator.code } as const;
    const value: AnswerValue =
      indicator.type === 'index' ? { kind: 'index', index: '3.75' } : bestAnswer(indicator);
    await tx
      .insertInto('answer')
      .values({
        ...of,
        value: JSON.stringify(value),
        note: '',
        version: 1,
        updated_by: null,
        updated_at: '2026-05-01T01:00:00.000Z',
      })
      .execute();
    const claim = claimKey(claimOf(indicator.code));
    await tx
      .insertInto('assessment')
      .values({ ...of, reason: '', claim, round: 1 })
      .execute();
  }
  await refreshScore(tx, instruments, lke, 'tpi', new Date('2026-05-01T01:00:00.000Z'));
}

export const FEED_BASE = '/api/portalrb-kpu';

/** What every refusal looks like; `code` by status. */
export const FEED_ERROR = {
  error: true,
  code: expect.any(String) as string,
  message: expect.any(String) as string,
};

type Typed = Readonly<Record<string, string>>;

/** Turning the feed on, making tokens, asking as the portal does, and somebody to be listed. */
export interface FeedSteps {
  turnOn(fields?: Typed): Promise<void>;
  /** The token as the page shows it, once. */
  makeToken(fields?: Typed): Promise<string>;
  ask(path: string, token?: string | null): request.Test;
  /** Complete, submitted, assessed by TPI and proposed; `meanwhile` before it is submitted. */
  proposed(
    satker: string,
    lead: string,
    category?: ProposalTable['category'],
    meanwhile?: (lead: TestAgent) => Promise<unknown>,
  ): Promise<void>;
}

const ADMIN = '/admin/portalrb';
const CODE = 'A.I.1.i.a';

export function feedSteps(zi: TestApp, admin: TestAgent): FeedSteps {
  return {
    async turnOn(fields = {}) {
      const wanted = { enabled: 'on', base: 'portalrb-kpu', year: '2026', ...fields };
      const { status } = await sendForm(admin, ADMIN, ADMIN, wanted);
      if (status !== 303) throw new Error(`the feed was not turned on: ${status}`);
    },
    async makeToken(fields = {}) {
      const wanted = { name: 'PortalRB', list: 'on', read: 'on', year: '', ...fields };
      const html = (await admin.get(ADMIN)).text;
      const key = /name="key" value="([^"]+)"/.exec(html)?.[1] ?? '';
      const _csrf = await tokenFrom(admin);
      const sent = Object.entries({ _csrf, key, ...wanted }).filter(([, value]) => value !== 'off');
      const reply = await admin.post(`${ADMIN}/token`).type('form').send(Object.fromEntries(sent));
      const token = /id="token" value="([^"]+)"/.exec(reply.text)?.[1];
      if (token === undefined) throw new Error(`no token: ${reply.status}`);
      return token;
    },
    ask(path, token = null) {
      const get = request(zi.app).get(`${FEED_BASE}${path}`);
      return token === null ? get : get.set('Authorization', `Bearer ${token}`);
    },
    async proposed(satker, lead, category = 'WBK', meanwhile) {
      await completeLke(zi, satker);
      const person = await zi.signIn(lead);
      const bytes = pdfFile([satker]);
      const at = `/lke/${satker}/2026/jawaban/${CODE}/bukti`;
      await postFiles(person, at, [{ name: 'sk.pdf', bytes }]);
      await meanwhile?.(person);
      const { status } = await submit(person, satker);
      if (status !== 303) throw new Error(`submitting ${satker}: ${status}`);
      await propose(zi, satker, category);
    },
  };
}

async function propose(
  { deps }: TestApp,
  satker: string,
  category: ProposalTable['category'],
): Promise<void> {
  const lke = await findLke(deps.store.db, satker, 2026);
  if (lke === null) throw new Error('no LKE');
  await deps.store.write(async (tx) => {
    await assessAll(tx, deps.instruments, lke);
    const target = category === 'WBBM' ? 'wbbm' : 'wbk';
    await tx.updateTable('lke').set({ stage: 'tpn', target }).where('id', '=', lke.id).execute();
    await tx
      .insertInto('proposal')
      .values({
        lke_id: lke.id,
        category,
        afirmasi: category === 'WBK-AFIRMASI' ? 1 : 0,
        letter_number: '12/PW.01/2026',
        letter_day: '2026-05-20',
        proposed_by: null,
        proposed_by_name: 'Penilai pusat',
        proposed_at: deps.clock().toISOString(),
      })
      .execute();
  });
}
