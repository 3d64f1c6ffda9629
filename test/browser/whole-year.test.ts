import type { Locator, Page } from 'playwright-core';
import { MATARAM } from '../../fixtures/cast.js';
import { assessAs } from '../support/concluding.js';
import { axeFindings, BROWSER_TEST_MS, describeInBrowser } from '../support/chromium.js';
import { picture, sidewaysOverflow } from '../support/chromium.js';
import { completeLke, lkeOf } from '../support/submitting.js';

/** The smooth year in a real browser, each step by the person whose turn it is. */
const LKE = `/lke/${MATARAM}/2026`;
const DAY = '2026-03-09';
const HEAD = {
  agency: 'KOMISI PEMILIHAN UMUM',
  address: 'Jalan Langko Nomor 17',
  city: 'Mataram',
  position: 'Sekretaris',
  name: 'Baiq Ratna Dewi',
};

interface Step {
  readonly who: string;
  readonly page: string;
  readonly action?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

const ADDRESSEE = 'Yth. Inspektur Utama KPU';
const checked = (choice: string) => ({ checked: 'on', choice });

const TO_TPI: readonly Step[] = [
  {
    who: 'sekretaris.provinsi',
    page: `${LKE}/keputusan/pendahuluan`,
    fields: checked('decide-layak'),
  },
  {
    who: 'sekretaris.provinsi',
    page: `${LKE}/kop/surat`,
    fields: { ...HEAD, addressee: ADDRESSEE },
  },
  {
    who: 'sekretaris.provinsi',
    page: `${LKE}/surat`,
    fields: { number: '12/2026', day: DAY, attachments: '1 berkas' },
  },
  { who: 'sekretaris.provinsi', page: `${LKE}/surat`, action: `${LKE}/surat/pengiriman` },
  { who: 'tpi.anggota', page: `${LKE}/keputusan/tpi`, action: `${LKE}/penilaian-tpi` },
];

const TO_TPN: readonly Step[] = [
  { who: 'tpi.ketua', page: `${LKE}/tinjauan/tpi`, action: `${LKE}/tinjauan/tpi/konfirmasi` },
  { who: 'tpi.dalnis', page: `${LKE}/tinjauan/tpi`, action: `${LKE}/tinjauan/tpi/konfirmasi` },
  { who: 'tpi.ketua', page: `${LKE}/kop/lhe`, fields: HEAD },
  {
    who: 'tpi.ketua',
    page: `${LKE}/lhe`,
    action: `${LKE}/lhe/nomor`,
    fields: { number: 'LHE-7/2026', day: DAY },
  },
  { who: 'tpi.ketua', page: `${LKE}/keputusan/tpi`, fields: checked('conclude-memenuhi') },
  { who: 'pusat', page: '/pengusulan/kop', fields: { ...HEAD, city: 'Jakarta' } },
  {
    who: 'pusat',
    page: '/pengusulan/2026',
    fields: {
      [`pilih-${MATARAM}`]: 'on',
      [`alasan-${MATARAM}`]: 'Dokumen menyusul.',
      number: '21/2026',
      day: DAY,
    },
  },
  {
    who: 'pusat',
    page: `${LKE}/tpn`,
    action: `${LKE}/tpn/nilai`,
    fields: { total: '88,1', note: 'Survei ulang.' },
  },
  {
    who: 'pusat',
    page: `${LKE}/tpn`,
    action: `${LKE}/tpn/keputusan`,
    fields: { kind: 'ditetapkan', number: '900/2026', day: DAY },
  },
];

describeInBrowser('a whole year', (browser) => {
  it(
    'goes from submitting to the decree, with clean pages on the way',
    async () => {
      const pages = new Map<string, Page>();
      const faults: string[] = [];
      const as = async (who: string): Promise<Page> => {
        const known = pages.get(who);
        if (known !== undefined) return known;
        const { page, signIn } = await browser.visitor({ width: 360, height: 740 });
        await signIn(who);
        pages.set(who, page);
        return page;
      };
      const take = async ({ who, page: path, action = path, fields = {} }: Step): Promise<void> => {
        const page = await as(who);
        await page.goto(path);
        faults.push(...(await faultsHere(page, path)));
        const form = page.locator(`form[action="${action}"]`).first();
        for (const [name, value] of Object.entries(fields)) {
          await put(form.locator(`[name="${name}"]`), value);
        }
        const answered = page.waitForResponse((one) => one.request().method() === 'POST');
        await form.locator('button[type="submit"]').first().click();
        expect([who, action, (await answered).status()]).toEqual([who, action, 303]);
        await page.waitForLoadState();
      };

      await completeLke(browser.test, MATARAM);
      const submission = `${LKE}/pengajuan`;
      await take({ who: 'ketua.mataram', page: submission, fields: { checked: 'on' } });
      await assessAs(browser.test, await lkeOf(browser.test, MATARAM), 'pendahuluan');
      for (const step of TO_TPI) await take(step);
      await assessAs(browser.test, await lkeOf(browser.test, MATARAM), 'tpi');
      for (const step of TO_TPN) await take(step);

      const lead = await as('ketua.mataram');
      await lead.goto(LKE);
      await lead.getByRole('link', { name: 'Hasil TPN' }).click();
      await lead.getByText('Ditetapkan Menuju WBK').waitFor();
      await picture(lead, 'tahun-hasil-tpn');
      faults.push(...(await faultsHere(lead, 'result')));
      const centre = await as('pusat');
      for (const paper of ['lampiran', 'pernyataan']) {
        await centre.goto(`/pengusulan/2026/surat/1/${paper}`);
        faults.push(...(await faultsHere(centre, paper)));
        await picture(centre, `tahun-${paper}`);
      }
      expect(faults).toEqual([]);
      expect((await lkeOf(browser.test, MATARAM)).stage).toBe('ditetapkan');
    },
    BROWSER_TEST_MS,
  );
});

/** As a person would: text typed, a choice made, a box ticked. */
async function put(fields: Locator, value: string): Promise<void> {
  const field = fields.first();
  const type = await field.getAttribute('type');
  if (type === 'checkbox') await field.check();
  else if (type === 'radio') await fields.and(fields.page().locator(`[value="${value}"]`)).check();
  else await field.fill(value);
}

async function faultsHere(page: Page, name: string): Promise<string[]> {
  const found = (await axeFindings(page)).map((fault) => `${name}: ${fault}`);
  const overflow = await sidewaysOverflow(page);
  return overflow > 0 ? [...found, `${name}: ${overflow} px too wide`] : found;
}
