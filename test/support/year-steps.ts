import type TestAgent from 'supertest/lib/agent.js';
import type { JudgingTier } from '../../src/domain/lke/assessment.js';
import { lheChecks } from '../../src/features/lhe/checks.js';
import type { TestApp } from './app.js';
import { assessAs } from './concluding.js';
import { readableText } from './reading.js';
import { completeLke, lkeOf, sendForm, submit } from './submitting.js';

/** The steps of a year through HTTP, each by the person who takes it. */
export interface YearSteps {
  as(username: string): Promise<TestAgent>;
  /** Filled, submitted, assessed and found layak; the letter to TPI is next. */
  foundLayak(satker: string, lead: string): Promise<void>;
  /** One letter for the first, with the others on it, not sent yet. */
  draftLetter(number: string, satker: string, ...others: readonly string[]): Promise<void>;
  recommend(number: string, satker: string, ...others: readonly string[]): Promise<void>;
  /** Every section of TPI's report: its own words on the checks, the recommendations as proposed. */
  writeReport(satker: string): Promise<void>;
  /** Begun, assessed, reported, confirmed by two and found memenuhi. */
  conclude(number: string, satker: string): Promise<void>;
  /** Posts the form of a page as that person, who is led on. */
  send(
    username: string,
    page: string,
    fields?: Record<string, string>,
    action?: string,
  ): Promise<void>;
}

export const DAY = '2026-03-09';

const HEAD = {
  agency: 'KOMISI PEMILIHAN UMUM',
  address: 'Jalan Langko Nomor 17',
  city: 'Mataram',
  position: 'Sekretaris',
  name: 'Baiq Ratna Dewi',
  addressee: 'Yth. Inspektur Utama KPU',
};
const YES = { checked: 'on' };
const at = (satker: string): string => `/lke/${satker}/2026`;

export function yearSteps(zi: TestApp): YearSteps {
  const agents = new Map<string, Promise<TestAgent>>();
  const as = (username: string): Promise<TestAgent> => {
    const known = agents.get(username) ?? zi.signIn(username);
    agents.set(username, known);
    return known;
  };
  const assess = async (satker: string, tier: JudgingTier) =>
    assessAs(zi, await lkeOf(zi, satker), tier);
  const steps: YearSteps = {
    as,
    async send(username, page, fields = {}, action = page) {
      const reply = await sendForm(await as(username), page, action, fields);
      if (reply.status === 303) return;
      const said = readableText(reply.text).slice(0, 400);
      throw new Error(`${username} ${action}: ${reply.status} ${said}`);
    },
    async foundLayak(satker, lead) {
      await completeLke(zi, satker);
      const { status } = await submit(await as(lead), satker);
      if (status !== 303) throw new Error(`submitting ${satker}: ${status}`);
      await assess(satker, 'pendahuluan');
      const page = `${at(satker)}/keputusan/pendahuluan`;
      await steps.send('sekretaris.provinsi', page, { ...YES, choice: 'decide-layak' });
    },
    async draftLetter(number, satker, ...others) {
      const head = 'sekretaris.provinsi';
      const also = Object.fromEntries(others.map((code) => [`satker-${code}`, 'on']));
      await steps.send(head, `${at(satker)}/kop/surat`, HEAD);
      const letter = { number, day: DAY, attachments: '1 berkas', ...also };
      await steps.send(head, `${at(satker)}/surat`, letter);
    },
    async recommend(number, satker, ...others) {
      await steps.draftLetter(number, satker, ...others);
      const page = `${at(satker)}/surat`;
      await steps.send('sekretaris.provinsi', page, {}, `${page}/pengiriman`);
    },
    async writeReport(satker) {
      const report = `${at(satker)}/lhe`;
      for (const { key, title } of lheChecks()) {
        const text = `Uraian ${title}.`;
        await steps.send('tpi.anggota', report, { text }, `${report}/bagian/${key}`);
      }
      await steps.send('tpi.anggota', report, {}, `${report}/usulan`);
    },
    async conclude(number, satker) {
      const tier = `${at(satker)}/tinjauan/tpi`;
      const page = `${at(satker)}/keputusan/tpi`;
      await steps.send('tpi.anggota', page, {}, `${at(satker)}/penilaian-tpi`);
      await assess(satker, 'tpi');
      await steps.writeReport(satker);
      for (const one of ['tpi.ketua', 'tpi.dalnis']) {
        await steps.send(one, tier, {}, `${tier}/konfirmasi`);
      }
      await steps.send('tpi.ketua', `${at(satker)}/kop/lhe`, HEAD);
      const named = { number, day: DAY };
      await steps.send('tpi.ketua', `${at(satker)}/lhe`, named, `${at(satker)}/lhe/nomor`);
      await steps.send('tpi.ketua', page, { ...YES, choice: 'conclude-memenuhi' });
    },
  };
  return steps;
}
