import type TestAgent from 'supertest/lib/agent.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { at, fieldsOf, fill, LKE, savesInHistory, send, stored } from '../support/filling.js';
import { readableText } from '../support/reading.js';

const TEAM = 'A.I.1.i.a';
const HOUR = 60 * 60 * 1000;

let zi: TestApp;
let ketua: TestAgent;
beforeEach(async () => {
  zi = await startTestApp();
  ketua = await zi.signIn('ketua.mataram');
});
afterEach(() => zi.close());

const read = async (agent: TestAgent, url: string) => readableText((await agent.get(url)).text);

/** Answers every indicator of an area through the form, by its first offer or the fields given. */
async function fillArea(area: string, numbers: Record<string, Record<string, string>>) {
  const { areas } = zi.deps.instruments.instrument('lke-2026');
  for (const indicator of areas.find(({ key }) => key === area)?.indicators ?? []) {
    const first = indicator.type === 'choice' ? (indicator.options[0]?.letter ?? '') : '';
    const typed = indicator.type === 'choice' ? { letter: first } : numbers[indicator.code];
    if (typed === undefined) throw new Error(`nothing to type for ${indicator.code}`);
    expect((await fill(ketua, indicator.code, typed)).status).toBe(303);
  }
}

describe('filling', () => {
  it('one indicator tells what it brought and shows it on every page', async () => {
    const saved = await fill(ketua, TEAM, { letter: 'Ya', note: 'SK Nomor 12 Tahun 2026' });
    expect(saved.status).toBe(303);
    const page = await read(ketua, saved.headers['location'] ?? '');
    expect(page).toContain('A.I.1.i.a tersimpan 10 Maret 2026 10.00 WITA. Poin 0 → 0,25.');
    expect(page).toContain('Nilai total 0,00 → 0,25.');
    expect(page).toContain('Ya = 1 → 0,25 dari 0,25 poin');
    expect(page).toContain('Disimpan 10 Maret 2026 10.00 WITA oleh Lalu Suryadi');
    expect(page).toContain('SK Nomor 12 Tahun 2026');
    expect(await read(ketua, `${LKE}/area/1`)).toContain('1 dari 16 terisi');
    expect(await read(ketua, LKE)).toContain('1 dari 113');
  });

  it('a form without the field of the note leaves the note as it is, an empty one clears it', async () => {
    await fill(ketua, TEAM, { letter: 'Ya', note: 'SK Nomor 12 Tahun 2026' });
    const fields = await fieldsOf(ketua, TEAM);
    delete fields['note'];
    expect((await send(ketua, at(TEAM), { ...fields, letter: 'Tidak' })).status).toBe(303);
    expect((await stored(zi)).row(TEAM)).toMatchObject({
      value: { letter: 'Tidak' },
      note: 'SK Nomor 12 Tahun 2026',
    });
    const stale = await send(ketua, at(TEAM), fields);
    expect(stale.status).toBe(409);
    expect(readableText(stale.text)).toContain('SK Nomor 12 Tahun 2026');
    const refused = await send(ketua, at(TEAM), { ...fields, letter: 'Z' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('SK Nomor 12 Tahun 2026</textarea>');
    await fill(ketua, TEAM, { note: '' });
    expect((await stored(zi)).row(TEAM)?.note).toBe('');
  });

  it('an area moves its score and its gate, whose minimum is never read as a maximum', async () => {
    expect(await read(ketua, `${LKE}/area/1`)).toContain(
      '0,00 %; minimum 60,00 % Kurang 4,80 poin',
    );
    await fillArea('1', {
      'A.II.1.i.a': { 'count-agen': '7', 'count-perubahan': '7' },
      'A.II.1.i.b': { 'count-terintegrasi': '7' },
    });
    const page = await read(ketua, `${LKE}/area/1`);
    expect(page).toContain('Nilai area 8,00 dari 8');
    expect(page).toContain('100,00 %; minimum 60,00 % Terpenuhi');
    expect(page).toContain('16 dari 16 terisi Lengkap');
    expect(await read(ketua, LKE)).toContain('Area 1: Manajemen Perubahan 100,00 % 60,00 %');
    expect((await stored(zi)).faults).toEqual([]);
  });

  it('says what the next better option adds and which gates it touches', async () => {
    await fill(ketua, 'A.I.1.i.b', { letter: 'B' });
    const page = await read(ketua, at('A.I.1.i.b'));
    expect(page).toContain('B = 0,5 → 0,125 dari 0,25 poin');
    expect(page).toContain('Jawaban A menambah 0,125 poin.');
    expect(page).toContain('Sub-komponen A.I.1.i 0,125 dari 0,5 menjadi 0,25');
    expect(page).toContain('Pengungkit: 0,125; minimum 40,00 Kurang 39,875 poin');
  });

  it('a survey index at 3,60 is exactly at its minimum and passes', async () => {
    await fill(ketua, 'B.I.a', { index: '3,60' });
    const page = await read(ketua, at('B.I.a'));
    expect(page).toContain('3,6 ÷ 4 × 17,5 = 15,75 poin');
    expect(page).toContain('(IPAK): 15,75; minimum 15,75 (indeks 3,60) Terpenuhi');
  });

  it('a count asked twice is typed once and shown where it was typed', async () => {
    await fill(ketua, 'A.II.1.i.a', { 'count-agen': '7', 'count-perubahan': '9' });
    const page = await ketua.get(at('A.II.1.i.b'));
    expect(page.text).not.toContain('name="count-perubahan"');
    expect(readableText(page.text)).toContain('9 diisi satu kali di A.II.1.i.a');
    await fill(ketua, 'A.II.1.i.b', { 'count-terintegrasi': '6', 'count-perubahan': '1' });
    expect((await stored(zi)).row('A.II.1.i.b')?.value).toEqual({
      kind: 'counts',
      counts: { perubahan: 9, terintegrasi: 6 },
    });
    expect(await read(ketua, at('A.II.1.i.a'))).toContain('9 ÷ 7 = 1,2857, dihitung 1');
  });

  it('a computed total is shown, never taken from the form', async () => {
    const typed = { 'count-kepala': '1', 'count-pejabat': '4', 'count-lainnya': '0' };
    await fill(ketua, 'A.II.5.iii.a', { ...typed, 'count-lapor': '4', 'count-wajib': '1' });
    const page = await read(ketua, at('A.II.5.iii.a'));
    expect(page).toContain('5 dijumlahkan otomatis');
    expect(page).toContain('4 ÷ 5 = 0,8 → 0,8 dari 1 poin');
  });

  it('numbers that look wrong are a warning, not a refusal', async () => {
    const typed = { 'count-harus': '4', 'count-proses': '2', 'count-selesai': '3' };
    expect((await fill(ketua, 'A.II.5.ii.a', typed)).status).toBe(303);
    expect(await read(ketua, at('A.II.5.ii.a'))).toContain('Periksa lagi.');
  });

  it('a zero denominator counts as filled, is worth 0 and asks for a reason', async () => {
    await fill(ketua, 'A.II.4.i.a', { 'count-sasaran': '0', 'count-tercapai': '0' });
    const page = await read(ketua, at('A.II.4.i.a'));
    expect(page).toContain('Tidak dapat dihitung');
    expect(page).toContain('Tulis alasannya di catatan.');
    expect(page).toContain('ketentuan aplikasi');
    expect(await read(ketua, `${LKE}/area/4?saring=tidak-terhitung`)).toContain('A.II.4.i.a');
    await fill(ketua, 'A.II.4.i.a', { note: 'Sasaran kinerja belum ditetapkan' });
    expect(await read(ketua, at('A.II.4.i.a'))).not.toContain('Tulis alasannya');
  });

  it('no complaints at all is worth 1 and waits for TPI', async () => {
    const typed = { 'count-harus': '0', 'count-proses': '0', 'count-selesai': '0' };
    await fill(ketua, 'A.II.5.ii.a', typed);
    const page = await read(ketua, at('A.II.5.ii.a'));
    expect(page).toContain('3 dari 3 poin');
    expect(page).toContain('Menunggu penilaian TPI');
  });

  it('an answer can be cleared; its note stays', async () => {
    await fill(ketua, TEAM, { letter: 'Ya', note: 'SK 12' });
    const cleared = await fill(ketua, TEAM, { clear: '1' });
    expect(await read(ketua, cleared.headers['location'] ?? '')).toContain(
      'A.I.1.i.a tersimpan 10 Maret 2026 10.00 WITA; jawabannya kosong. Poin 0,25 → 0.',
    );
    expect((await stored(zi)).row(TEAM)).toMatchObject({ value: null, note: 'SK 12' });
  });

  it('goes on to the next unanswered indicator of the person', async () => {
    const anggota = await zi.signIn('anggota2.mataram');
    const saved = await fill(anggota, 'B.II.a', { index: '3,2', then: 'next' });
    expect(saved.headers['location']).toMatch(/\/jawaban\/A\.I\.4\.i\.a\?tersimpan=B\.II\.a&/);
    expect(await read(anggota, saved.headers['location'] ?? '')).toContain('B.II.a tersimpan');
    const first = await anggota.get(`${LKE}/belum-terisi`);
    expect(first.headers['location']).toBe(at('A.I.4.i.a'));
  });

  it('a notice is not believed once the answer has changed again', async () => {
    const saved = await fill(ketua, TEAM, { letter: 'Ya' });
    await fill(ketua, TEAM, { letter: 'Tidak' });
    expect(await read(ketua, saved.headers['location'] ?? '')).not.toContain('tersimpan 10 Maret');
  });

  it('a notice is believed only as the session that saved has written it', async () => {
    const saved = await fill(ketua, TEAM, { letter: 'Ya' });
    const own = saved.headers['location'] ?? '';
    expect(await read(ketua, own)).toContain('A.I.1.i.a tersimpan');
    const colleague = await zi.signIn('ketua.mataram');
    for (const [agent, forged] of [
      [ketua, `${at(TEAM)}?tersimpan=${TEAM}&versi=1&poin=99&nilai=99`],
      [ketua, own.replace('poin=0&', 'poin=99&')],
      [ketua, own.replace('nilai=0', 'nilai=99')],
      [ketua, own.replace(`${TEAM}?`, 'A.I.1.i.b?')],
      [colleague, own],
    ] as const) {
      expect(forged === own && agent === ketua).toBe(false);
      const page = await read(agent, forged);
      expect(page).not.toContain('A.I.1.i.a tersimpan');
      expect(page).not.toContain('99');
    }
  });

  it('saving what is stored already says so with its time, not that nothing happened', async () => {
    await fill(ketua, TEAM, { letter: 'Ya' });
    zi.clock.advance(60_000);
    const again = await fill(ketua, TEAM, {});
    const page = await read(ketua, again.headers['location'] ?? '');
    expect(page).toContain('A.I.1.i.a sudah tersimpan 10 Maret 2026 10.00 WITA.');
  });
});

describe('an area list', () => {
  it('narrows to what is unanswered or has no evidence', async () => {
    await fill(ketua, TEAM, { letter: 'Ya' });
    await fill(ketua, 'A.I.1.ii.a', { letter: 'Tidak' });
    const open = await read(ketua, `${LKE}/area/1?saring=belum-terisi`);
    expect(open).toContain('A.I.1.i.b');
    expect(open).not.toContain('A.I.1.i.a ');
    const unproven = await read(ketua, `${LKE}/area/1?saring=tanpa-bukti`);
    expect(unproven).toContain('A.I.1.i.a');
    expect(unproven).not.toContain('A.I.1.ii.a');
    expect(await read(ketua, `${LKE}/area/hasil?saring=tanpa-bukti`)).toContain(
      'Tidak ada indikator di saringan ini',
    );
  });
});

describe('a session that ends in the middle of a form', () => {
  it('loses nothing: the text is shown as not yet saved and can be saved', async () => {
    const fields = await fieldsOf(ketua, TEAM);
    zi.clock.advance(2 * HOUR);
    const late = await ketua
      .post(at(TEAM))
      .set('Referer', `http://127.0.0.1${at(TEAM)}`)
      .set('Host', '127.0.0.1')
      .type('form')
      .send({ ...fields, letter: 'Ya', note: 'Ditulis sebelum sesi berakhir' });
    expect(late.headers['location']).toBe(`/masuk?ke=${encodeURIComponent(at(TEAM))}`);
    expect(await savesInHistory(zi)).toBe(0);
    await signInAgain(ketua, 'ketua.mataram');
    const page = await ketua.get(at(TEAM));
    const text = readableText(page.text);
    expect(text).toContain('Belum tersimpan. Sesi Anda berakhir');
    expect(text).toContain('Ditulis sebelum sesi berakhir');
    expect(page.text).toMatch(/value="Ya" checked/);
    expect((await stored(zi)).rows.size).toBe(0);
    expect((await fill(ketua, TEAM, { letter: 'Ya', note: 'Ditulis' })).status).toBe(303);
    expect((await stored(zi)).row(TEAM)?.note).toBe('Ditulis');
  });
});

async function signInAgain(agent: TestAgent, username: string): Promise<void> {
  const page = await agent.get('/masuk');
  const _csrf = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const password = 'tenun-sasambo-2026';
  expect((await send(agent, '/masuk', { _csrf, username, password })).status).toBe(303);
}
