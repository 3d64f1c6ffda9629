import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Express } from 'express';
import { pino } from 'pino';
import request from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { CAST, CAST_PASSWORD, CAST_YEAR, DENPASAR, NTB_SATKER } from '../../fixtures/cast.js';
import { createApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { openDeps } from '../../src/serve.js';
import type { Deps } from '../../src/web/deps.js';
import { refreshScore } from '../../src/features/lke/store.js';
import { hashPassword } from '../../src/features/sign-in/password.js';

/** A clock that stands still until a test moves it. */
export interface TestClock {
  now: Date;
  advance(ms: number): void;
}

export interface TestApp {
  readonly app: Express;
  readonly deps: Deps;
  readonly clock: TestClock;
  readonly folder: string;
  /** An agent that went through the real sign-in form. */
  signIn(username: string, password?: string): Promise<TestAgent>;
  close(): Promise<void>;
}

const TEST_NOW = '2026-03-10T02:00:00.000Z';

/** The real app on a real database in a folder of its own, with the cast and their LKEs. */
export async function startTestApp(env: NodeJS.ProcessEnv = {}): Promise<TestApp> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tapak-'));
  const config = readConfig({ ZI_DATA: folder, ZI_REQUESTS_PER_MINUTE: '1000000', ...env });
  if (!config.ok) throw new Error(config.faults.join('; '));
  const clock = testClock();
  const deps = await openDeps(config.config, pino({ level: 'silent' }), () => clock.now);
  await seedCast(deps);
  const app = createApp(deps, 'a secret of the tests');
  return {
    app,
    deps,
    clock,
    folder,
    signIn: (username, password = CAST_PASSWORD) => signIn(app, username, password),
    close: async () => {
      await deps.jobs.stop();
      await deps.store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The session's form token, read from a page as a browser would. */
export async function tokenFrom(agent: TestAgent, url = '/sandi'): Promise<string> {
  const page = await agent.get(url);
  return tokenIn(page.text);
}

export function tokenIn(html: string): string {
  const token = /name="_csrf" value="([^"]+)"/.exec(html)?.[1];
  if (token === undefined) throw new Error('the page has no form token');
  return token;
}

/** Posts a form as a browser would: urlencoded, with the token of the session. */
export async function postForm(
  agent: TestAgent,
  url: string,
  fields: Record<string, string>,
): Promise<request.Response> {
  const _csrf = await tokenFrom(agent);
  return agent
    .post(url)
    .type('form')
    .send({ _csrf, ...fields });
}

async function signIn(app: Express, username: string, password: string): Promise<TestAgent> {
  const agent = request.agent(app);
  const page = await agent.get('/masuk');
  const response = await agent
    .post('/masuk')
    .type('form')
    .send({ _csrf: tokenIn(page.text), username, password });
  if (response.status !== 303) throw new Error(`sign-in of ${username}: ${response.status}`);
  return agent;
}

function testClock(): TestClock {
  const clock: TestClock = {
    now: new Date(TEST_NOW),
    advance: (ms) => {
      clock.now = new Date(clock.now.getTime() + ms);
    },
  };
  return clock;
}

let castHash: Promise<string> | undefined;

/** People, roles, areas, the year and an LKE (target WBK) for every satker of the cast. */
async function seedCast(deps: Deps): Promise<void> {
  castHash ??= hashPassword(CAST_PASSWORD);
  const password_hash = await castHash;
  const at = deps.clock().toISOString();
  await deps.store.write(async (tx) => {
    await tx
      .insertInto('year')
      .values({
        year: CAST_YEAR,
        instrument_id: 'lke-2026',
        ruleset_id: 'zi-2026',
        internal_target: null,
        created_at: at,
        version: 1,
      })
      .execute();
    for (const satker_code of [...NTB_SATKER, DENPASAR]) {
      const { id } = await tx
        .insertInto('lke')
        .values({
          satker_code,
          year: CAST_YEAR,
          target: 'wbk',
          stage: 'pengisian',
          created_at: at,
          version: 1,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      const scored = { id, instrumentId: 'lke-2026', rulesetId: 'zi-2026' };
      await refreshScore(tx, deps.instruments, scored, 'mandiri', deps.clock());
    }
    for (const person of CAST) {
      const { id } = await tx
        .insertInto('user')
        .values({
          username: person.username,
          email: null,
          name: person.name,
          password_hash,
          disabled_at: null,
          created_at: at,
          version: 1,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      for (const { role, satker } of person.roles) {
        await tx
          .insertInto('user_role')
          .values({ user_id: id, role, satker_code: satker, created_at: at })
          .execute();
      }
      for (const area of person.areas ?? []) {
        const satker_code = person.roles[0]?.satker ?? '';
        await tx.insertInto('area_assignment').values({ user_id: id, satker_code, area }).execute();
      }
    }
  });
}
