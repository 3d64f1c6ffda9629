import { createHash, randomBytes } from 'node:crypto';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import type { BlobStore } from './blob-store.js';
import { digestOf } from './copy-file.js';
import { blobPath, openBlobFolder } from './folder-blob-store.js';

let folder: string;
let blobs: BlobStore;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tapak-'));
  blobs = await openBlobFolder(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const HOUR_MS = 60 * 60 * 1000;
const LIMIT = 1024 * 1024;
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

async function keep(bytes: Buffer): Promise<string> {
  const staged = await blobs.stage(Readable.from([bytes]), LIMIT);
  if (staged === null) throw new Error('refused');
  await blobs.keep(staged);
  return staged.sha256;
}

async function kept(): Promise<string[]> {
  const hashes: string[] = [];
  for await (const { sha256 } of blobs.list()) hashes.push(sha256);
  return hashes;
}

const incoming = (): string[] => readdirSync(join(folder, 'incoming'));

function makeOld(path: string): void {
  const longAgo = new Date('2020-01-01T00:00:00Z');
  utimesSync(path, longAgo, longAgo);
}

describe('staging', () => {
  it('counts and hashes what came, in pieces of any size', async () => {
    const bytes = randomBytes(200_000);
    const pieces = [bytes.subarray(0, 1), bytes.subarray(1, 70_000), bytes.subarray(70_000)];
    const staged = await blobs.stage(Readable.from(pieces), LIMIT);
    expect(staged).toMatchObject({ size: 200_000, sha256: hashOf(bytes) });
    expect(readFileSync(staged?.path ?? '')).toEqual(bytes);
    expect(await kept()).toEqual([]);
  });

  it.each([
    ['exactly the limit is taken', 100, true],
    ['one byte more is refused', 101, false],
    ['far more is refused', 5000, false],
  ])('%s', async (_, size, taken) => {
    const staged = await blobs.stage(Readable.from([Buffer.alloc(size, 1)]), 100);
    expect(staged !== null).toBe(taken);
    expect(incoming()).toHaveLength(taken ? 1 : 0);
  });

  it('what follows after the limit flows away, and a later break harms nobody', async () => {
    const source = new PassThrough();
    source.write(Buffer.alloc(101));
    expect(await blobs.stage(source, 100)).toBeNull();
    const ended = new Promise((resolve) => source.once('close', resolve));
    source.write(Buffer.alloc(500_000));
    source.destroy(new Error('cut'));
    await ended;
    expect(incoming()).toEqual([]);
  });

  it.each([
    ['breaks with an error', (source: PassThrough) => source.destroy(new Error('cut'))],
    ['is closed before its end', (source: PassThrough) => source.destroy()],
  ])('an upload that %s leaves nothing behind', async (_, cut) => {
    const source = new PassThrough();
    const staging = blobs.stage(source, LIMIT);
    source.write(Buffer.alloc(50_000));
    cut(source);
    await expect(staging).rejects.toThrow();
    expect(incoming()).toEqual([]);
    expect(await kept()).toEqual([]);
  });

  it('a discarded one is gone', async () => {
    const staged = await blobs.stage(Readable.from([Buffer.from('a')]), LIMIT);
    if (staged !== null) await blobs.discard(staged);
    expect(incoming()).toEqual([]);
  });
});

describe('keeping', () => {
  it('stores under the hash, two levels deep, readable by the owner only', async () => {
    const bytes = randomBytes(10_000);
    const sha256 = await keep(bytes);
    const path = join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    expect(readFileSync(path)).toEqual(bytes);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(await blobs.has(sha256)).toBe(true);
    expect(await digestOf(blobs.read(sha256))).toEqual({ size: 10_000, sha256 });
    expect(incoming()).toEqual([]);
  });

  it('the same content twice is one file', async () => {
    const bytes = Buffer.from('sama');
    expect(await keep(bytes)).toBe(await keep(bytes));
    expect(await kept()).toEqual([hashOf(bytes)]);
  });

  it('a removed one is gone, and removing it again is no error', async () => {
    const sha256 = await keep(Buffer.from('a'));
    await blobs.remove(sha256);
    await blobs.remove(sha256);
    expect(await blobs.has(sha256)).toBe(false);
  });

  it('lists every file with its size', async () => {
    const sizes = new Map<string, number>();
    for (const size of [0, 1, 5000]) sizes.set(await keep(Buffer.alloc(size, size)), size);
    const listed = new Map<string, number>();
    for await (const { sha256, size } of blobs.list()) listed.set(sha256, size);
    expect(listed).toEqual(sizes);
  });
});

describe('only a hash becomes a path', () => {
  it.each([
    '',
    'abc',
    '../../etc/passwd',
    `${'a'.repeat(63)}/`,
    'A'.repeat(64),
    `${'a'.repeat(64)}\n`,
    'g'.repeat(64),
    'a'.repeat(65),
  ])('%j is refused', async (name) => {
    expect(() => blobPath(folder, name)).toThrow('not a SHA-256');
    expect(() => blobs.read(name)).toThrow('not a SHA-256');
    expect(() => blobs.has(name)).toThrow('not a SHA-256');
    expect(() => blobs.remove(name)).toThrow('not a SHA-256');
  });
});

describe('sweeping', () => {
  const nobody = async (): Promise<boolean> => false;

  it('takes old files nobody uses and spares used and young ones', async () => {
    const [used, unused, young] = [
      await keep(Buffer.from('used')),
      await keep(Buffer.from('unused')),
      await keep(Buffer.from('young')),
    ];
    for (const sha256 of [used, unused]) makeOld(blobPath(folder, sha256));
    expect(await blobs.sweep(async (sha256) => sha256 === used, HOUR_MS)).toBe(1);
    expect(await kept()).toEqual([used, young].sort());
    expect(await blobs.has(unused)).toBe(false);
  });

  it('takes what interrupted uploads left, but not a running one', async () => {
    const [left, running] = [
      await blobs.stage(Readable.from([Buffer.from('a')]), LIMIT),
      await blobs.stage(Readable.from([Buffer.from('b')]), LIMIT),
    ];
    makeOld(left?.path ?? '');
    expect(await blobs.sweep(nobody, HOUR_MS)).toBe(1);
    expect(incoming().map((name) => join(folder, 'incoming', name))).toEqual([running?.path]);
  });

  it('content kept again during the sweep stays', async () => {
    const bytes = Buffer.from('again');
    const sha256 = await keep(bytes);
    makeOld(blobPath(folder, sha256));
    let asked = 0;
    const usedMeanwhile = async (): Promise<boolean> => {
      asked += 1;
      if (asked === 1) await keep(bytes);
      return false;
    };
    expect(await blobs.sweep(usedMeanwhile, HOUR_MS)).toBe(0);
    expect(await kept()).toEqual([sha256]);
  });

  it('content that gained a row during the sweep stays', async () => {
    const sha256 = await keep(Buffer.from('row'));
    makeOld(blobPath(folder, sha256));
    let asked = 0;
    expect(await blobs.sweep(async () => ++asked > 1, HOUR_MS)).toBe(0);
    expect(await kept()).toEqual([sha256]);
  });

  it('what an interrupted sweep had set aside comes back when it is used', async () => {
    const sha256 = await keep(Buffer.from('aside'));
    renameSync(blobPath(folder, sha256), join(folder, 'incoming', sha256));
    expect(await blobs.sweep(async () => true, 0)).toBe(0);
    expect(await kept()).toEqual([sha256]);
  });
});
