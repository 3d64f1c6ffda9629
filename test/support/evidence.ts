import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type request from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { tokenFrom, type TestApp } from './app.js';

export interface SentFile {
  readonly name: string;
  readonly bytes: Buffer;
  /** What the browser claims it is; never believed. */
  readonly type?: string;
}

/** Posts a form with files as a browser would: the token first, the files in the field "files". */
export async function postFiles(
  agent: TestAgent,
  url: string,
  files: readonly SentFile[],
  fields: Readonly<Record<string, string>> = {},
): Promise<request.Response> {
  let post = agent.post(url).field('_csrf', await tokenFrom(agent));
  for (const [name, value] of Object.entries(fields)) post = post.field(name, value);
  for (const { name, bytes, type } of files) {
    post = post.attach('files', bytes, {
      filename: name,
      contentType: type ?? 'application/octet-stream',
    });
  }
  return post;
}

/** Every file in the evidence folder, staged ones included. */
export function storedFiles(zi: TestApp): string[] {
  const folder = join(zi.folder, 'evidence');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
}

/** Names and links of one satker's evidence, and how many rows of each table there are. */
export async function evidenceState(zi: TestApp) {
  const { db } = zi.deps.store;
  const evidence = await db.selectFrom('evidence').selectAll().orderBy('id').execute();
  const versions = await db.selectFrom('evidence_version').selectAll().orderBy('id').execute();
  const links = await db
    .selectFrom('evidence_link')
    .innerJoin('evidence_version', 'evidence_version.id', 'evidence_link.evidence_version_id')
    .select(['indicator_code as code', 'evidence_link.evidence_id', 'number', 'checklist_code'])
    .select('evidence_link.id')
    .orderBy('indicator_code')
    .orderBy('evidence_link.id')
    .execute();
  const history = await db
    .selectFrom('history')
    .select(['action', 'subject'])
    .where('action', 'like', 'evidence.%')
    .orderBy('seq')
    .execute();
  return { evidence, versions, links, history };
}

export async function setSetting(zi: TestApp, key: string, value: number): Promise<void> {
  await zi.deps.store.write((tx) =>
    tx
      .insertInto('setting')
      .values({ key, value: JSON.stringify(value) })
      .execute(),
  );
}
