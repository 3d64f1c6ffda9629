import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MATARAM } from '../../fixtures/cast.js';
import { appendHistory } from '../../src/db/history.js';
import type { HistoryEntry } from '../../src/db/store.js';
import { projectRoot } from '../../src/project-root.js';
import { actionText } from '../../src/text/messages/history.js';
import { answer } from '../support/answering.js';
import { readableText } from '../support/reading.js';
import { completeLke, sendForm, submit } from '../support/submitting.js';
import { postForm, startTestApp, type TestApp } from '../support/app.js';

const PAGE = `/lke/${MATARAM}/2026/riwayat`;

/** The list as a person reads it: one text per entry, newest first. */
function entriesOf(html: string): string[] {
  const body = /<tbody>([\s\S]*?)<\/tbody>/.exec(html)?.[1] ?? '';
  return body
    .split('</tr>')
    .map((row) => readableText(row))
    .filter((text) => text !== '');
}

describe('the history of an LKE', () => {
  let zi: TestApp;
  beforeEach(async () => {
    zi = await startTestApp();
  });
  afterEach(() => zi.close());

  const read = async (username: string, query = ''): Promise<string> => {
    const agent = await zi.signIn(username);
    return (await agent.get(`${PAGE}${query}`).expect(200)).text;
  };

  const write = (entry: HistoryEntry, name = 'Lalu Suryadi', at = zi.clock.now): Promise<unknown> =>
    zi.deps.store.write((tx) =>
      appendHistory(tx, { userId: 1, name, role: 'ketua', origin: 'web 10.1.2.3' }, entry, at),
    );

  const own = { satkerCode: MATARAM, year: 2026 };

  it('goes on telling the satker what came back while the next round is assessed', async () => {
    const LKE = `/lke/${MATARAM}/2026`;
    const [lead, province] = [await zi.signIn('ketua.mataram'), await zi.signIn('provinsi')];
    const assess = async (reason: string) => {
      const page = `${LKE}/tinjauan/pendahuluan/A.I.1.i.b`;
      expect((await sendForm(province, page, page, { letter: 'B', reason })).status).toBe(303);
    };
    await completeLke(zi, MATARAM);
    expect((await submit(lead, MATARAM)).status).toBe(303);
    await assess('Notula belum ada.');
    expect(await read('ketua.mataram')).not.toContain('Notula belum ada.');
    const back = { reason: 'Lengkapi.', opens: 'semua' };
    const page = `${LKE}/pengembalian`;
    expect((await sendForm(province, page, page, back)).status).toBe(303);
    expect(await read('ketua.mataram')).toContain('Notula belum ada.');
    expect((await submit(lead, MATARAM)).status).toBe(303);
    await assess('Notula tanpa tanda tangan.');
    const text = await read('ketua.mataram');
    expect(text).toContain('Notula belum ada.');
    expect(text).toContain('LKE dikembalikan');
    expect(text).not.toContain('Notula tanpa tanda tangan.');
  });

  it('says in words what an answer was and is', async () => {
    await answer(zi, MATARAM, { 'A.I.1.i.a': 'Ya' }, { 'A.I.1.i.a': 'SK 12 ditetapkan.' });
    await answer(zi, MATARAM, { 'A.I.1.i.a': 'Tidak' }, { 'A.I.1.i.a': 'SK 12 dicabut.' });
    const [newest = '', oldest = ''] = entriesOf(await read('ketua.mataram'));
    expect(newest).toContain('Jawaban disimpan');
    expect(newest).toMatch(/A\.I\.1\.i\.a \S/);
    expect(newest).toContain('Jawaban: semula Ya → menjadi Tidak');
    expect(newest).toContain('Catatan: semula SK 12 ditetapkan. → menjadi SK 12 dicabut.');
    expect(newest).toContain('10 Maret 2026 10.00 WITA');
    expect(newest).toContain('Lalu Suryadi, Ketua tim ZI');
    expect(oldest).toContain('Jawaban: Ya');
    expect(newest + oldest).not.toMatch(/[{}"]/);
  });

  it('names every count of a numeric answer, and an index with a comma', async () => {
    await answer(zi, MATARAM, { 'A.II.1.i.a': { agen: 7, perubahan: 1234 }, 'B.I.a': '3,60' });
    const text = entriesOf(await read('ketua.mataram')).join('\n');
    expect(text).toMatch(/Jawaban: .*: 7; .*: 1\.234/);
    expect(text).toContain('Jawaban: 3,6');
  });

  it('tells of evidence, teams, predikat, dates and targets in words', async () => {
    const link = { evidenceId: 3, name: 'SK Tim', version: 2, checklistCode: 'A.I.1.i.a-1' };
    await write({ action: 'evidence.link', subject: 'A.I.1.i.a', ...own, after: link });
    const file = { name: 'SK Tim', kind: 'sk', fileName: 'sk.pdf', size: 1_250_000 };
    await write({ action: 'evidence.add', subject: '3', ...own, after: file });
    const withdrawn = { name: 'SK Tim', withdrawn: true, reason: 'Salah satker.' };
    await write({ action: 'evidence.withdraw', subject: '3', ...own, after: withdrawn });
    const back = { before: withdrawn, after: { name: 'SK Tim', withdrawn: false } };
    await write({ action: 'evidence.withdraw', subject: '3', ...own, ...back });
    const team = { satkerCode: MATARAM, subject: 'anggota.mataram' };
    const areas = { before: { areas: ['1'] }, after: { areas: ['1', 'hasil'] } };
    await write({ action: 'team.areas', ...team, ...areas });
    await write({
      action: 'lke.target',
      subject: MATARAM,
      ...own,
      before: { target: 'wbk' },
      after: { target: 'wbbm' },
    });
    const [target = '', teams = '', restored = '', gone = '', added = '', linked = ''] = entriesOf(
      await read('ketua.mataram'),
    );
    expect(target).toContain('Sasaran: semula Menuju WBK → menjadi Menuju WBBM');
    expect(teams).toContain('Pembagian area diubah anggota.mataram');
    expect(teams).toContain('Area: semula Area 1 → menjadi Area 1, Hasil');
    expect(restored).toContain('Penarikan bukti dibatalkan Bukti nomor 3');
    expect(gone).toContain('Bukti ditarik');
    expect(gone).toContain('Alasan: Salah satker.');
    expect(added).toContain('Jenis: Surat keputusan');
    expect(added).toContain('Ukuran: 1,3 MB');
    expect(linked).toContain('Bukti dikaitkan dengan indikator A.I.1.i.a');
    expect(linked).toContain('Versi: 2');
  });

  it('tells what was taken away as a fact, not as something emptied', async () => {
    const before = { evidenceId: 3, name: 'SK Tim', version: 2, checklistCode: null };
    await write({ action: 'evidence.unlink', subject: 'A.I.1.i.a', ...own, before });
    const [entry = ''] = entriesOf(await read('ketua.mataram'));
    expect(entry).toContain('Bukti dilepas dari indikator A.I.1.i.a');
    expect(entry).toContain('Nama: SK Tim');
    expect(entry).not.toContain('kosong');
  });

  it('shows what an administrator did to the satker and decided for the year', async () => {
    const admin = await zi.signIn('admin');
    await postForm(admin, `/admin/satker/${MATARAM}`, {
      name: 'KPU Kota Mataram Baru',
      djpb: '658258',
      zone: 'Asia/Makassar',
      version: '1',
    });
    await postForm(admin, `/admin/satker/${MATARAM}/predikat`, {
      kind: 'wbk',
      year: '2024',
      decree: '9/2024',
      day: '',
      by: 'tpn',
    });
    await postForm(admin, '/admin/tahun/2026/tanggal', {
      'd-mandiri-tutup': '2026-04-15',
      version: '1',
    });
    const [dates = '', predikat = '', satker = ''] = entriesOf(await read('anggota.mataram'));
    expect(dates).toContain('Penilaian mandiri ditutup: 15 April 2026');
    expect(predikat).toContain('Predikat dicatat Menuju WBK 2024');
    expect(predikat).toContain('Ditetapkan oleh: TPN (Kementerian PANRB)');
    expect(satker).toContain('Nama: semula KPU Kota Mataram → menjadi KPU Kota Mataram Baru');
    expect(satker).toContain('Baiq Nurhayati, Administrator');
  });

  it('never shows another satker, another year, or what concerns no satker', async () => {
    await write({ action: 'answer.record', subject: 'A.I.1.i.a', satkerCode: '52.72', year: 2026 });
    await write({ action: 'answer.record', subject: 'A.I.1.i.b', satkerCode: MATARAM, year: 2025 });
    await write({ action: 'user.disable', subject: 'seseorang' });
    await write({ action: 'setting.edit', subject: 'evidence', after: { perIndicator: 9 } });
    expect(entriesOf(await read('ketua.mataram'))).toEqual([]);
    expect(entriesOf(await read('admin'))).toEqual([]);
    expect(readableText(await read('admin'))).toContain('Belum ada perubahan');
  });

  it('shows addresses of people and machines to lead and administrator alone', async () => {
    const after = { username: 'baru', name: 'Orang Baru', email: 'baru@kpu.example', roles: [] };
    await write({ action: 'user.create', subject: 'baru', satkerCode: MATARAM, after });
    for (const username of ['ketua.mataram', 'admin']) {
      const page = readableText(await read(username));
      expect(page).toContain('dari alamat 10.1.2.3');
      expect(page).toContain('baru@kpu.example');
    }
    for (const username of ['anggota.mataram', 'provinsi', 'pusat', 'tpi.ketua']) {
      const page = readableText(await read(username));
      expect(page).toContain('Orang Baru');
      expect(page).not.toContain('10.1.2.3');
      expect(page).not.toContain('baru@kpu.example');
    }
  });

  it('shows number and code of the newest entry, and what they are for', async () => {
    await write({ action: 'answer.record', subject: 'A.I.1.i.a', satkerCode: '52.72', year: 2026 });
    const page = readableText(await read('ketua.mataram'));
    const head = await zi.deps.store.db
      .selectFrom('history')
      .select(['seq', 'hash'])
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    expect(page).toContain(`Nomor riwayat terakhir di seluruh aplikasi: ${head.seq}`);
    expect(page).toContain(head.hash);
    expect(page).toContain('tercetak di lembar kerja');
  });

  describe('narrowed', () => {
    beforeEach(async () => {
      const day = (text: string) => new Date(text);
      const answered = (subject: string) => ({ action: 'answer.record', subject, ...own });
      await write(answered('A.I.1.i.a'), 'Lalu Suryadi', day('2026-03-09T15:59:59Z'));
      await write(answered('A.I.2.i.a'), 'Ni Luh Ayu Lestari', day('2026-03-09T16:00:00Z'));
      const evidence = {
        action: 'evidence.add',
        subject: '4',
        ...own,
        after: { name: 'Foto Apel' },
      };
      await write(evidence, 'Lalu Suryadi', day('2026-03-10T15:59:59Z'));
      const invited = { action: 'team.invite', subject: 'apel', satkerCode: MATARAM };
      await write(invited, 'Lalu Suryadi', day('2026-03-10T16:00:00Z'));
    });

    it.each([
      ['', 4],
      ['?pelaku=Ni Luh Ayu Lestari', 1],
      ['?pelaku=Orang Lain', 0],
      ['?kelompok=jawaban', 2],
      ['?kelompok=bukti', 1],
      ['?kelompok=tim', 1],
      ['?kelompok=tahun', 0],
      ['?cari=A.I.2.i.a', 1],
      ['?cari=a.i.', 2],
      ['?cari=foto', 1],
      ['?cari=%25', 0],
      ['?dari=2026-03-10', 3],
      ['?sampai=2026-03-09', 1],
      ['?dari=2026-03-10&sampai=2026-03-10', 2],
      ['?dari=2026-03-11', 1],
      ['?dari=kemarin&kelompok=x', 4],
    ])('by %j has %d entries', async (query, count) => {
      expect(entriesOf(await read('ketua.mataram', query))).toHaveLength(count);
    });

    it('keeps what was chosen in the form', async () => {
      const page = await read('ketua.mataram', '?kelompok=bukti&dari=2026-03-01&cari=foto');
      expect(page).toContain('<option value="bukti" selected>');
      expect(page).toContain('name="dari" value="2026-03-01"');
      expect(page).toContain('name="cari" value="foto"');
    });
  });

  it('is read in pages of twenty-five, older and newer', async () => {
    for (let number = 1; number <= 60; number += 1) {
      await write({ action: 'team.invite', subject: `orang${number}`, satkerCode: MATARAM });
    }
    const next = (html: string) =>
      /rel="next" href="[^"?]*([^"]*)"/.exec(html)?.[1]?.replaceAll('&#x3D;', '=');
    const previous = (html: string) =>
      /rel="prev" href="[^"?]*([^"]*)"/.exec(html)?.[1]?.replaceAll('&#x3D;', '=');
    const first = await read('ketua.mataram');
    expect(readableText(first)).toContain('25 dari 60 perubahan');
    expect(entriesOf(first)[0]).toContain('orang60');
    expect(previous(first)).toBeUndefined();
    const second = await read('ketua.mataram', next(first));
    expect(entriesOf(second)[0]).toContain('orang35');
    const third = await read('ketua.mataram', next(second));
    expect(entriesOf(third)).toHaveLength(10);
    expect(next(third)).toBeUndefined();
    const back = await read('ketua.mataram', previous(third));
    expect(entriesOf(back)).toEqual(entriesOf(second));
  });

  it('folds a long text but keeps all of it', async () => {
    const note = 'Kegiatan internalisasi. '.repeat(40).trim();
    const after = { value: null, note };
    await write({ action: 'answer.record', subject: 'A.I.1.i.a', ...own, after });
    const page = await read('ketua.mataram');
    expect(page).toContain('<details><summary>Kegiatan internalisasi.');
    expect(page).toContain(note);
  });

  it('shows hostile text as text', async () => {
    const after = { value: null, note: '<script>alert(1)</script>' };
    await write({ action: 'answer.record', subject: '"><b>', ...own, after });
    const page = await read('ketua.mataram');
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it.each(['ketua.mataram', 'anggota2.mataram', 'provinsi', 'pusat', 'tpi.dalnis', 'admin'])(
    'is open to %s',
    async (username) => {
      await read(username);
    },
  );

  it('is not open to a reader who may only read and export', async () => {
    const evaluator = await zi.signIn('evaluator');
    await evaluator.get(PAGE).expect(403);
  });

  it.each(['ketua.bima', 'provinsi.bali'])('does not exist for %s', async (username) => {
    const agent = await zi.signIn(username);
    const foreign = await agent.get(PAGE).expect(404);
    const missing = await agent.get('/lke/99.99/2026/riwayat').expect(404);
    expect(readableText(foreign.text)).toBe(readableText(missing.text));
  });
});

describe('the words of the history', () => {
  it('know every action that the product writes', () => {
    const files = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard', 'src'], {
      cwd: projectRoot(),
      encoding: 'utf8',
    })
      .split('\0')
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
    const written = files.flatMap((file) => {
      const source = readFileSync(path.join(projectRoot(), file), 'utf8');
      return [...source.matchAll(/action: (?:\| )?('[a-z.-]+'(?:\s*\| '[a-z.-]+')*)/g)]
        .flatMap(([, actions = '']) => actions.match(/[a-z.-]{3,}/g) ?? [])
        .filter((action) => action.includes('.'));
    });
    expect(written.length).toBeGreaterThan(20);
    expect([...new Set(written)].filter((action) => !(action in actionText))).toEqual([]);
  });
});
