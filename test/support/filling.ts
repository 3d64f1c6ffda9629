import type { Response } from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { MATARAM } from '../../fixtures/cast.js';
import type { IndicatorCode } from '../../src/domain/instrument/instrument.js';
import { findLke, readAnswers, readScore } from '../../src/features/lke/store.js';
import { verifyScores } from '../../src/features/lke/verify-scores.js';
import type { TestApp } from './app.js';
import { formTo } from './html.js';

export const LKE = `/lke/${MATARAM}/2026`;
export const at = (code: string): string => `${LKE}/jawaban/${code}`;

/** Opens the indicator as a browser would, changes some fields and sends the form. */
export async function fill(
  agent: TestAgent,
  code: string,
  changed: Record<string, string>,
): Promise<Response> {
  return send(agent, at(code), { ...(await fieldsOf(agent, code)), ...changed });
}

/** What a browser would send untouched. */
export async function fieldsOf(agent: TestAgent, code: string): Promise<Record<string, string>> {
  const page = await agent.get(at(code));
  return { ...formTo(page.text, at(code)).fields };
}

export function send(
  agent: TestAgent,
  url: string,
  fields: Record<string, string>,
): Promise<Response> {
  return agent.post(url).type('form').send(fields);
}

/** What is stored of Mataram's own tier. */
export async function stored({ deps }: TestApp) {
  const { db } = deps.store;
  const lke = await findLke(db, MATARAM, 2026);
  if (lke === null) throw new Error('no LKE');
  const rows = await readAnswers(db, lke.id, 'mandiri');
  return {
    row: (code: string) => rows.get(code as IndicatorCode),
    rows,
    score: await readScore(db, lke.id, 'mandiri'),
    faults: (await verifyScores(deps.store, deps.instruments)).faults,
  };
}

/** Number of entries in the history about answers. */
export async function savesInHistory({ deps }: TestApp): Promise<number> {
  const rows = await deps.store.db
    .selectFrom('history')
    .select('seq')
    .where('action', '=', 'answer.record')
    .execute();
  return rows.length;
}

export async function setStage({ deps }: TestApp, stage: string): Promise<void> {
  await deps.store.write((tx) =>
    tx.updateTable('lke').set({ stage }).where('satker_code', '=', MATARAM).execute(),
  );
}
