import { answerPath, filled, openAnswer, type AnswerForm } from '../support/answer-form.js';
import { httpClient, type HttpClient } from '../support/http-client.js';

/** One signed-in person who saves one indicator over and over and remembers what was confirmed. */
export interface Writer {
  readonly satker: string;
  readonly code: string;
  /** Notes whose save was answered with 303, in order. */
  readonly acknowledged: string[];
  /** The note of a save that got no answer; it may or may not have been stored. */
  pending: string | null;
  /** Goes to another process of the same product with the same cookie. */
  moveTo(url: string): void;
  /** Saves until the server is gone. */
  work(onSaved: () => void): Promise<void>;
}

export interface WriterOptions {
  readonly url: string;
  readonly username: string;
  readonly satker: string;
  readonly year: number;
  readonly code: string;
}

/** A connection that breaks must mean that the server is gone, not that it was kept too long. */
export const ONE_REQUEST = { keepAlive: false };

export async function hireWriter(options: WriterOptions): Promise<Writer> {
  const { satker, code } = options;
  const path = answerPath(satker, options.year, code);
  let client = httpClient(options.url, ONE_REQUEST);
  await client.signIn(options.username);
  let count = 0;
  const writer: Writer = {
    satker,
    code,
    acknowledged: [],
    pending: null,
    moveTo(url) {
      const { cookie } = client;
      client = httpClient(url, ONE_REQUEST);
      client.cookie = cookie;
    },
    async work(onSaved) {
      const form = await orGone(openAnswer(client, path));
      if (form === null) return;
      writer.pending = null;
      for (let version = form.version; ; version += 1) {
        count += 1;
        const note = `${satker} ${code} simpanan ke-${count}`;
        writer.pending = note;
        if (!(await save(client, form, count, note, version))) return;
        writer.acknowledged.push(note);
        writer.pending = null;
        onSaved();
      }
    },
  };
  return writer;
}

/** True when it was confirmed, false when the server is gone. */
async function save(
  client: HttpClient,
  form: AnswerForm,
  n: number,
  note: string,
  version: number,
): Promise<boolean> {
  const reply = await orGone(client.post(form.path, filled(form, n, note, version)));
  if (reply === null) return false;
  if (reply.status !== 303) throw new Error(`${form.path} answered ${reply.status} to a save`);
  return true;
}

/** Null when the connection broke, which is what kill -9 does. */
export async function orGone<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    // Not `instanceof`: errors of the socket come from outside the test's own globals.
    const { code = '' } = error as { readonly code?: string };
    if (/^(?:ECONNRESET|ECONNREFUSED|EPIPE)$/.test(code)) return null;
    throw error;
  }
}
