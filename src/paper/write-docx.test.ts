import { strFromU8, unzipSync } from 'fflate';
import type { Paper, PaperBlock } from './paper.js';
import { writeDocx } from './write-docx.js';

const PAPER: Paper = {
  title: 'Surat',
  letterhead: { agency: ['KOMISI PEMILIHAN UMUM', 'PROVINSI'], address: 'Jalan Contoh' },
  heading: [],
  reference: [{ label: 'Nomor', value: '12/2026' }],
  placeAndDay: 'Mataram, 12 April 2026',
  addressee: ['Yth. Inspektur Utama'],
  blocks: [{ kind: 'text', text: 'Isi.' }],
  signature: { placeAndDay: '', position: 'Sekretaris,', name: 'Baiq', nip: '' },
  copies: ['Tembusan:', 'Ketua'],
  annex: [],
  footer: 'Dibuat dengan Tapak ZI',
};

async function partOf(paper: Paper, name: string): Promise<string> {
  const part = unzipSync(await writeDocx(paper))[name];
  if (part === undefined) throw new Error(`no ${name}`);
  return strFromU8(part);
}

const withBlocks = (...blocks: PaperBlock[]): Promise<string> =>
  partOf({ ...PAPER, blocks }, 'word/document.xml');

const table = (row: readonly string[], isWhole?: true): PaperBlock => ({
  kind: 'table',
  columns: [{ name: 'Satker', isNumber: false, width: 100 }],
  rows: [row, row],
  ...(isWhole === true ? { isWhole } : {}),
});

/** The paragraph that holds the words. */
function paragraphWith(xml: string, words: string): string {
  const found = xml.split('<w:p>').find((one) => one.includes(`>${words}<`));
  if (found === undefined) throw new Error(`nothing says ${words}`);
  return found;
}

describe('a paper as DOCX', () => {
  it('is Indonesian, in Arial 12, on A4 with 3 cm at the left', async () => {
    expect(await partOf(PAPER, 'word/styles.xml')).toMatch(
      /w:ascii="Arial".*<w:sz w:val="24"\/>.*<w:lang w:val="id-ID"\/>/s,
    );
    const xml = await partOf(PAPER, 'word/document.xml');
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(xml).toMatch(/w:left="1701"/);
  });

  it('says how each line height is meant, since readers differ where it does not', async () => {
    for (const part of ['word/document.xml', 'word/styles.xml']) {
      const spacings = (await partOf(PAPER, part)).match(/<w:spacing [^>]*w:line=[^>]*>/g) ?? [];
      expect(spacings.filter((one) => !one.includes('w:lineRule='))).toEqual([]);
    }
  });

  it('has place and day in the line of the number', async () => {
    const xml = await partOf(PAPER, 'word/document.xml');
    const [row = ''] = xml.split('<w:tr>').slice(1);
    expect(row).toContain('12/2026');
    expect(row).toContain('Mataram, 12 April 2026');
  });

  it('keeps the last words with the signature', async () => {
    const xml = await withBlocks(
      { kind: 'text', text: 'Pertama.' },
      { kind: 'text', text: 'Terakhir.' },
    );
    expect(paragraphWith(xml, 'Terakhir.')).toContain('<w:keepNext/>');
    expect(paragraphWith(xml, 'Pertama.')).not.toContain('<w:keepNext/>');
  });

  it('repeats the head of a table and tears only long rows', async () => {
    const short = await withBlocks(table(['KPU Kota Mataram']));
    expect(short).toContain('<w:tblHeader/>');
    expect(short.match(/<w:cantSplit\/>/g)).toHaveLength(3);
    const long = await withBlocks(table(['Panjang. '.repeat(100)]));
    expect(long.match(/<w:cantSplit\/>/g)).toHaveLength(1);
  });

  it('keeps the rows of a whole table together, but not with what follows', async () => {
    const kept = (await withBlocks(table(['A'], true))).split('<w:tr>').slice(-2);
    expect(kept.map((row) => row.split('</w:tr>')[0]?.includes('<w:keepNext/>'))).toEqual([
      true,
      false,
    ]);
  });

  it('begins each numbered list at one', async () => {
    const list = (item: string): PaperBlock => ({ kind: 'list', items: [item], isNumbered: true });
    const xml = await withBlocks(list('satu'), list('dua'));
    const ids = [...xml.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(2);
  });
});
