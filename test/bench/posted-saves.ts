import { CAST_YEAR, MATARAM } from '../../fixtures/cast.js';
import { answerPath, filled, openAnswer } from '../support/answer-form.js';
import { httpClient } from '../support/http-client.js';
import { openRaw, rawRequest } from './raw-client.js';
import { NOTE, SAVED_CODE } from './saves.js';
import type { Served } from './served.js';

export interface PostedSaver {
  /** One save as a browser posts it; resolves with the answer 303. */
  save(): Promise<void>;
  close(): void;
}

/** Signs in, opens the form of one indicator and posts it over and over on one connection. */
export async function postedSaver(server: Served, username: string): Promise<PostedSaver> {
  const client = httpClient(`http://127.0.0.1:${server.port}`);
  await client.signIn(username);
  const path = answerPath(MATARAM, CAST_YEAR, SAVED_CODE);
  const form = await openAnswer(client, path);
  const connection = await openRaw(server.port);
  const headers = {
    Cookie: client.cookie,
    'Content-Type': 'application/x-www-form-urlencoded',
  };
  let version = form.version;
  return {
    async save() {
      const fields = filled(form, version, `${NOTE} (${version})`, version);
      const body = new URLSearchParams(fields).toString();
      const { status } = await connection.send(rawRequest('POST', path, headers, body));
      if (status !== 303) throw new Error(`the save was answered ${status}`);
      version += 1;
    },
    close: () => connection.close(),
  };
}
