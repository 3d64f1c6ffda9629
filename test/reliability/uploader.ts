import { pdfOf } from '../access/places.js';
import { httpClient, multipart, type HttpClient } from '../support/http-client.js';
import { ONE_REQUEST, orGone, type WriterOptions } from './writer.js';

/** One signed-in person who adds one evidence after the other, each with its own bytes. */
export interface Uploader {
  readonly satker: string;
  /** Names whose upload was answered with 303. */
  readonly acknowledged: string[];
  moveTo(url: string): void;
  work(onSaved: () => void): Promise<void>;
}

export async function hireUploader(options: Omit<WriterOptions, 'code'>): Promise<Uploader> {
  const { satker, year } = options;
  let client = httpClient(options.url, ONE_REQUEST);
  await client.signIn(options.username);
  const token = await client.token();
  let count = 0;
  const uploader: Uploader = {
    satker,
    acknowledged: [],
    moveTo(url) {
      const { cookie } = client;
      client = httpClient(url, ONE_REQUEST);
      client.cookie = cookie;
    },
    async work(onSaved) {
      for (;;) {
        count += 1;
        const name = `bukti ${satker} ke-${count}`;
        if (!(await upload(client, `/lke/${satker}/${year}/bukti/baru`, token, name))) return;
        uploader.acknowledged.push(name);
        onSaved();
      }
    },
  };
  return uploader;
}

async function upload(
  client: HttpClient,
  path: string,
  token: string,
  name: string,
): Promise<boolean> {
  const bytes = pdfOf(name);
  const body = multipart([
    { name: '_csrf', value: token },
    { name: 'name', value: name },
    { name: 'kind', value: 'sk' },
    { name: 'files', file: 'sk.pdf', type: 'application/pdf', bytes },
  ]);
  const reply = await orGone(client.send('POST', path, body));
  if (reply === null) return false;
  if (reply.status !== 303) throw new Error(`${path} answered ${reply.status} to an upload`);
  return true;
}
