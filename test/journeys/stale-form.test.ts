import { readdir } from 'node:fs/promises';
import { postForm, startTestApp, tokenIn, type TestApp } from '../support/app.js';
import { historyLength } from '../support/people.js';
import { readableText } from '../support/reading.js';

const PAGE = '/lke/52.71/2026/jawaban/A.I.1.iii.b';

let zi: TestApp;
beforeAll(async () => {
  zi = await startTestApp();
});
afterAll(() => zi.close());

describe('a form left open while its session ended and another began', () => {
  it('is refused, changes nothing, and shows what was typed, to be copied into the form', async () => {
    const agent = await zi.signIn('ketua.mataram');
    const form = tokenIn((await agent.get(PAGE)).text);
    await postForm(agent, '/keluar', {});
    const signIn = tokenIn((await agent.get('/masuk')).text);
    await agent
      .post('/masuk')
      .type('form')
      .send({ _csrf: signIn, username: 'ketua.mataram', password: 'tenun-sasambo-2026' })
      .expect(303);
    const before = await historyLength(zi);

    const fields = { _csrf: form, version: '0', answer: 'B', note: 'Rapat monev 3 April' };
    const refused = await agent.post(PAGE).type('form').send(fields).expect(403);
    expect(refused.text).toContain('Rapat monev 3 April');
    expect(readableText(refused.text)).toContain('Kembali ke halamannya');
    expect(refused.text).toContain(`href="${PAGE}"`);
    expect(await historyLength(zi)).toBe(before);
  });

  it.each(['ketua.mataram', null])(
    'with files it is the same, whoever is signed in by then (%s); the files are to be chosen again',
    async (next) => {
      const agent = await zi.signIn('ketua.mataram');
      const form = tokenIn((await agent.get(`${PAGE}/bukti`)).text);
      await postForm(agent, '/keluar', {});
      const signIn = tokenIn((await agent.get('/masuk')).text);
      if (next !== null) {
        const typed = { _csrf: signIn, username: next, password: 'tenun-sasambo-2026' };
        await agent.post('/masuk').type('form').send(typed).expect(303);
      }
      const before = await historyLength(zi);
      const refused = await agent
        .post(`${PAGE}/bukti`)
        .field('_csrf', form)
        .attach('files', Buffer.from('%PDF-1.4\n%%EOF'), 'sk-tim.pdf')
        .field('physicalLocation', 'Lemari 3, map hijau');
      expect(refused.status).toBe(403);
      const page = readableText(refused.text);
      expect(page).toContain('Lemari 3, map hijau');
      expect(page).toContain('Berkas tidak ikut tersimpan dan perlu dipilih lagi.');
      expect(refused.text).not.toContain(form);
      expect(await historyLength(zi)).toBe(before);
      expect(await readdir(`${zi.folder}/evidence`, { recursive: true })).toEqual(['incoming']);
    },
  );
});
