import { MATARAM } from '../../fixtures/cast.js';
import { answer } from '../support/answering.js';
import { postForm, startTestApp, type TestApp } from '../support/app.js';
import { evidenceState } from '../support/evidence.js';
import { download, edited } from '../support/filled-workbook.js';
import { at, fill, stored } from '../support/filling.js';
import { applied, boxesOf, previewed } from '../support/importing.js';
import { readableText } from '../support/reading.js';

const SHARED = 'https://drive.example.com/sk-tim';

describe('evidence in a worksheet', () => {
  let zi: TestApp;
  beforeEach(async () => {
    zi = await startTestApp({ PUBLIC_URL: 'http://zi.kpu-ntb.example' });
    await answer(zi, MATARAM, { 'A.I.1.i.a': 'Ya' });
  });
  afterEach(() => zi.close());

  async function attach(code: string, url: string, name: string): Promise<number> {
    const lead = await zi.signIn('ketua.mataram');
    const reply = await postForm(lead, `${at(code)}/bukti`, { links: url, name });
    expect(reply.status).toBe(303);
    return (await evidenceState(zi)).evidence.at(-1)?.id ?? 0;
  }

  async function detach(code: string): Promise<void> {
    const lead = await zi.signIn('ketua.mataram');
    const link = (await evidenceState(zi)).links.find((one) => one.code === code);
    await postForm(lead, `${at(code)}/bukti/${link?.id}/pelepasan`, {});
  }

  it('of a foreign file becomes links: one evidence for one address, never a second', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const file = await edited(await download(lead), {
      isForeign: true,
      links: {
        'A.I.1.i.a': { name: 'SK Tim ZI', href: SHARED },
        'A.I.1.i.b': { name: 'SK Tim', href: SHARED },
        'A.I.1.ii.a': { name: 'Rencana kerja', href: 'https://drive.example.com/rencana' },
      },
    });
    const preview = await previewed(lead, file);
    expect(readableText((await lead.get(preview)).text)).toContain(
      'Kaitkan tautan baru: Rencana kerja https://drive.example.com/rencana',
    );
    await applied(lead, preview);
    const after = await evidenceState(zi);
    expect(after.evidence.map(({ name }) => name)).toEqual(['SK Tim ZI', 'Rencana kerja']);
    expect(after.versions.map(({ url }) => url)).toEqual([
      SHARED,
      'https://drive.example.com/rencana',
    ]);
    expect(after.links.map(({ code }) => code)).toEqual(['A.I.1.i.a', 'A.I.1.i.b', 'A.I.1.ii.a']);
    expect(after.history).toEqual([]);

    const again = await previewed(lead, file);
    expect(readableText((await lead.get(again)).text)).toContain('Tidak ada yang perlu diputuskan');

    await postForm(lead, `${preview}/pembatalan`, {});
    const undone = await evidenceState(zi);
    expect(undone.links).toEqual([]);
    expect(undone.evidence.map(({ withdrawn_reason }) => withdrawn_reason)).toEqual([
      'Impor dibatalkan',
      'Impor dibatalkan',
    ]);
    expect((await stored(zi)).faults).toEqual([]);
  });

  it('comes again with the same file after an undo', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const file = await edited(await download(lead), {
      isForeign: true,
      links: { 'A.I.1.i.a': { name: 'SK Tim ZI', href: SHARED } },
    });
    const first = await previewed(lead, file);
    await applied(lead, first);
    await postForm(lead, `${first}/pembatalan`, {});
    await applied(lead, await previewed(lead, file));
    const { links, evidence } = await evidenceState(zi);
    expect(links.map(({ code }) => code)).toEqual(['A.I.1.i.a']);
    const linked = evidence.filter(({ id }) => links.some((one) => one.evidence_id === id));
    expect(linked).toMatchObject([{ name: 'SK Tim ZI', withdrawn_at: null }]);
  });

  it('is kept by an undo at an indicator that was edited since', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const file = await edited(await download(lead), {
      isForeign: true,
      answers: { 'A.I.1.i.b': 'B' },
      links: { 'A.I.1.i.b': { name: 'SK Tim ZI', href: SHARED } },
    });
    const preview = await previewed(lead, file);
    await applied(lead, preview);
    await fill(lead, 'A.I.1.i.b', { letter: 'C' });
    await postForm(lead, `${preview}/pembatalan`, {});
    const { links, evidence } = await evidenceState(zi);
    expect(links.map(({ code }) => code)).toEqual(['A.I.1.i.b']);
    expect(evidence.map(({ withdrawn_at }) => withdrawn_at)).toEqual([null]);
  });

  it('is kept by an undo where somebody has used it since', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const file = await edited(await download(lead), {
      isForeign: true,
      links: { 'A.I.1.i.a': { name: 'SK Tim ZI', href: SHARED } },
    });
    const preview = await previewed(lead, file);
    await applied(lead, preview);
    const [made] = (await evidenceState(zi)).evidence;
    await postForm(lead, `/lke/${MATARAM}/2026/bukti/${made?.id}/pemakaian`, {
      'kode-A.I.1.i.b': 'on',
    });
    await postForm(lead, `${preview}/pembatalan`, {});
    const after = await evidenceState(zi);
    expect(after.links.map(({ code }) => code)).toEqual(['A.I.1.i.b']);
    expect(after.evidence[0]?.withdrawn_at).toBeNull();
  });

  it('is the one of the register where the register holds the address already', async () => {
    const id = await attach('A.I.1.ii.b', SHARED, 'SK Tim lengkap');
    const lead = await zi.signIn('ketua.mataram');
    const file = await edited(await download(lead), {
      isForeign: true,
      links: { 'A.I.1.i.a': { name: 'SK', href: SHARED } },
    });
    await applied(lead, await previewed(lead, file));
    const after = await evidenceState(zi);
    expect(after.evidence).toHaveLength(1);
    expect(after.links.map((one) => [one.code, one.evidence_id])).toEqual([
      ['A.I.1.i.a', id],
      ['A.I.1.ii.b', id],
    ]);
  });

  it('of our own comes back as the evidence it is, by a file that is not ours too', async () => {
    const id = await attach('A.I.1.i.a', SHARED, 'SK Tim ZI');
    const lead = await zi.signIn('ketua.mataram');
    const page = `http://zi.kpu-ntb.example/lke/${MATARAM}/2026/bukti/${id}`;
    await detach('A.I.1.i.a');
    const file = await edited(await download(lead), {
      isForeign: true,
      links: {
        'A.I.1.i.a': { name: 'SK Tim ZI', href: page },
        'A.I.1.iii.a': { name: 'Laporan keuangan', href: page },
        'A.I.1.i.b': { name: 'lain', href: page.replace(String(id), '9999') },
        'A.I.1.ii.a': { name: 'lain', href: page.replace(MATARAM, '52.72') },
      },
    });
    const preview = await previewed(lead, file);
    const words = readableText((await lead.get(preview)).text);
    expect(words).toContain('Kaitkan bukti yang sudah terdaftar: SK Tim ZI');
    expect(words).toContain('A.I.1.i.b: “lain”, bukan bukti dari daftar satker ini');
    // A number that a training copy gave: offered, since only a person can tell.
    expect((await lead.get(preview)).text).toContain('name="bukti-A.I.1.iii.a~0"');
    expect(await boxesOf(lead, preview)).not.toHaveProperty(['bukti-A.I.1.iii.a~0']);
    await applied(lead, preview);
    expect((await evidenceState(zi)).links.map((one) => [one.code, one.evidence_id])).toEqual([
      ['A.I.1.i.a', id],
    ]);
  });

  it('that was taken away here since the export is offered, not taken', async () => {
    await attach('A.I.1.i.a', SHARED, 'SK Tim ZI');
    const lead = await zi.signIn('ketua.mataram');
    const file = await download(lead);
    await detach('A.I.1.i.a');
    const preview = await previewed(lead, file);
    expect(
      Object.keys(await boxesOf(lead, preview)).filter((name) => name.startsWith('bukti-')),
    ).toEqual([]);
    expect(readableText((await lead.get(preview)).text)).toContain('SK Tim ZI');
    await applied(lead, preview, { 'bukti-A.I.1.i.a~0': 'on' });
    expect((await evidenceState(zi)).links).toHaveLength(1);
  });

  it.each([
    ['file:///C:/dok.pdf', 'hanya nama, tanpa tautan'],
    ['https://nama:sandi@drive.example.com/a', 'tautannya tidak dapat dipakai'],
  ])('%s brings nothing, and the page says why', async (href, why) => {
    const lead = await zi.signIn('ketua.mataram');
    const file = await edited(await download(lead), {
      isForeign: true,
      answers: { 'A.I.1.i.b': 'B' },
      links: { 'A.I.1.i.a': { name: 'Dokumen', href } },
    });
    const preview = await previewed(lead, file);
    expect(readableText((await lead.get(preview)).text)).toContain(why);
    await applied(lead, preview);
    expect((await evidenceState(zi)).evidence).toEqual([]);
  });

  it('beyond the limit of an indicator is not offered', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const links = Array.from({ length: 20 }, (_, n) => `https://drive.example.com/${n}`).join(' ');
    await postForm(lead, `${at('A.I.1.i.a')}/bukti`, { links });
    const file = await edited(await download(lead), {
      isForeign: true,
      links: { 'A.I.1.i.a': { name: 'Satu lagi', href: 'https://drive.example.com/satu-lagi' } },
    });
    const preview = await previewed(lead, file);
    expect(readableText((await lead.get(preview)).text)).toContain(
      'A.I.1.i.a: “Satu lagi”, indikator sudah penuh bukti',
    );
  });
});
