import { MATARAM } from '../../fixtures/cast.js';
import { postForm, startTestApp, type TestApp } from '../support/app.js';
import { postFiles, setSetting } from '../support/evidence.js';
import { aJpg, aPdf } from '../support/files.js';
import { readableText } from '../support/reading.js';

const lke = `/lke/${MATARAM}/2026`;
const answer = `${lke}/jawaban/A.I.1.i.a`;

describe('the evidence of an indicator, on its page', () => {
  let zi: TestApp;
  beforeEach(async () => {
    zi = await startTestApp();
    const ketua = await zi.signIn('ketua.mataram');
    await postFiles(ketua, `${answer}/bukti`, [{ name: 'SK Tim.pdf', bytes: aPdf() }], {
      documentDay: '2026-01-12',
      periodFrom: '2026-01-01',
      validUntil: '2026-03-09',
      physicalLocation: 'Map 1',
      checklist: 'A.I.1.i.a-1',
    });
  });
  afterEach(() => zi.close());

  it('shows what is known of it and opens it beside the criteria', async () => {
    const ketua = await zi.signIn('ketua.mataram');
    const page = await ketua.get(answer).expect(200);
    const text = readableText(page.text);
    expect(text).toContain('1 bukti (paling banyak 20)');
    expect(text).toContain('SK Tim Versi 1 · PDF');
    expect(text).toContain('Tanggal dokumen 12 Januari 2026');
    expect(text).toContain('Periode sejak 1 Januari 2026');
    expect(text).toContain('Tersedia fisik di Map 1');
    expect(text).toContain('10 Maret 2026 10.00 WITA oleh Lalu Suryadi');
    expect(text).toContain('Masa berlaku berakhir 9 Maret 2026.');
    expect(page.text).toContain(`href="${lke}/bukti/1/versi/1/pratinjau"`);
    expect(page.text).toContain(`action="${answer}/bukti"`);
    const form = page.text.indexOf(`action="${answer}/bukti"`);
    const token = page.text.indexOf('name="_csrf"', form);
    expect(token).toBeLessThan(page.text.indexOf('type="file"', form));
  });

  it('does not ask any longer why there is no evidence, and asks again once it is gone', async () => {
    const ketua = await zi.signIn('ketua.mataram');
    const title = 'Mengapa jawaban ini belum mempunyai bukti';
    const said = { reason: 'Dokumen fisik di ruang arsip.', version: '0' };
    await postForm(ketua, `${answer}/alasan-tanpa-bukti`, said);
    expect(readableText((await ketua.get(answer)).text)).not.toContain(title);
    await postForm(ketua, `${answer}/bukti/1/pelepasan`, {});
    const bare = readableText((await ketua.get(answer)).text);
    expect(bare).toContain(title);
    expect(bare).toContain(said.reason);
  });

  it('tells of a newer version, of purged bytes, and nothing of what was withdrawn', async () => {
    const ketua = await zi.signIn('ketua.mataram');
    const newer = [{ name: 'SK baru.pdf', bytes: aPdf('baru') }];
    await postFiles(ketua, `${lke}/bukti/1/versi`, newer, { version: '1' });
    expect(readableText((await ketua.get(answer)).text)).toContain(
      'Ada versi lebih baru (versi 2).',
    );
    const admin = await zi.signIn('admin');
    const purge = { number: '1', reason: 'Data pribadi', confirmation: 'HAPUS' };
    await postForm(admin, `${lke}/bukti/1/penghapusan-isi`, purge);
    const purged = readableText((await ketua.get(answer)).text);
    expect(purged).toContain('Belum ada bukti');
    expect(purged).toContain('Isi berkas sudah dihapus administrator');
    await postForm(ketua, `${lke}/bukti/1/penarikan`, { reason: 'Salah', version: '3' });
    const withdrawn = (await ketua.get(answer)).text;
    expect(readableText(withdrawn)).not.toContain('SK Tim Versi');
  });

  it('has no form at its limit, for readers, or for another area', async () => {
    await setSetting(zi, 'evidence.per-indicator', 1);
    const ketua = await zi.signIn('ketua.mataram');
    const full = await ketua.get(answer).expect(200);
    expect(readableText(full.text)).toContain('batas paling banyak');
    expect(full.text).not.toContain('type="file"');
    for (const username of ['anggota2.mataram', 'provinsi', 'evaluator']) {
      const reader = await zi.signIn(username);
      const page = await reader.get(answer).expect(200);
      expect(readableText(page.text)).toContain('SK Tim Versi 1');
      expect(page.text).not.toContain('type="file"');
      expect(readableText(page.text)).not.toContain('Lepaskan');
    }
  });

  it('confirms what was attached', async () => {
    const ketua = await zi.signIn('ketua.mataram');
    await postFiles(ketua, `${answer}/bukti`, [{ name: 'foto.jpg', bytes: aJpg() }]);
    const page = await ketua.get(answer).expect(200);
    expect(readableText(page.text)).toContain('Berhasil. 1 bukti terlampir pada A.I.1.i.a.');
  });
});
