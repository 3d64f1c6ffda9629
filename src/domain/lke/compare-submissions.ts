import type { FrozenAnswer, FrozenEvidence, SubmissionContent } from './submission-content.js';

/** What became of one indicator from one submission to the next. */
export interface IndicatorChange {
  readonly code: string;
  readonly before: FrozenAnswer | null;
  readonly after: FrozenAnswer | null;
  readonly answerChanged: boolean;
  readonly noteChanged: boolean;
  readonly reasonChanged: boolean;
  readonly added: readonly FrozenEvidence[];
  readonly removed: readonly FrozenEvidence[];
  /** The same document in another version. */
  readonly replaced: readonly { readonly before: FrozenEvidence; readonly after: FrozenEvidence }[];
}

/** Only the indicators that changed, in the order of `codes`. */
export function compareSubmissions(
  codes: readonly string[],
  before: SubmissionContent,
  after: SubmissionContent,
): readonly IndicatorChange[] {
  return codes.map((code) => changeOf(code, before, after)).filter(isChanged);
}

function changeOf(
  code: string,
  before: SubmissionContent,
  after: SubmissionContent,
): IndicatorChange {
  const [was, is] = [answerOf(before, code), answerOf(after, code)];
  const [had, has] = [evidenceOf(before, code), evidenceOf(after, code)];
  return {
    code,
    before: was,
    after: is,
    answerChanged: was?.value !== is?.value,
    noteChanged: (was?.note ?? '') !== (is?.note ?? ''),
    reasonChanged: (was?.noEvidenceReason ?? '') !== (is?.noEvidenceReason ?? ''),
    added: has.filter((one) => !had.some((other) => isSame(one, other))),
    removed: had.filter((one) => !has.some((other) => isSame(one, other))),
    replaced: has.flatMap((one) => {
      const other = had.find((each) => isSame(each, one));
      const isOther = other !== undefined && other.evidenceVersionId !== one.evidenceVersionId;
      return isOther ? [{ before: other, after: one }] : [];
    }),
  };
}

function isChanged(change: IndicatorChange): boolean {
  const { answerChanged, noteChanged, reasonChanged, added, removed, replaced } = change;
  return (
    answerChanged ||
    noteChanged ||
    reasonChanged ||
    added.length + removed.length + replaced.length > 0
  );
}

function answerOf({ answers }: SubmissionContent, code: string): FrozenAnswer | null {
  return answers.find((one) => one.code === code) ?? null;
}

function evidenceOf({ evidence }: SubmissionContent, code: string): readonly FrozenEvidence[] {
  return evidence.filter((one) => one.code === code);
}

function isSame(a: FrozenEvidence, b: FrozenEvidence): boolean {
  return a.evidenceId === b.evidenceId;
}
