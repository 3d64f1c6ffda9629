import { closeSync, fstatSync, openSync, readFileSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { refused, type Outcome } from '../../domain/problem.js';
import { MOST_FILE_BYTES } from './limits.js';
import type { RawWorkbook } from './raw-workbook.js';
import { readRaw } from './read-raw.js';
import type { ReaderReply, ReaderRequest } from './reader-request.js';

/** The reading process: a request per line in, a reply per line out, until nobody asks any more. */
for await (const line of createInterface({ input: process.stdin })) {
  writeAll(`${JSON.stringify(await reply(JSON.parse(line) as ReaderRequest))}\n`);
}

async function reply(request: ReaderRequest): Promise<ReaderReply> {
  try {
    return await answer(request);
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function answer(request: ReaderRequest): Promise<Outcome<unknown>> {
  const bytes = readBytes(request.path);
  const raw = bytes.ok ? readRaw(bytes.value) : bytes;
  if (!raw.ok || request.kind === 'raw') return raw;
  return await recognise(raw.value, request);
}

/** Loaded only for a file that could be read: most refusals need neither instrument nor rules. */
async function recognise(
  raw: RawWorkbook,
  { instrumentId, sheet }: Extract<ReaderRequest, { kind: 'lke' }>,
): Promise<Outcome<unknown>> {
  const { loadInstruments } = await import('../../instruments.js');
  const { recogniseLke } = await import('../recognise/recognise-lke.js');
  const instrument = loadInstruments().instrument(instrumentId);
  return recogniseLke(raw, instrument, sheet === null ? {} : { sheet });
}

function readBytes(path: string): Outcome<Buffer> {
  const file = openSync(path, 'r');
  try {
    if (fstatSync(file).size > MOST_FILE_BYTES) {
      return refused('', 'workbook-too-large', { max: MOST_FILE_BYTES });
    }
    return { ok: true, value: readFileSync(file) };
  } finally {
    closeSync(file);
  }
}

/** A pipe takes what fits; the rest follows when it was read. */
function writeAll(text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) at += writeSome(bytes, at);
}

function writeSome(bytes: Buffer, at: number): number {
  try {
    return writeSync(process.stdout.fd, bytes, at);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return 0;
    throw error;
  }
}
