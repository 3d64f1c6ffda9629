import type { Response } from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { findLke, type Lke } from '../../src/features/lke/store.js';
import { answer } from './answering.js';
import type { TestApp } from './app.js';
import { formsIn } from './html.js';
import { fullInput } from './sheets.js';

/** Every indicator at its best, and each explained where there is no evidence. */
export async function completeLke(zi: TestApp, satkerCode: string): Promise<Lke> {
  await answer(zi, satkerCode, fullInput('best'));
  const lke = await lkeOf(zi, satkerCode);
  await explainAll(zi, lke);
  return lkeOf(zi, satkerCode);
}

export async function lkeOf({ deps }: TestApp, satkerCode: string): Promise<Lke> {
  const lke = await findLke(deps.store.db, satkerCode, 2026);
  if (lke === null) throw new Error(`no LKE of ${satkerCode}`);
  return lke;
}

async function explainAll({ deps }: TestApp, lke: Lke): Promise<void> {
  const { indicators } = deps.instruments.instrument(lke.instrumentId);
  await deps.store.write(async (tx) => {
    for (const { code } of indicators) {
      await tx
        .insertInto('no_evidence_reason')
        .values({
          lke_id: lke.id,
          indicator_code: code,
          reason: 'Dokumen fisik di ruang arsip.',
          version: 1,
          updated_by: null,
          updated_at: deps.clock().toISOString(),
        })
        .execute();
    }
  });
}

/** Opens a page, takes the form to `action`, changes fields and sends it as a browser would. */
export async function sendForm(
  agent: TestAgent,
  page: string,
  action: string,
  changed: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const html = (await agent.get(page).expect(200)).text;
  const form = formsIn(html).find((one) => one.action === action);
  if (form === undefined) throw new Error(`${page} has no form to ${action}`);
  return agent
    .post(action)
    .type('form')
    .send({ ...form.fields, ...changed });
}

/** The lead hands a complete LKE in through the page. */
export async function submit(lead: TestAgent, satkerCode: string): Promise<Response> {
  const at = `/lke/${satkerCode}/2026/pengajuan`;
  return sendForm(lead, at, at, { checked: 'on' });
}
