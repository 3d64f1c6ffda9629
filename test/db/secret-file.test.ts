import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { secretOf } from '../../src/db/secret-file.js';
import { temporaryFolders } from '../support/temporary-folder.js';

const newFolder = temporaryFolders();

describe('a secret of the data folder', () => {
  it('is made once, for its owner only, and leaves no draft', () => {
    const folder = newFolder();
    const made = secretOf(folder, 'share-secret');
    expect(made).toMatch(/^[0-9a-f]{64}$/);
    expect(secretOf(folder, 'share-secret')).toBe(made);
    expect(secretOf(folder, 'session-secret')).not.toBe(made);
    expect(readdirSync(folder).sort()).toEqual(['session-secret', 'share-secret']);
    expect(statSync(join(folder, 'share-secret')).mode & 0o077).toBe(0);
  });

  it.each(['', '\n', 'abc123'])('is refused where the file was cut to %j', (cut) => {
    const folder = newFolder();
    writeFileSync(join(folder, 'share-secret'), cut);
    expect(() => secretOf(folder, 'share-secret')).toThrow('damaged');
  });
});
