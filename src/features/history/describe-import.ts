import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import { fieldText, historyText, importEntryText as text } from '../../text/messages/history.js';
import { describeValue, type Wording } from './describe-value.js';
import type { DescribedChange } from './described-change.js';

type Kept = Readonly<Record<string, unknown>>;

interface Link {
  readonly code: string;
  readonly name: string;
}

/** A whole import in one entry: the file, how much, and folded beneath every indicator. */
export function importChanges(
  before: Kept | null,
  after: Kept | null,
  wording: Wording,
): DescribedChange[] {
  const answers = answerLines(statesIn(before), statesIn(after), wording);
  const links = (after?.['links'] ?? before?.['links'] ?? []) as readonly Link[];
  const fileName = after?.['fileName'];
  const facts = [
    typeof fileName === 'string' ? fact(fieldText['fileName'] ?? '', fileName) : null,
    answers.length > 0 ? list(text.answers, text.indicators(answers.length), answers) : null,
    links.length > 0
      ? list(
          text.links,
          text.evidence(links.length),
          links.map(({ code, name }) => text.line(code, name)),
        )
      : null,
  ];
  return facts.filter((one) => one !== null);
}

type States = Readonly<Record<string, Kept>>;

function statesIn(kept: Kept | null): States {
  return (kept?.['answers'] ?? {}) as States;
}

function answerLines(before: States, after: States, wording: Wording): string[] {
  return Object.entries(after).map(([code, state]) => {
    const parts = Object.keys(state).map((key) => {
      const [old, now] = [before[code]?.[key], state[key]].map(
        (value) =>
          describeValue(key, value, { noun: 'answer', subject: code }, wording) ??
          historyText.empty,
      );
      return text.change(fieldText[key] ?? key, old ?? '', now ?? '');
    });
    const name = wording.instrument.byCode.get(code as IndicatorCode)?.shortName ?? '';
    return text.line(`${code} ${name}`.trim(), parts.join('; '));
  });
}

function fact(label: string, after: string): DescribedChange {
  return { label, before: null, after, isCode: false };
}

function list(label: string, summary: string, lines: readonly string[]): DescribedChange {
  return { ...fact(label, lines.join('\n')), summary };
}
