import type TestAgent from 'supertest/lib/agent.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { at, fieldsOf, fill, LKE, savesInHistory, send, setStage } from '../support/filling.js';
import { stored } from '../support/filling.js';
import { readableText } from '../support/reading.js';

let zi: TestApp;
let ketua: TestAgent;
beforeAll(async () => {
  zi = await startTestApp();
  ketua = await zi.signIn('ketua.mataram');
});
afterAll(() => zi.close());

describe('input that is refused, with what was typed kept and nothing changed', () => {
  it.each([
    ['a letter of another scale', 'A.I.1.i.a', 'letter', 'B', 'Pilih salah satu: Ya/Tidak.'],
    ['a letter outside the scale', 'A.I.1.i.b', 'letter', 'D', 'Pilih salah satu: A/B/C.'],
    ['a number below 0', 'A.II.4.i.a', 'count-sasaran', '-1', 'tidak boleh kurang dari 0'],
    ['a fraction in a count', 'A.II.4.i.a', 'count-sasaran', '2,5', 'Jumlah harus bilangan bulat'],
    ['a count with a point', 'A.II.4.i.a', 'count-sasaran', '1.234', 'Jumlah harus bilangan bulat'],
    ['a quotient in a count', 'A.II.4.i.a', 'count-sasaran', '1/2', 'Jumlah harus bilangan bulat'],
    ['words in a count', 'A.II.4.i.a', 'count-sasaran', 'tujuh', 'Jumlah harus bilangan bulat'],
    [
      'a count above 999,999,999',
      'A.II.4.i.a',
      'count-sasaran',
      '1000000000',
      'Paling banyak 999.999.999.',
    ],
    ['an index above 4', 'B.I.a', 'index', '4,01', 'Indeks harus antara 0 dan 4.'],
    ['an index below 0', 'B.I.a', 'index', '-1', 'Indeks harus antara 0 dan 4.'],
    ['an index with two commas', 'B.I.a', 'index', '3,6,0', 'boleh dengan satu koma desimal'],
    ['a quotient as an index', 'B.I.a', 'index', '1/2', 'boleh dengan satu koma desimal'],
    ['a note beyond its limit', 'A.I.1.i.a', 'note', 'x'.repeat(32_001), 'Isian terlalu panjang.'],
  ])('%s', async (_title, code, field, typed, sentence) => {
    const reply = await fill(ketua, code, { [field]: typed });
    expect(reply.status).toBe(422);
    const text = readableText(reply.text);
    expect(text).toContain('Belum tersimpan. Periksa bagian berikut');
    expect(text).toContain(sentence);
    expect(reply.text).toContain(`href="#${field}"`);
    if (field !== 'letter') expect(reply.text).toContain(typed);
    expect((await stored(zi)).rows.size).toBe(0);
    expect(await savesInHistory(zi)).toBe(0);
  });

  it('names every count that is wrong', async () => {
    const reply = await fill(ketua, 'A.II.4.i.a', { 'count-sasaran': '-1', 'count-tercapai': 'x' });
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('href="#count-sasaran"');
    expect(reply.text).toContain('href="#count-tercapai"');
  });

  it('repeated parameters are a bad request', async () => {
    const { _csrf = '', version = '' } = await fieldsOf(ketua, 'A.I.1.i.a');
    const body = new URLSearchParams({ _csrf, version, letter: 'Ya' });
    body.append('letter', 'Tidak');
    const reply = await ketua.post(at('A.I.1.i.a')).type('form').send(body.toString());
    expect(reply.status).toBe(400);
    expect((await stored(zi)).rows.size).toBe(0);
  });
});

describe('addresses that lead nowhere', () => {
  it.each([
    ['an unknown code', at('A.I.9.i.a')],
    ['an unknown area', `${LKE}/area/7`],
    ['a year without an LKE', `/lke/52.71/2025/jawaban/A.I.1.i.a`],
    ['a year that is no year', `/lke/52.71/20x6/area/1`],
  ])('%s: 404', async (_title, url) => {
    expect((await ketua.get(url)).status).toBe(404);
  });

  it('a foreign satker answers exactly as one that does not exist', async () => {
    const fields = await fieldsOf(ketua, 'A.I.1.i.a');
    for (const page of ['', '/area/1', '/jawaban/A.I.1.i.a', '/cari?q=tim', '/grafik.svg']) {
      const [foreign, missing] = [
        await ketua.get(`/lke/51.71/2026${page}`),
        await ketua.get(`/lke/99.99/2026${page}`),
      ];
      expect(foreign.status).toBe(404);
      expect(foreign.text).toBe(missing.text);
    }
    const reply = await send(ketua, '/lke/51.71/2026/jawaban/A.I.1.i.a', {
      ...fields,
      letter: 'Ya',
    });
    expect(reply.status).toBe(404);
  });
});

describe('who may not fill', () => {
  it('an area that is not assigned shows no form, and a forged save keeps the text', async () => {
    const anggota = await zi.signIn('anggota.mataram');
    const page = await anggota.get(at('A.I.4.i.a'));
    expect(page.text).not.toContain('id="isian"');
    expect(readableText(page.text)).toContain('Area ini tidak ditugaskan kepada Anda.');
    const own = await fieldsOf(anggota, 'A.I.1.i.a');
    const reply = await send(anggota, at('A.I.4.i.a'), { ...own, letter: 'Ya', note: 'Coba' });
    expect(reply.status).toBe(403);
    const text = readableText(reply.text);
    expect(text).toContain('karena area ini tidak ditugaskan kepada Anda');
    expect(text).toContain('Coba');
    expect((await stored(zi)).rows.size).toBe(0);
  });

  it('a reader sees the answer without a form and is forbidden to save', async () => {
    const evaluator = await zi.signIn('evaluator');
    const page = await evaluator.get(at('A.I.1.i.a'));
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('id="isian"');
    expect(readableText(page.text)).toContain('Pengisian dilakukan tim ZI satker.');
    const _csrf = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const reply = await send(evaluator, at('A.I.1.i.a'), { _csrf, version: '0', letter: 'Ya' });
    expect(reply.status).toBe(403);
  });

  it('an LKE past its filling refuses with a sentence and shows what was typed', async () => {
    const fields = await fieldsOf(ketua, 'A.I.1.i.a');
    await setStage(zi, 'pendahuluan');
    const reply = await send(ketua, at('A.I.1.i.a'), { ...fields, letter: 'Ya', note: 'Telat' });
    expect(reply.status).toBe(409);
    const text = readableText(reply.text);
    expect(text).toContain(
      'Isian Anda belum tersimpan, karena LKE tidak lagi pada tahap pengisian.',
    );
    expect(text).toContain('Telat');
    expect(text).toContain('LKE sedang pada tahap Penilaian pendahuluan.');
    expect((await stored(zi)).rows.size).toBe(0);
    await setStage(zi, 'pengisian');
  });
});
