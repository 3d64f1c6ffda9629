import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { MATARAM } from '../../fixtures/cast.js';
import { dispatch } from '../../src/cli/dispatch.js';
import type { Store } from '../../src/db/store.js';
import { jobRunner } from '../../src/features/recap/job-runner.js';
import { sweep } from '../../src/housekeeping.js';
import { answer } from '../support/answering.js';
import { postForm, startTestApp, type TestApp } from '../support/app.js';
import { setStage } from '../support/assessing.js';
import { testIo } from '../support/cli.js';
import { readXlsx, valueAt } from '../support/read-xlsx.js';
import { readableText } from '../support/reading.js';
import { completeLke } from '../support/submitting.js';
import { assessFully } from '../support/tier-full.js';

const LIST = '/rekap/52/2026/unduhan';
const DAY_MS = 24 * 60 * 60 * 1000;
const BOTH = { 'susunan-lampiran-iii': 'on', 'susunan-portalrb': 'on' };
/** Two processes start and write workbooks; a guard, never a measure. */
const GUARD_MS = 120_000;

describe('all worksheets of a province in the background', () => {
  let zi: TestApp;
  beforeEach(async () => {
    zi = await startTestApp();
    await answer(zi, MATARAM, { 'A.I.1.i.a': 'Ya', 'B.I.a': '3,60' });
  });
  afterEach(() => zi.close());

  async function ask(username: string, fields: Record<string, string> = BOTH): Promise<string> {
    const reply = await postForm(await zi.signIn(username), LIST, fields);
    expect(reply.status).toBe(303);
    return reply.headers.location ?? '';
  }

  async function stateOf(id: string): Promise<string> {
    const row = await zi.deps.store.db
      .selectFrom('job')
      .select('state')
      .where('id', '=', Number(id.split('/').at(-1)))
      .executeTakeFirstOrThrow();
    return row.state;
  }

  /** Waits, turn by turn, until the job is there; the guard of the test ends what never is. */
  async function reached(job: string, ...states: string[]): Promise<string> {
    for (;;) {
      const state = await stateOf(job);
      if (states.includes(state)) return state;
      if (state === 'failed') throw new Error(`${job} failed`);
      await turn();
    }
  }

  const exports = () => readdirSync(path.join(zi.folder, 'exports')).sort();

  it(
    'are made while pages answer, wait for their starter and hold what is in scope',
    async () => {
      await zi.deps.jobs.start();
      const [first, second] = [
        await ask('provinsi'),
        await ask('tpi.ketua', { 'susunan-portalrb': 'on' }),
      ];
      const province = await zi.signIn('provinsi');
      const waiting = readableText((await province.get(first).expect(200)).text);
      expect(waiting).toMatch(/Menunggu giliran|Sedang disusun|Selesai/);
      await zi.deps.jobs.idle();
      expect([await stateOf(first), await stateOf(second)]).toEqual(['done', 'done']);
      const page = readableText((await province.get(first)).text);
      expect(page).toContain('Tersedia sampai 17 Maret 2026');
      const file = await province.get(`${first}/berkas`).responseType('blob').expect(200);
      const body = file.body as Buffer;
      expect(file.headers).toMatchObject({
        'content-type': 'application/zip',
        'content-length': String(body.length),
        'content-disposition': 'attachment; filename=LKE-provinsi-52-2026.zip',
        'cache-control': 'no-store',
      });
      const files = unzipSync(new Uint8Array(body));
      const names = Object.keys(files);
      expect(names).toHaveLength(1 + 10 * 2);
      expect(names[0]).toBe('Rekap-ZI-52-2026/Rekap-ZI-52-2026.xlsx');
      const own =
        'Rekap-ZI-52-2026/52.71 KPU Kota Mataram/LKE-52.71-2026-lampiran-iii-mandiri.xlsx';
      expect(valueAt(readXlsx(files[own] ?? new Uint8Array()), 'LKE ZI', 'K202')).toBe(3.6);
      expect(names.some((name) => name.includes('/52 '))).toBe(false);
      const tpi = await zi.signIn('tpi.ketua');
      const other = await tpi.get(`${second}/berkas`).responseType('blob').expect(200);
      expect(Object.keys(unzipSync(new Uint8Array(other.body as Buffer)))).toHaveLength(1 + 5);
    },
    GUARD_MS,
  );

  it(
    'hold a worksheet of each tier that the starter sees, and TPI’s side where there is one',
    async () => {
      await completeLke(zi, MATARAM);
      await assessFully(zi, MATARAM, 'pendahuluan');
      await assessFully(zi, MATARAM, 'tpi');
      await setStage(zi.deps.store, MATARAM, 'tpi');
      await zi.deps.jobs.start();
      const tiers: Record<string, string[]> = {};
      for (const username of ['provinsi', 'tpi.ketua']) {
        const job = await ask(username);
        await zi.deps.jobs.idle();
        const agent = await zi.signIn(username);
        const file = await agent.get(`${job}/berkas`).responseType('blob').expect(200);
        const files = unzipSync(new Uint8Array(file.body as Buffer));
        tiers[username] = Object.keys(files).flatMap(
          (name) => /LKE-52\.71-2026-(.*)\.xlsx/.exec(name)?.[1] ?? [],
        );
      }
      expect(tiers).toEqual({
        provinsi: ['lampiran-iii-mandiri', 'lampiran-iii-pendahuluan', 'portalrb-mandiri'],
        'tpi.ketua': [
          'lampiran-iii-mandiri',
          'lampiran-iii-pendahuluan',
          'lampiran-iii-tpi',
          'portalrb-mandiri',
          'portalrb-tpi',
        ],
      });
      const out = path.join(zi.folder, 'tingkat.zip');
      const argv = ['export-province', '--province', '52', '--year', '2026', '--out', out];
      const io = testIo();
      expect(await dispatch([...argv, '--as', 'provinsi'], io, { ZI_DATA: zi.folder })).toBe(0);
      expect(Object.keys(unzipSync(new Uint8Array(readFileSync(out))))).toHaveLength(22);
      expect(JSON.parse(io.out())).toMatchObject({ satker: 10, workbooks: 22 });
    },
    GUARD_MS,
  );

  it(
    'are nobody else’s, and no more the starter’s once a satker has left the scope',
    async () => {
      await zi.deps.jobs.start();
      const job = await ask('tpi.ketua', { 'susunan-portalrb': 'on' });
      await zi.deps.jobs.idle();
      expect(await stateOf(job)).toBe('done');
      const tpi = await zi.signIn('tpi.ketua');
      for (const username of ['admin', 'provinsi', 'tpi.dalnis', 'ketua.mataram']) {
        const agent = await zi.signIn(username);
        const missing = readableText((await agent.get(`${LIST}/987654`).expect(404)).text);
        for (const tail of ['', '/berkas']) {
          expect(readableText((await agent.get(`${job}${tail}`).expect(404)).text)).toBe(missing);
        }
        await postForm(agent, `${job}/pembatalan`, {}).then(({ status }) =>
          expect(status).toBe(404),
        );
      }
      await tpi.get(job.replace('/52/', '/51/')).expect(404);
      await zi.deps.store.write((tx) =>
        tx
          .deleteFrom('user_role')
          .where('role', '=', 'tpi-ketua')
          .where('satker_code', '=', '52.03')
          .execute(),
      );
      const again = await zi.signIn('tpi.ketua');
      await again.get(`${job}/berkas`).expect(403);
      const page = readableText((await again.get(job).expect(200)).text);
      expect(page).toContain('tidak lagi termasuk lingkup Anda');
      expect(page).not.toContain('Unduh berkas ZIP');
    },
    GUARD_MS,
  );

  it('is one file however often the form is sent, and waits until somebody runs it', async () => {
    const jobs = [await ask('provinsi'), await ask('provinsi')];
    expect(jobs[0]).toBe(jobs[1]);
    expect(await stateOf(jobs[0] ?? '')).toBe('queued');
    const agent = await zi.signIn('provinsi');
    const page = readableText((await agent.get(jobs[0] ?? '')).text);
    expect(page).toContain('Menunggu giliran');
    expect(page).toContain('Perbarui keadaan');
    await agent.get(`${jobs[0]}/berkas`).expect(404);
  });

  it('needs a layout', async () => {
    const reply = await postForm(await zi.signIn('provinsi'), LIST, {});
    expect(reply.status).toBe(422);
    expect(readableText(reply.text)).toContain('Pilih sedikitnya satu susunan lembar kerja.');
  });

  it('can be cancelled while it waits, and while it runs', async () => {
    const waiting = await ask('provinsi');
    const agent = await zi.signIn('provinsi');
    await postForm(agent, `${waiting}/pembatalan`, {}).then((r) => expect(r.status).toBe(303));
    expect(readableText((await agent.get(waiting)).text)).toContain('Dibatalkan');
    await zi.deps.jobs.start();
    const running = await ask('provinsi');
    await reached(running, 'running');
    await postForm(agent, `${running}/pembatalan`, {}).then((r) => expect(r.status).toBe(303));
    expect(await stateOf(running)).toBe('cancelled');
    await zi.deps.jobs.stop();
    expect(exports()).toEqual([]);
  });

  it('that a crash cut off says so and can be asked for again', async () => {
    const job = await ask('provinsi');
    const id = Number(job.split('/').at(-1));
    await zi.deps.store.write((tx) =>
      tx.updateTable('job').set({ state: 'running', done: 3 }).where('id', '=', id).execute(),
    );
    await zi.deps.jobs.start();
    const agent = await zi.signIn('provinsi');
    const page = readableText((await agent.get(job)).text);
    expect(page).toContain('Aplikasi berhenti ketika berkas disusun. Tidak ada data yang berubah.');
    expect(page).toContain('Susun sekali lagi');
    expect(await ask('provinsi')).not.toBe(job);
  });

  it(
    'whose end could not be written fails at the next try, without a restart, and leaves no file',
    async () => {
      const job = await ask('provinsi', { 'susunan-portalrb': 'on' });
      const { store, log, clock } = zi.deps;
      let isFull = true;
      // Nothing can be written of the end once the file is there, as on a full disk.
      const full: Store = {
        ...store,
        write: async (work) => {
          if (isFull && exports().some((name) => name.endsWith('.zip'))) {
            isFull = false;
            throw new Error('database or disk is full');
          }
          return store.write(work);
        },
      };
      const folders = { dataFolder: zi.folder, exportFolder: path.join(zi.folder, 'exports') };
      const publicUrl = 'http://zi.kpu-ntb.example';
      const jobs = jobRunner({ store: full, ...folders, publicUrl, log, clock, retryMs: 0 });
      await jobs.start();
      while ((await stateOf(job)) !== 'failed') await turn();
      await jobs.stop();
      expect(isFull).toBe(false);
      expect(exports()).toEqual([]);
      const page = readableText((await (await zi.signIn('provinsi')).get(job)).text);
      expect(page).toContain('Penyusunan berkas terhenti karena gangguan.');
    },
    GUARD_MS,
  );

  it('that an orderly stop cut off stands in the queue again', async () => {
    await zi.deps.jobs.start();
    const job = await ask('provinsi');
    await reached(job, 'running');
    await zi.deps.jobs.stop();
    expect(await stateOf(job)).toBe('queued');
  });

  it(
    'of somebody without an account fails with a sentence, and the next one is taken',
    async () => {
      const broken = await ask('provinsi');
      const next = await ask('tpi.ketua', { 'susunan-portalrb': 'on' });
      const disabled_at = '2026-03-10T02:00:00.000Z';
      const setDisabled = (at: string | null) =>
        zi.deps.store.write((tx) =>
          tx
            .updateTable('user')
            .set({ disabled_at: at })
            .where('username', '=', 'provinsi')
            .execute(),
        );
      await setDisabled(disabled_at);
      await zi.deps.jobs.start();
      await zi.deps.jobs.idle();
      expect(await stateOf(next)).toBe('done');
      await setDisabled(null);
      const agent = await zi.signIn('provinsi');
      const page = readableText((await agent.get(broken)).text);
      expect(page).toContain('Penyusunan berkas terhenti karena gangguan.');
    },
    GUARD_MS,
  );

  it(
    'goes with its file after a week, as does a file that no job names',
    async () => {
      const job = await ask('provinsi');
      const id = Number(job.split('/').at(-1));
      await zi.deps.jobs.start();
      await zi.deps.jobs.idle();
      expect(await stateOf(job)).toBe('done');
      writeFileSync(path.join(zi.folder, 'exports', '987654.zip'), 'x');
      await sweep(zi.deps);
      expect(exports()).toEqual([`${id}.zip`]);
      zi.clock.advance(8 * DAY_MS);
      await sweep(zi.deps);
      expect(exports()).toEqual([]);
      expect(await zi.deps.store.db.selectFrom('job').select('id').execute()).toEqual([]);
    },
    GUARD_MS,
  );

  it('leaves no entry in the history', async () => {
    const entries = () => zi.deps.store.db.selectFrom('history').select('seq').execute();
    const before = await entries();
    await ask('provinsi');
    expect(await entries()).toHaveLength(before.length);
  });

  it(
    'is also a command, whole or not at all',
    async () => {
      const out = path.join(zi.folder, 'semua.zip');
      const argv = ['export-province', '--province', '52', '--year', '2026', '--out', out];
      const io = testIo();
      expect(await dispatch([...argv, '--as', 'provinsi'], io, { ZI_DATA: zi.folder })).toBe(0);
      const files = Object.keys(unzipSync(new Uint8Array(readFileSync(out))));
      expect(JSON.parse(io.out())).toMatchObject({ satker: 10, workbooks: files.length });
      const refused = testIo();
      expect(await dispatch(argv, refused, { ZI_DATA: zi.folder })).toBe(2);
      expect(refused.problems()[0]?.code).toBe('file-exists');
    },
    GUARD_MS,
  );
});
