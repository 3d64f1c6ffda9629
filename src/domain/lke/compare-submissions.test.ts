import { compareSubmissions } from './compare-submissions.js';
import {
  canonicalContent,
  type FrozenAnswer,
  type FrozenEvidence,
  type SubmissionContent,
} from './submission-content.js';

const answer = (code: string, changed: Partial<FrozenAnswer> = {}): FrozenAnswer => ({
  code,
  value: '{"kind":"choice","letter":"A"}',
  note: '',
  answerVersion: 1,
  noEvidenceReason: null,
  ...changed,
});
const evidence = (code: string, id: number, number = 1): FrozenEvidence => ({
  code,
  evidenceId: id,
  evidenceVersionId: id * 10 + number,
  name: `SK ${id}`,
  number,
  type: 'file',
  fileName: 'sk.pdf',
  sha256: 'ab'.repeat(32),
  url: null,
  documentDay: null,
  periodFrom: null,
  periodTo: null,
  validUntil: null,
  checklistCode: null,
});
const content = (answers: FrozenAnswer[], proofs: FrozenEvidence[] = []): SubmissionContent => ({
  answers,
  evidence: proofs,
});
const CODES = ['a', 'b'];

describe('two submissions compared', () => {
  it('are equal where nothing but the version of an answer moved', () => {
    const after = content([answer('a', { answerVersion: 3 })]);
    expect(compareSubmissions(CODES, content([answer('a')]), after)).toEqual([]);
  });

  it.each([
    ['its answer', { value: '{"kind":"choice","letter":"B"}' }, { answerChanged: true }],
    ['its note', { note: 'lain' }, { noteChanged: true }],
    ['its reason', { noEvidenceReason: 'arsip' }, { reasonChanged: true }],
  ])('name an indicator once %s changed', (_what, changed, expected) => {
    const before = content([answer('a'), answer('b')]);
    const after = content([answer('a'), answer('b', changed)]);
    expect(compareSubmissions(CODES, before, after)).toMatchObject([{ code: 'b', ...expected }]);
  });

  it('tell evidence added, taken away and in another version apart', () => {
    const before = content([answer('a')], [evidence('a', 1), evidence('a', 2)]);
    const after = content([answer('a')], [evidence('a', 2, 2), evidence('a', 3)]);
    const [change] = compareSubmissions(CODES, before, after);
    expect(change?.added.map(({ evidenceId }) => evidenceId)).toEqual([3]);
    expect(change?.removed.map(({ evidenceId }) => evidenceId)).toEqual([1]);
    expect(change?.replaced.map((pair) => [pair.before.number, pair.after.number])).toEqual([
      [1, 2],
    ]);
  });
});

describe('the canonical form', () => {
  it('does not depend on the order in which rows were read', () => {
    const [one, two] = [answer('a'), answer('b')];
    const [x, y] = [evidence('a', 1), evidence('a', 2)];
    expect(canonicalContent('wbk', content([one, two], [x, y]))).toBe(
      canonicalContent('wbk', content([two, one], [y, x])),
    );
  });

  it.each([
    ['a value', content([answer('a', { value: 'x' })], [evidence('a', 1)])],
    ['a note', content([answer('a', { note: 'x' })], [evidence('a', 1)])],
    ['a reason', content([answer('a', { noEvidenceReason: 'x' })], [evidence('a', 1)])],
    ['a version of evidence', content([answer('a')], [evidence('a', 1, 2)])],
    ['where a note ends and a reason begins', content([answer('a', { note: '","' })], [])],
  ])('differs with %s', (_what, other) => {
    const base = canonicalContent('wbk', content([answer('a')], [evidence('a', 1)]));
    expect(canonicalContent('wbk', other)).not.toBe(base);
  });
});
