import { join } from 'node:path';
import { MATARAM } from '../../fixtures/cast.js';
import { tableHashes } from '../../src/db/table-hashes.js';
import { fileKinds } from '../hostile/kinds/file-kinds.js';
import { answer } from '../support/answering.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { storedFiles } from '../support/evidence.js';
import { filledFile } from '../support/filled-file.js';
import { IMPORTS, upload } from '../support/importing.js';
import { readableText } from '../support/reading.js';
import { Sqlite } from '../../src/db/sqlite.js';

/** Files that are no .xlsx, through the page: each is told what it is, and nothing is kept of it. */
describe('the import page', () => {
  let zi: TestApp;
  beforeAll(async () => {
    zi = await startTestApp();
    await answer(zi, MATARAM, { 'A.I.1.i.a': 'Ya' });
  });
  afterAll(() => zi.close());

  function everything(): Readonly<Record<string, unknown>> {
    const db = new Sqlite(join(zi.folder, 'tapak.sqlite'), { readonly: true });
    try {
      return { ...tableHashes(db), files: storedFiles(zi) };
    } finally {
      db.close();
    }
  }

  it.each([
    ['an .xlsb', 'lke.xlsb', 'format biner Excel (.xlsb)'],
    ['an .xlsb', 'lke.xlsx', 'format biner Excel (.xlsb)'],
    ['an .ods', 'lke.ods', 'format OpenDocument (.ods)'],
    ['an .ods', 'lke.xlsx', 'format OpenDocument (.ods)'],
    ['a CSV with semicolons', 'lke.csv', 'berisi teks (CSV), bukan lembar kerja'],
    ['a CSV in UTF-16', 'lke.xlsx', 'berisi teks (CSV), bukan lembar kerja'],
    ['a workbook with a password', 'lke.xlsx', 'terkunci kata sandi'],
    ['an .xls of Excel 97', 'lke.xls', '.xls'],
    ['an .xls of Excel 5', 'lke.xlsx', '.xls'],
    ['random bytes', 'lke.xlsx', 'bukan lembar kerja Excel'],
    ['random bytes behind a ZIP signature', 'lke.xlsx', 'rusak'],
    ['a ZIP with a workbook in it', 'lke.xlsx', 'arsip ZIP yang memuat lembar kerja'],
  ])('refuses %s named %s and keeps nothing', async (kind, name, sentence) => {
    const bytes = fileKinds.find((one) => one.name === kind)?.bytes();
    if (bytes === undefined) throw new Error(`no kind ${kind}`);
    await refused(bytes, name, sentence);
  });

  it.each([0.1, 0.5, 0.99])('refuses a worksheet of ours cut off at %p', (part) => {
    const whole = filledFile();
    return refused(whole.subarray(0, Math.floor(whole.length * part)), 'lke.xlsx', 'rusak');
  });

  async function refused(bytes: Buffer, name: string, sentence: string): Promise<void> {
    const lead = await zi.signIn('ketua.mataram');
    await lead.get(IMPORTS).expect(200);
    const before = everything();
    const reply = await upload(lead, bytes, name);
    const page = readableText(reply.text);
    expect(reply.status).toBe(422);
    expect(page).toContain(sentence);
    expect(page).toContain('Tidak ada data yang berubah');
    expect(everything()).toEqual(before);
  }
});
