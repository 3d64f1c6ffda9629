import type { Response } from 'supertest';
import { MATARAM } from '../../fixtures/cast.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { historyLength } from '../support/people.js';
import { readableText } from '../support/reading.js';
import { sendForm } from '../support/submitting.js';
import { DAY, yearSteps, type YearSteps } from '../support/year-steps.js';

/** A number of a letter or report stands for one paper of its writer and year. */
const BIMA = '52.72';

let zi: TestApp;
let year: YearSteps;

beforeAll(async () => {
  zi = await startTestApp();
  year = yearSteps(zi);
  await year.foundLayak(MATARAM, 'ketua.mataram');
  await year.foundLayak(BIMA, 'ketua.bima');
  await year.recommend('12/2026', MATARAM);
}, 60_000);
afterAll(() => zi.close());

const at = (satker: string): string => `/lke/${satker}/2026`;

async function number(satker: string, value: string): Promise<Response> {
  const page = `${at(satker)}/lhe`;
  const fields = { number: value, day: DAY };
  return sendForm(await year.as('tpi.ketua'), page, `${page}/nomor`, fields);
}

async function refusedSaying(act: () => Promise<Response>, said: string): Promise<void> {
  const before = await historyLength(zi);
  const reply = await act();
  expect([reply.status, await historyLength(zi)]).toEqual([422, before]);
  expect(readableText(reply.text)).toContain(said);
}

it('a second letter with a number that is used names the letter that uses it', async () => {
  const page = `${at(BIMA)}/surat`;
  const fields = { number: '12/2026', day: DAY, attachments: '' };
  await refusedSaying(
    async () => sendForm(await year.as('sekretaris.provinsi'), page, page, fields),
    'Nomor 12/2026 sudah dipakai surat tanggal 9 Maret 2026 untuk KPU Kota Mataram.',
  );
  await year.recommend('13/2026', BIMA);
});

it('a second report with a number that is used names the report, before and after it went out', async () => {
  const taken = 'Nomor LHE-7/2026 sudah dipakai LHE KPU Kota Mataram atas pengajuan 1.';
  await year.conclude('LHE-7/2026', MATARAM);
  await year.send('tpi.anggota', `${at(BIMA)}/keputusan/tpi`, {}, `${at(BIMA)}/penilaian-tpi`);
  await refusedSaying(() => number(BIMA, 'LHE-7/2026'), taken);
  expect((await number(BIMA, 'LHE-8/2026')).status).toBe(303);
});

it('whoever does not see the other satker learns only that the number is used', async () => {
  await zi.deps.store.write((tx) =>
    tx
      .deleteFrom('user_role')
      .where('satker_code', '=', MATARAM)
      .where('role', 'like', 'tpi%')
      .execute(),
  );
  const reply = await number(BIMA, 'LHE-7/2026');
  expect(reply.status).toBe(422);
  expect(readableText(reply.text)).not.toContain('KPU Kota Mataram');
  expect(readableText(reply.text)).toContain('sudah dipakai LHE lain tahun ini.');
});
