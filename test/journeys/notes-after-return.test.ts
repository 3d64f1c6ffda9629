import type { Response } from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { MATARAM } from '../../fixtures/cast.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { formsIn } from '../support/html.js';
import { readableText } from '../support/reading.js';
import { completeLke, sendForm, submit } from '../support/submitting.js';

/** Notes of a reviewer on what a return opens and leaves closed, and rounds later. */
const LKE = `/lke/${MATARAM}/2026`;
const RETURN = `${LKE}/pengembalian`;
const NOTES = `${LKE}/catatan`;
const [OPENED, LEFT, THIRD] = ['A.I.1.i.a', 'A.I.1.i.b', 'A.I.1.ii.a'] as const;

let zi: TestApp;
let province: TestAgent;
let lead: TestAgent;

beforeEach(async () => {
  zi = await startTestApp();
  await completeLke(zi, MATARAM);
  lead = await zi.signIn('ketua.mataram');
  province = await zi.signIn('provinsi');
  expect((await submit(lead, MATARAM)).status).toBe(303);
}, 60_000);
afterEach(() => zi.close());

const read = async (agent: TestAgent, url: string): Promise<string> =>
  readableText((await agent.get(url).expect(200)).text);

async function note(code: string, text: string): Promise<void> {
  const page = `${LKE}/tinjauan/pendahuluan/${code}`;
  const sent = await sendForm(province, page, `${page}/catatan`, { 'catatan-baru': text });
  expect(sent.status).toBe(303);
}

/** The form as the browser sends it, with boxes cleared. */
async function sendBack(cleared: readonly string[], more: Record<string, string> = {}) {
  const { text } = await province.get(RETURN).expect(200);
  const form = formsIn(text).find(({ action }) => action === RETURN);
  const kept = Object.entries(form?.fields ?? {}).filter(
    ([name]) => !cleared.some((code) => name.endsWith(code)),
  );
  const fields = { ...Object.fromEntries(kept), reason: 'Lengkapi.', ...more };
  return province.post(RETURN).type('form').send(fields);
}

async function replied(code: string, text: string): Promise<Response> {
  const page = await lead.get(NOTES).expect(200);
  const article = page.text.split('<article').find((part) => part.includes(`>${code}</a>`)) ?? '';
  const action = /action="([^"]*balasan)"/.exec(article)?.[1] ?? '';
  const field = /name="(balasan-\d+)"/.exec(article)?.[1] ?? '';
  return sendForm(lead, NOTES, action, { [field]: text });
}

describe('a reviewer who returns an LKE', () => {
  beforeEach(async () => {
    await note(OPENED, 'Lampirkan SK tim.');
    await note(LEFT, 'Sebutkan tanggal rapat.');
  });

  it('finds what has a note ticked, and opens it', async () => {
    const text = await read(province, RETURN);
    expect(text).toContain('2 butir masih mempunyai catatan terbuka, dan ditandai di bawah.');
    expect(text).toContain('ada catatan terbuka');
    expect((await sendBack([])).status).toBe(303);
    expect(await read(lead, '/perbaikan')).toContain('2 butir perlu perbaikan.');
    expect(await read(lead, '/perbaikan')).not.toContain('jawabannya tetap terkunci');
  });

  it('is told which note they leave closed, and nothing is returned before they say so', async () => {
    const warned = await sendBack([LEFT]);
    expect(warned.status).toBe(422);
    expect(readableText(warned.text)).toContain(`1 butir bercatatan tidak Anda buka: ${LEFT}.`);
    expect((await lead.get(`${LKE}/jawaban/${OPENED}`)).text).not.toContain('name="note"');
    expect((await sendBack([LEFT], { biarkan: 'on' })).status).toBe(303);
  });

  it('leaves a note closed, and the satker answers it without touching its answer', async () => {
    await sendBack([LEFT], { biarkan: 'on' });
    const inbox = await read(lead, '/perbaikan');
    expect(inbox).toContain('2 butir perlu perbaikan.');
    expect(inbox).toContain('Menunggu balasan; jawabannya tetap terkunci');
    expect(await read(lead, NOTES)).toContain('jawaban dan buktinya tetap terkunci');
    expect((await lead.get(`${LKE}/jawaban/${LEFT}`)).text).not.toContain('name="note"');
    expect((await replied(LEFT, 'Rapat 12 Januari.')).status).toBe(303);
    expect(await read(lead, '/perbaikan')).toContain('1 butir perlu perbaikan.');
    expect((await submit(lead, MATARAM)).status).toBe(303);
    const page = await read(province, `${LKE}/tinjauan/pendahuluan/${LEFT}`);
    expect(page).toContain('Rapat 12 Januari.');
  });
});

describe('a note that was closed in an earlier round', () => {
  it('reads as closed to the satker in the next round, and what is closed now does not', async () => {
    await note(OPENED, 'Lampirkan SK tim.');
    await note(THIRD, 'Perjelas rencana.');
    await sendForm(province, NOTES, await closingOf(OPENED));
    zi.clock.advance(60_000);
    await sendBack([]);
    await submit(lead, MATARAM);
    const closed = await read(lead, `${NOTES}?saring=semua`);
    expect(closed).toContain('Ditutup 10 Maret 2026');
    expect(closed.match(/Menunggu tinjauan ulang/g)).toHaveLength(1);
    expect(await read(lead, `${LKE}/jawaban/${OPENED}`)).toContain('Sudah ditutup');
    expect(await read(lead, NOTES)).not.toContain('Lampirkan SK tim.');
    zi.clock.advance(60_000);
    await sendForm(province, NOTES, await closingOf(THIRD));
    const told = await read(lead, `${NOTES}?saring=semua`);
    expect(told.match(/Menunggu tinjauan ulang/g)).toHaveLength(1);
  });

  async function closingOf(code: string): Promise<string> {
    const { text } = await province.get(NOTES).expect(200);
    const article = text.split('<article').find((part) => part.includes(`>${code}</a>`)) ?? '';
    return /action="([^"]*penutupan)"/.exec(article)?.[1] ?? '';
  }
});

describe('a member of the team after a return', () => {
  const OTHER_AREA = 'A.I.4.ii.a';
  let member: TestAgent;

  beforeEach(async () => {
    await note(OPENED, 'Lampirkan SK tim.');
    await note(OTHER_AREA, 'Lampirkan Renstra.');
    await sendBack([]);
    member = await zi.signIn('anggota.mataram');
  });

  it('sees which of the returned indicators are theirs', async () => {
    expect(await read(lead, '/perbaikan')).toContain('2 butir perlu perbaikan.');
    expect(await read(lead, '/perbaikan')).not.toContain('bagian anggota lain');
    const text = await read(member, '/perbaikan');
    expect(text).toContain('2 butir perlu perbaikan, 1 di antaranya bagian Anda.');
    const [, others] = text.split(OTHER_AREA);
    expect(others).toContain('bagian anggota lain');
    expect(others).not.toContain('balas');
  });

  it('is told why a note of another area has no field for a reply', async () => {
    const { text } = await member.get(NOTES).expect(200);
    const [own, other] = text.split('<article').slice(1);
    expect(own).toContain('balasan');
    expect(readableText(other ?? '')).toContain('Area ini tidak ditugaskan kepada Anda');
    expect(other).not.toContain('<textarea');
  });
});
