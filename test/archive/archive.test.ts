import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { strFromU8, unzipSync } from 'fflate';
import { archiveOf, type ArchiveEntry } from '../../src/archive/archive.js';
import { readZipDirectory } from '../support/read-zip.js';
import { temporaryFolders } from '../support/temporary-folder.js';

const AT = new Date('2026-03-10T02:00:00.000Z');
/** Bytes of the large archive; ZI_FULL=1 makes one that only ZIP64 can hold. */
const LARGE = process.env.ZI_FULL === '1' ? 4.5 * 1024 ** 3 : 64 * 1024 ** 2;
/** Bytes between the files and the reader: the buffers of a few streams, whatever the total. */
const MOST_HELD = 2 * 1024 ** 2;
/** Chunks kept of the end: the directory is in them. */
const TAIL_CHUNKS = 16;
const newFolder = temporaryFolders();

function entry(name: string, text: string): ArchiveEntry {
  const bytes = Buffer.from(text);
  return { path: name, size: bytes.length, open: () => Promise.resolve(Readable.from([bytes])) };
}

async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('an archive', () => {
  it('holds every entry under its path', async () => {
    const entries = [entry('a/indeks.html', '<p>é</p>'), entry('a/Bukti/SK Tim é.pdf', 'isi')];
    const bytes = await bytesOf(archiveOf(entries, AT).stream);
    const files = unzipSync(new Uint8Array(bytes));
    expect(Object.entries(files).map(([name, content]) => [name, strFromU8(content)])).toEqual([
      ['a/indeks.html', '<p>é</p>'],
      ['a/Bukti/SK Tim é.pdf', 'isi'],
    ]);
  });

  it.each([0, 1, 3, 150, 700, 2500])('of %i entries is as long as was said', async (count) => {
    const entries = Array.from({ length: count }, (_, number) =>
      entry(`LKE-52.71-2026/1 Manajemen Perubahan/${'nama panjang '.repeat(6)}${number}.pdf`, 'x'),
    );
    const archive = archiveOf(entries, AT);
    const bytes = await bytesOf(archive.stream);
    expect(bytes.length).toBe(archive.size);
    expect(readZipDirectory(bytes, bytes.length).entries).toHaveLength(count);
  });

  it('opens in an ordinary unzip, with its names', async () => {
    const file = path.join(newFolder(), 'bundel.zip');
    const entries = [entry('b/Notula é.txt', 'satu'), entry('b/c/dua.txt', 'dua')];
    writeFileSync(file, await bytesOf(archiveOf(entries, AT).stream));
    const script =
      'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); print(z.testzip(), z.namelist())';
    for (const [program, args] of [
      ['unzip', ['-t', file]],
      ['python3', ['-c', script, file]],
    ] as const) {
      const said = run(program, args);
      if (said !== null) expect(said).toMatch(/No errors detected|None \['b\/Notula é\.txt'/);
    }
  });

  it('of an entry of unknown size has no length', () => {
    const archive = archiveOf([{ ...entry('a', 'x'), size: null }], AT);
    expect(archive.size).toBeNull();
    archive.abort();
  });

  it.each([
    ['cannot be opened', () => Promise.reject(new Error('hilang'))],
    ['breaks while it is read', () => Promise.resolve(breaking())],
    ['is shorter than was said', () => Promise.resolve(Readable.from([Buffer.from('ab')]))],
    ['is longer than was said', () => Promise.resolve(Readable.from([Buffer.from('abcdef')]))],
  ])('with a file that %s breaks, and never looks whole', async (_title, open) => {
    const archive = archiveOf([entry('a', 'x'), { path: 'b', size: 4, open }], AT);
    await expect(bytesOf(archive.stream)).rejects.toThrow();
  });

  it('stops reading when its reader leaves, and opens no further file', async () => {
    const opened: Readable[] = [];
    const open = () => {
      const source = zeros(8 * 1024 ** 2);
      opened.push(source);
      return Promise.resolve(source);
    };
    const entries = ['a', 'b', 'c'].map((name) => ({ path: name, size: 8 * 1024 ** 2, open }));
    const archive = archiveOf(entries, AT);
    let received = 0;
    const leaving = new Writable({
      write(chunk: Buffer, _encoding, done) {
        received += chunk.length;
        done(received > 1024 ** 2 ? new Error('gone') : null);
      },
    });
    await expect(pipeline(archive.stream, leaving)).rejects.toThrow('gone');
    expect(opened).toHaveLength(1);
    expect(opened[0]?.destroyed).toBe(true);
  });

  it(
    'of many gigabytes passes through without being held',
    async () => {
      const part = LARGE / 4;
      let given = 0;
      const count = (bytes: number): void => void (given += bytes);
      const entries = Array.from({ length: 4 }, (_, number) => ({
        path: `Bukti/besar ${number}.bin`,
        size: part,
        open: () => Promise.resolve(zeros(part, count)),
      }));
      const archive = archiveOf([...entries, entry('indeks.html', 'akhir')], AT);
      let total = 0;
      let held = 0;
      const last: Buffer[] = [];
      for await (const chunk of archive.stream as AsyncIterable<Buffer>) {
        total += chunk.length;
        held = Math.max(held, given - total);
        if (last.push(chunk) > TAIL_CHUNKS) last.shift();
      }
      const tail = Buffer.concat(last);
      expect(total).toBe(archive.size);
      const { entries: found, isZip64 } = readZipDirectory(tail, total);
      expect(isZip64).toBe(LARGE > 4 * 1024 ** 3);
      expect(found.map(({ path: name, size }) => [name, size])).toEqual([
        ...entries.map(({ path: name, size }) => [name, size]),
        ['indeks.html', 5],
      ]);
      expect(found.at(-1)?.offset).toBeGreaterThan(LARGE);
      // What was read from the files and has not come out yet is all that the archive holds.
      expect(held).toBeLessThan(MOST_HELD);
    },
    20 * 60_000,
  );
});

function zeros(size: number, given: (bytes: number) => void = () => undefined): Readable {
  const block = Buffer.alloc(64 * 1024);
  let left = size;
  return new Readable({
    read() {
      const next = Math.min(left, block.length);
      left -= next;
      given(next);
      this.push(next === 0 ? null : block.subarray(0, next));
    },
  });
}

function breaking(): Readable {
  return new Readable({
    read() {
      this.destroy(new Error('disk'));
    },
  });
}

/** What a program says, null where it is not installed. */
function run(program: string, args: readonly string[]): string | null {
  try {
    return execFileSync(program, args, { encoding: 'utf8' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
