import type { Area, Indicator, IndicatorCode } from '../../domain/instrument/instrument.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { answerText } from '../../text/answer-text.js';
import { tpnText as text } from '../../text/messages/tpn.js';
import { typedFromRow, typedInputs, type TypedAnswer } from '../../web/answer-form.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import type { AnswerRow } from '../lke/store.js';
import { answerField, countsField, noteField, type TypedArea } from './area-form.js';
import type { TpnPlace } from './place.js';
import { answersToken } from './record-answers.js';

interface AreaItem {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly tpi: string;
  /** What somebody else stored meanwhile, where it is not what was typed. */
  readonly stored: string | null;
  readonly answerId: string;
  readonly choices: readonly { readonly letter: string; readonly selected: boolean }[] | null;
  readonly index: string | null;
  readonly counts: readonly {
    readonly id: string;
    readonly label: string;
    readonly value: string;
    readonly problem: string | null;
  }[];
  readonly problem: string | null;
  readonly noteId: string;
  readonly note: string;
  readonly noteProblem: string | null;
}

export interface TpnAreaPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly problems: readonly ProblemLine[];
  readonly backHref: string;
  readonly backText: string;
  readonly action: string;
  readonly seen: string;
  readonly items: readonly AreaItem[];
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'tpn/area': TpnAreaPage;
  }
}

type Rows = ReadonlyMap<IndicatorCode, AnswerRow>;

export function tpnAreaPage(
  { lke, nav }: TpnPlace,
  area: Area,
  rows: { readonly tpn: Rows; readonly tpi: Rows },
  typed: TypedArea | null,
  problems: readonly Problem[],
  isStale: boolean,
): TpnAreaPage {
  const at = [lke.satker.code, lke.year] as const;
  return {
    title: text.areaTitle(area.name),
    lkeNav: nav,
    problems: problemLines(problems),
    backHref: paths.tpnResult(...at),
    backText: text.title,
    action: paths.tpnArea(...at, area.key),
    // With what is stored now beside it, the same form may be sent again.
    seen: typed === null || isStale ? answersToken(rows.tpn) : typed.seen,
    items: area.indicators.map((indicator) => {
      const { code } = indicator;
      const row = rows.tpn.get(code) ?? null;
      const one = typed?.items.get(code) ?? typedFromRow(indicator, row);
      const item = itemOf(indicator, one, rows.tpi.get(code) ?? null, problems);
      return isStale ? { ...item, stored: storedText(indicator, one, row) } : item;
    }),
  };
}

function itemOf(
  indicator: Indicator,
  typed: TypedAnswer,
  tpi: AnswerRow | null,
  problems: readonly Problem[],
): AreaItem {
  const { code, shortName } = indicator;
  const [answerId, noteId] = [answerField(code), noteField(code)];
  return {
    id: `butir-${code}`,
    code,
    name: shortName,
    tpi: answerText(indicator, tpi?.value ?? null) || text.empty,
    stored: null,
    answerId,
    choices:
      indicator.type === 'choice'
        ? indicator.options.map(({ letter }) => ({ letter, selected: letter === typed.letter }))
        : null,
    index: indicator.type === 'index' ? typed.index : null,
    counts: typedInputs(indicator).map(({ key, label }) => {
      const id = countsField(code, key);
      return { id, label, value: typed.counts[key] ?? '', problem: fieldProblem(problems, id) };
    }),
    problem: fieldProblem(problems, answerId),
    noteId,
    note: typed.note ?? '',
    noteProblem: fieldProblem(problems, noteId),
  };
}

function storedText(
  indicator: Indicator,
  typed: TypedAnswer,
  row: AnswerRow | null,
): string | null {
  const stored = typedFromRow(indicator, row);
  if (saidIn(stored) === saidIn(typed)) return null;
  return text.storedAnswer(
    answerText(indicator, row?.value ?? null) || text.empty,
    stored.note ?? '',
  );
}

function saidIn({ letter, index, counts, note }: TypedAnswer): string {
  return JSON.stringify([letter, index, Object.entries(counts).sort(), note]);
}
