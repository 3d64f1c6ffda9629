import { formatInteger, formatShort } from '../text/format.js';
import type {
  ChoiceIndicator,
  CountInput,
  CountsIndicator,
  Indicator,
  IndicatorCode,
  Option,
} from '../domain/instrument/instrument.js';
import type { Problem } from '../domain/problem.js';
import type { AnswerValue } from '../domain/scoring/answer.js';
import type { OfficialWording } from '../domain/wording/official-text.js';
import { answerText as text } from '../text/messages/sheet.js';
import { fieldProblem } from './form-problems.js';
import { countField, type TypedAnswer } from './answer-form.js';
import { officialOptions } from './official-view.js';

/** The fields of one indicator as they are shown, for typing or only for reading. */
export interface AnswerFields {
  readonly choices: readonly ChoiceView[] | null;
  readonly letterProblem: string | null;
  readonly counts: CountsView | null;
  readonly index: IndexView | null;
  readonly note: { readonly value: string; readonly problem: string | null };
}

export interface ChoiceView {
  readonly id: string;
  readonly letter: string;
  /** "nilai 0,5 · 0,125 poin". */
  readonly worth: string;
  readonly criteria: string;
  /** Our words where the official ones stand above, but not by option. */
  readonly isOurs: boolean;
  readonly checked: boolean;
}

export interface CountsView {
  readonly inputs: readonly CountView[];
  /** Names of the fields of the formula, for the figure that follows while typing. */
  readonly kind: 'ratio' | 'decrease';
  readonly first: string;
  readonly second: string;
  readonly words: string;
  readonly rule: string | null;
  readonly zeroRule: string;
}

export interface CountView {
  readonly name: string;
  readonly label: string;
  readonly official: string | null;
  readonly note: string | null;
  readonly value: string;
  readonly problem: string | null;
  readonly isTyped: boolean;
  /** Names of the fields a computed total adds up, with spaces between. */
  readonly sumOf: string | null;
  /** Where a shared count is typed. */
  readonly source: { readonly href: string; readonly code: string } | null;
}

export interface IndexView {
  readonly value: string;
  readonly problem: string | null;
  readonly range: string;
}

/** What the fields need to know of one tier's sheet. */
export interface FieldFacts {
  readonly indicator: Indicator;
  /** Answers of the tier, for counts that are typed at another indicator. */
  readonly rows: ReadonlyMap<
    IndicatorCode,
    { readonly value: AnswerValue | null; readonly note: string }
  >;
  /** The page on which an indicator of the tier is typed. */
  readonly hrefOf: (code: IndicatorCode) => string;
  /** The official words of the year, where it has any. */
  readonly wording?: OfficialWording | null;
}

export function answerFields(
  facts: FieldFacts,
  typed: TypedAnswer,
  problems: readonly Problem[],
): AnswerFields {
  const { indicator } = facts;
  const standing = facts.rows.get(indicator.code);
  return {
    choices: indicator.type === 'choice' ? choicesOf(indicator, facts, typed) : null,
    letterProblem: fieldProblem(problems, 'letter'),
    counts: indicator.type === 'counts' ? countsOf(facts, indicator, typed, problems) : null,
    index:
      indicator.type === 'index'
        ? {
            value: typed.index,
            problem: fieldProblem(problems, 'index'),
            range: text.range(formatShort(indicator.minimum), formatShort(indicator.maximum)),
          }
        : null,
    note: { value: typed.note ?? standing?.note ?? '', problem: fieldProblem(problems, 'note') },
  };
}

function choicesOf(
  indicator: ChoiceIndicator,
  { wording = null }: FieldFacts,
  typed: TypedAnswer,
): readonly ChoiceView[] {
  const { code, options, fullPoints } = indicator;
  const official = officialOptions(indicator, wording);
  const isOurs = official === null && wording?.texts.has(code) === true;
  const worth = ({ value }: Option) =>
    text.optionValue(formatShort(value), formatShort(value.mul(fullPoints), 3));
  return options.map((option, index) => ({
    id: `pilihan-${index + 1}`,
    letter: option.letter,
    worth: worth(option),
    criteria: official?.[index] ?? option.criteria,
    isOurs,
    checked: option.letter === typed.letter,
  }));
}

function countsOf(
  facts: FieldFacts,
  { inputs, formula, fillingRule }: CountsIndicator,
  typed: TypedAnswer,
  problems: readonly Problem[],
): CountsView {
  const keys =
    formula.kind === 'ratio'
      ? [formula.numerator, formula.denominator]
      : [formula.before, formula.now];
  const [first = '', second = ''] = keys.map(countField);
  return {
    inputs: inputs.map((input) => countView(facts, input, typed, problems)),
    kind: formula.kind,
    first,
    second,
    words: formula.words,
    rule: fillingRule,
    zeroRule: formula.zeroRule,
  };
}

function countView(
  facts: FieldFacts,
  input: CountInput,
  typed: TypedAnswer,
  problems: readonly Problem[],
): CountView {
  const name = countField(input.key);
  const { sameAs, computedFrom } = input;
  return {
    name,
    label: input.label,
    official: input.officialLabel,
    note: input.note,
    value: shownCount(facts, input, typed),
    problem: fieldProblem(problems, name),
    isTyped: sameAs === null && computedFrom === null,
    sumOf: computedFrom === null ? null : computedFrom.map(countField).join(' '),
    source: sameAs === null ? null : { href: facts.hrefOf(sameAs.code), code: sameAs.code },
  };
}

/** As typed; a shared count as it is stored at its source, a total while its parts are numbers. */
function shownCount(
  { rows }: FieldFacts,
  { key, sameAs, computedFrom }: CountInput,
  typed: TypedAnswer,
): string {
  if (sameAs !== null) {
    const value = rows.get(sameAs.code)?.value;
    const count = value?.kind === 'counts' ? value.counts[sameAs.key] : undefined;
    return count === undefined ? '' : formatInteger(count);
  }
  if (computedFrom === null) return typed.counts[key] ?? '';
  const parts = computedFrom.map((part) => (typed.counts[part] ?? '').trim());
  return parts.every((part) => /^\d{1,9}$/.test(part))
    ? formatInteger(parts.reduce((total, part) => total + Number(part), 0))
    : '';
}
