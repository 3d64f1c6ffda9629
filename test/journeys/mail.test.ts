import request from 'supertest';
import { MATARAM } from '../../fixtures/cast.js';
import { readConfig } from '../../src/config.js';
import { remindOfDeadlines } from '../../src/features/notifications/remind.js';
import { sendDueMail } from '../../src/features/notifications/send-mail.js';
import { openMailer } from '../../src/mail/mailer.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { completeLke, sendForm, submit } from '../support/submitting.js';
import { startSmtp, type SmtpInbox } from '../support/smtp.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let smtp: SmtpInbox;
let zi: TestApp;

beforeEach(async () => {
  smtp = await startSmtp();
  zi = await startTestApp({
    SMTP_URL: smtp.url,
    SMTP_FROM: 'Tapak ZI <zi@contoh.go.id>',
    PUBLIC_URL: 'http://zi.contoh.go.id',
  });
  await setAddress('provinsi', 'provinsi@contoh.go.id');
});

afterEach(async () => {
  await zi.close();
  await smtp.close();
});

const setAddress = (username: string, email: string | null) =>
  zi.deps.store.write((tx) =>
    tx.updateTable('user').set({ email }).where('username', '=', username).execute(),
  );

/** One round of what runs every minute. */
async function round(): Promise<void> {
  const { mail } = zi.deps.config;
  if (mail === null) throw new Error('mail is not configured');
  const mailer = openMailer(mail);
  try {
    await sendDueMail(zi.deps, mailer);
  } finally {
    mailer.close();
  }
}

const states = async () =>
  (
    await zi.deps.store.db
      .selectFrom('mail')
      .select(['state', 'attempts'])
      .orderBy('attempts')
      .execute()
  ).map(({ state, attempts }) => `${state} ${attempts}`);

async function handIn(): Promise<void> {
  await completeLke(zi, MATARAM);
  await submit(await zi.signIn('ketua.mataram'), MATARAM);
}

