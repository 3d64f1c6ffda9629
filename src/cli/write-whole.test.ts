import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { refusalOf, writeWhole } from './write-whole.js';

describe('a file that is written whole or not at all', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'zi-whole-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('holds everything that came', async () => {
    const out = path.join(folder, 'berkas.zip');
    const content = Readable.from([Buffer.from('satu '), Buffer.from('dua')]);
    expect(await writeWhole(out, content)).toEqual({ ok: true, value: null });
    expect(readFileSync(out, 'utf8')).toBe('satu dua');
  });

  it.each([
    ['a folder that is not there', 'tidak/ada.zip'],
    ['a name that no disk takes', 'n'.repeat(300)],
  ])('is refused for %s, and nothing of it is read', async (_, name) => {
    const content = Readable.from([Buffer.from('satu')]);
    expect(await writeWhole(path.join(folder, name), content)).toEqual({
      ok: false,
      problems: [{ field: 'out', code: 'file-unwritable' }],
    });
    expect(content.destroyed).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is no file where its content breaks off, and the place is not blamed for it', async () => {
    const gone = Object.assign(new Error('evidence is gone'), { code: 'ENOENT' });
    const content = Readable.from(
      (async function* breaking() {
        yield Buffer.from('satu');
        await Promise.reject(gone);
      })(),
    );
    await expect(writeWhole(path.join(folder, 'berkas.zip'), content)).rejects.toBe(gone);
    expect(readdirSync(folder)).toEqual([]);
  });
});

it('says that there is no room where the disk is full', () => {
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  expect([refusalOf(full), refusalOf(new Error('else'))]).toEqual(['file-no-room', null]);
});
