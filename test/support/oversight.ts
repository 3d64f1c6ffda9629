import type TestAgent from 'supertest/lib/agent.js';
import { NTB } from '../../fixtures/cast.js';
import type { Stage } from '../../src/domain/lke/stages.js';
import { refreshScore } from '../../src/features/lke/store.js';
import type { TestApp } from './app.js';
import { readableText } from './reading.js';

export const OVERSIGHT = `/pengawasan/${NTB}/2026`;
export const DAY_MS = 24 * 60 * 60 * 1000;

export async function readPage(agent: TestAgent, url: string): Promise<string> {
  return readableText((await agent.get(url).expect(200)).text);
}

/** The names in the order of the rows. */
export async function namesIn(agent: TestAgent, url: string): Promise<readonly string[]> {
  const { text } = await agent.get(url).expect(200);
  return [...text.matchAll(/<th scope="row">(?:<a [^>]*>)?([^<]*)/g)].map(([, name = '']) =>
    name.trim(),
  );
}

/** Where the links of a page lead. */
export async function hrefsIn(agent: TestAgent, url: string): Promise<readonly string[]> {
  const { text } = await agent.get(url).expect(200);
  return [...text.matchAll(/ href="([^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='),
  );
}

export async function rowOf(agent: TestAgent, url: string, name: string): Promise<string> {
  const { text } = await agent.get(url).expect(200);
  const row = text.split('<tr>').find((one) => one.includes(`>${name}<`)) ?? '';
  return readableText(`<main>${row.split('</tr>')[0] ?? ''}</main>`);
}

/** What a page says below one heading, up to the next of its rank. */
export async function sectionOf(agent: TestAgent, url: string, heading: string): Promise<string> {
  const { text } = await agent.get(url).expect(200);
  const part = text.split('<section').find((one) => one.includes(`>${heading}</h2>`)) ?? '';
  return readableText(`<main>${(part.split('</section>')[0] ?? '').replace(/^[^>]*>/, '')}</main>`);
}

export async function setDate({ deps }: TestApp, code: string, day: string): Promise<void> {
  await deps.store.write((tx) =>
    tx.insertInto('year_date').values({ year: 2026, code, satker_code: '', day }).execute(),
  );
}

/** A year before the one of the cast, with the stages that its LKE were left at. */
export async function openEarlierYear(
  { deps }: TestApp,
  year: number,
  stages: Readonly<Record<string, Stage>>,
): Promise<void> {
  const created_at = deps.clock().toISOString();
  await deps.store.write(async (tx) => {
    const rules = { instrument_id: 'lke-2026', ruleset_id: 'zi-2026', internal_target: null };
    await tx
      .insertInto('year')
      .values({ year, ...rules, created_at, version: 1 })
      .execute();
    for (const [satker_code, stage] of Object.entries(stages)) {
      const row = { satker_code, year, target: 'wbk', stage, created_at, version: 1 } as const;
      const { id } = await tx
        .insertInto('lke')
        .values(row)
        .returning('id')
        .executeTakeFirstOrThrow();
      const scored = { id, instrumentId: 'lke-2026', rulesetId: 'zi-2026' };
      await refreshScore(tx, deps.instruments, scored, 'mandiri', deps.clock());
    }
  });
}