describe('mail', () => {
  it('tells whoever has an address, in Indonesian, with a link, and once', async () => {
    await handIn();
    expect(smtp.taken).toEqual([]);
    await round();
    await round();
    expect(smtp.taken.map(({ to }) => to)).toEqual(['provinsi@contoh.go.id']);
    const [mail] = smtp.taken;
    expect(mail?.from).toBe('zi@contoh.go.id');
    expect(mail?.subject).toContain('[Tapak ZI] KPU Kota Mataram mengajukan LKE 2026.');
    expect(mail?.text).toContain('Yth. Lalu Ahmad Fauzan,');
    expect(mail?.text).toContain('http://zi.contoh.go.id/lke/52.71/2026/pengajuan');
    expect(mail?.text).toContain('http://zi.contoh.go.id/pemberitahuan');
    expect(await states()).toEqual(['sent 0']);
  });

  it('leads to a page that marks it read for the person who follows the link, after signing in', async () => {
    await handIn();
    await round();
    const link = /http:\/\/zi\.contoh\.go\.id(\/lke\S+)/.exec(smtp.taken[0]?.text ?? '')?.[1] ?? '';
    const stranger = await request(zi.app).get(link);
    expect(stranger.headers['location']).toBe(`/masuk?ke=${encodeURIComponent(link)}`);
    const unread = () =>
      zi.deps.store.db
        .selectFrom('notification')
        .innerJoin('user', 'user.id', 'notification.user_id')
        .select('user.username')
        .where('read_at', 'is', null)
        .where('user.username', 'like', '%provinsi')
        .orderBy('user.username')
        .execute();
    expect(await unread()).toEqual([{ username: 'provinsi' }, { username: 'sekretaris.provinsi' }]);
    await (await zi.signIn('provinsi')).get(link).expect(200);
    expect(await unread()).toEqual([{ username: 'sekretaris.provinsi' }]);
  });

  it('says of a deadline how many days are left when it goes out', async () => {
    const date = { year: 2026, code: 'mandiri-tutup', satker_code: '', day: '2026-03-31' };
    await zi.deps.store.write((tx) => tx.insertInto('year_date').values(date).execute());
    await setAddress('ketua.mataram', 'ketua@contoh.go.id');
    const subjects: (string | undefined)[] = [];
    for (const day of ['2026-03-24', '2026-03-28', '2026-03-30']) {
      zi.clock.now = new Date(`${day}T02:00:00.000Z`);
      await remindOfDeadlines(zi.deps);
      await round();
      subjects.push(smtp.taken.at(-1)?.subject.split('31 Maret 2026, ')[1]);
    }
    expect(subjects).toEqual(['7 hari lagi.', '3 hari lagi.', 'besok.']);
  });

  it('is tried again later where the server does not take it, and then goes', async () => {
    await handIn();
    smtp.refuseWith(451);
    await round();
    await round();
    expect(await states()).toEqual(['waiting 1']);
    zi.clock.advance(MINUTE_MS);
    await round();
    expect(await states()).toEqual(['waiting 2']);
    smtp.refuseWith(null);
    zi.clock.advance(MINUTE_MS);
    await round();
    expect(smtp.taken).toEqual([]);
    zi.clock.advance(5 * MINUTE_MS);
    await round();
    expect(smtp.taken).toHaveLength(1);
    expect(await states()).toEqual(['sent 2']);
  });

  it('is given up after the last attempt, and at once where it is refused for good', async () => {
    await handIn();
    smtp.refuseWith(451);
    for (let at = 0; at < 8; at += 1) {
      await round();
      zi.clock.advance(9 * HOUR_MS);
    }
    expect(await states()).toEqual(['failed 5']);
    smtp.refuseWith(550);
    await sendForm(
      await zi.signIn('sekretaris.provinsi'),
      `/lke/${MATARAM}/2026/pengembalian`,
      `/lke/${MATARAM}/2026/pengembalian`,
      { reason: 'SK belum ditandatangani.', opens: 'semua' },
    );
    await round();
    expect(await states()).toEqual(['failed 0', 'failed 5']);
  });

  it('waits while the server is away; nothing else is hurt', async () => {
    await handIn();
    await smtp.close();
    await round();
    expect(await states()).toEqual(['waiting 1']);
  });

  it('does not go to whoever opted out, read it meanwhile or lost the role', async () => {
    const province = await zi.signIn('provinsi');
    const page = '/pemberitahuan';
    expect((await province.get(page)).text).toContain('provinsi@contoh.go.id');
    await sendForm(province, page, `${page}/surel`, { surel: '' });
    await setAddress('sekretaris.provinsi', 'sekretaris@contoh.go.id');
    await handIn();
    smtp.refuseWith(451);
    await round();
    expect(await states()).toEqual(['waiting 1']);
    smtp.refuseWith(null);
    await zi.deps.store.write((tx) =>
      tx.deleteFrom('user_role').where('role', '=', 'sekretaris-provinsi').execute(),
    );
    zi.clock.advance(MINUTE_MS);
    await round();
    expect(await states()).toEqual(['dropped 1']);
    expect(smtp.taken).toEqual([]);
  });

  it('is not made up for what was told while no server was set', async () => {
    await handIn();
    zi.clock.advance(25 * HOUR_MS);
    await round();
    expect(await states()).toEqual([]);
  });
});

describe('the settings of mail', () => {
  const url = 'smtps://zi:rahasia1@surel.contoh.go.id:465';
  const from = 'zi@contoh.go.id';
  it.each([
    ['an address alone', { SMTP_FROM: from }, 'SMTP_URL belum disebut'],
    ['a server alone', { SMTP_URL: url }, 'SMTP_FROM belum disebut'],
    ['no address of ours', { SMTP_URL: url, SMTP_FROM: from }, 'PUBLIC_URL belum disebut'],
    ['another protocol', { SMTP_URL: 'http://x', SMTP_FROM: from }, 'SMTP_URL tidak dapat dipakai'],
    ['no address', { SMTP_URL: url, SMTP_FROM: 'zi' }, 'SMTP_FROM tidak dapat dipakai'],
  ])('%s is refused at the start', (_, env, words) => {
    const result = readConfig(env);
    const faults = result.ok ? [] : result.faults;
    expect(faults.join('\n')).toContain(words);
    expect(faults.join('\n')).not.toContain('rahasia1');
  });

  it('are refused beside example data', () => {
    const env = { SMTP_URL: url, SMTP_FROM: from, PUBLIC_URL: 'http://127.0.0.1:3000' };
    expect(readConfig(env, { demo: true })).toMatchObject({ ok: false });
    expect(readConfig(env)).toMatchObject({ ok: true, config: { mail: { url, from } } });
    expect(readConfig({})).toMatchObject({ ok: true, config: { mail: null } });
  });
});
