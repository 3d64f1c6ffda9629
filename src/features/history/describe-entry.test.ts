import { instrument } from '../../../test/support/shipped.js';
import { describeEntry } from './describe-entry.js';

const WORDING = {
  instrument,
  dateNames: new Map<string, string>(),
  evidenceKinds: new Map<string, string>(),
  showsAddresses: false,
};

it.each([
  ['tpi', 'TPI, penanda tangan ke-1'],
  ['tpi-2', 'TPI, penanda tangan ke-2'],
  ['52', null],
])('an edited letterhead of %s is told as %p', (subject, words) => {
  const after = JSON.stringify({ 'head-name': 'Joko' });
  const row = { action: 'letterhead.edit', subject, before: null, after };
  const told = describeEntry(row, WORDING);
  expect(told.subject).toBe(words);
  expect(told.changes).toHaveLength(1);
});

it.each([
  ['belum-memenuhi', 'Belum memenuhi'],
  ['tidak-ditetapkan', 'Tidak ditetapkan'],
  ['diusulkan', 'Diusulkan kepada TPN'],
])('a decision that was taken back is named in words: %s', (takenBack, words) => {
  const after = JSON.stringify({ takenBack });
  const row = { action: 'lke.take-back', subject: '52.01', before: null, after };
  expect(JSON.stringify(describeEntry(row, WORDING).changes)).toContain(`"${words}"`);
});
