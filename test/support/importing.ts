import type { Response } from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { tokenFrom } from './app.js';
import { LKE } from './filling.js';
import { formTo } from './html.js';

export const IMPORTS = `${LKE}/impor`;

/** Sends a file through the form of the page. */
export async function upload(
  agent: TestAgent,
  bytes: Buffer,
  name = 'lke-mataram.xlsx',
  page = IMPORTS,
): Promise<Response> {
  return agent
    .post(page)
    .field('_csrf', await tokenFrom(agent))
    .attach('file', bytes, name);
}

/** The address of the preview that an upload made. */
export async function previewed(
  agent: TestAgent,
  bytes: Buffer,
  name?: string,
  page = IMPORTS,
): Promise<string> {
  const reply = await upload(agent, bytes, name, page);
  const { location } = reply.headers as { location?: string };
  if (reply.status !== 303 || location === undefined) {
    throw new Error(`upload answered ${reply.status}: ${reply.text.slice(0, 3000)}`);
  }
  return location;
}

/** The boxes of a preview as a browser would send them untouched. */
export async function boxesOf(
  agent: TestAgent,
  preview: string,
  filter = '',
): Promise<Record<string, string>> {
  const page = await agent.get(filter === '' ? preview : `${preview}?tampilan=${filter}`);
  return { ...formTo(page.text, `${preview}/penerapan`).fields };
}

/** Applies a preview as it stands, with some boxes changed ("" takes the tick away). */
export async function applied(
  agent: TestAgent,
  preview: string,
  changed: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const boxes = { ...(await boxesOf(agent, preview)), ...changed };
  const sent = Object.entries(boxes).filter(([, value]) => value !== '');
  return agent.post(`${preview}/penerapan`).type('form').send(Object.fromEntries(sent));
}
