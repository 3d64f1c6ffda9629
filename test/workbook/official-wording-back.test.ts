import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Indicator } from '../../src/domain/instrument/instrument.js';
import { LAYOUTS, type Layout } from '../../src/workbook/lke-workbook-input.js';
import { readLkeWorkbook } from '../../src/workbook/read/read-lke-workbook.js';
import type { LkeReading } from '../../src/workbook/recognise/lke-reading.js';
import { writeLke } from '../../src/workbook/write-lke.js';
import { exampleWords, type OfficialWords } from '../support/official-workbook.js';
import { answers, instrument, option, sampleInput } from './sample-input.js';

const folder = mkdtempSync(path.join(tmpdir(), 'tapak-back-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const mandiri = answers(
  instrument,
  (indicator, index) => option(indicator, index % 3),
  ({ code }) => `catatan ${code}`,
);

/** Our own export with the official words, read back. */
async function back(layout: Layout, words: (one: Indicator) => OfficialWords): Promise<LkeReading> {
  const texts = new Map(
    instrument.indicators.map((one) => [one.code, { question: '', criteria: '', ...words(one) }]),
  );
  const source = { title: 'Lampiran III', number: '', day: null };
  const wording = { source, texts };
  const file = path.join(folder, `${layout}.xlsx`);
  writeFileSync(file, await writeLke(sampleInput({ layout, answers: { mandiri }, wording })));
  const reading = await readLkeWorkbook(file, { instrumentId: instrument.id });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.value;
}

/** A question that shares no word with ours. */
const foreign = ({ code }: Indicator): OfficialWords => ({
  question: `Bunyi ${Array.from(code, (letter) => letter.charCodeAt(0)).join(' ')}`,
});

describe.each(LAYOUTS)('our own %s with official words', (layout) => {
  it.each([
    ['much like ours', exampleWords],
    ['that share nothing with ours', foreign],
  ])('comes back equal in every answer and note: words %s', async (_, words) => {
    const { rows, missing, unrecognised, invalid, ours } = await back(layout, words);
    expect({ missing, unrecognised, invalid }).toEqual({
      missing: [],
      unrecognised: [],
      invalid: [],
    });
    expect(ours?.isIntact).toBe(true);
    const read = Object.fromEntries(rows.map(({ code, value, note }) => [code, { value, note }]));
    const written = Object.fromEntries(
      [...mandiri].map(([code, { value, note }]) => [code, { value, note }]),
    );
    expect(read).toEqual(written);
    const questions = Object.fromEntries(rows.map(({ code, question }) => [code, question]));
    for (const indicator of instrument.indicators) {
      expect(questions[indicator.code]).toBe(words(indicator).question);
    }
  });
});
