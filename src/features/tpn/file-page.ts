import type { Area, IndicatorCode, Instrument } from '../../domain/instrument/instrument.js';
import { isSameAnswer } from '../../domain/lke/assessment.js';
import type { AnswerValue } from '../../domain/scoring/answer.js';
import { answerText } from '../../text/answer-text.js';
import { tpnText as text } from '../../text/messages/tpn.js';
import type { LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import type { FileAnswer } from './result-store.js';

export interface TpnFilePage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly backHref: string;
  readonly backText: string;
  readonly summary: string;
  readonly total: string;
  readonly action: string;
  readonly seen: string;
  readonly problem: string | null;
  /** The file says in everything what a tier said: probably an export that nobody filled. */
  readonly same: null | { readonly text: string; readonly label: string };
  readonly groups: readonly FileGroup[];
}

/** What the file would change in one area. */
interface FileGroup {
  readonly title: string;
  readonly count: string;
  readonly isOpen: boolean;
  readonly rows: readonly {
    readonly code: string;
    readonly name: string;
    readonly tpi: string;
    readonly stored: string;
    readonly typed: string;
    /** TPN found otherwise than TPI. */
    readonly differs: boolean;
  }[];
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'tpn/file': TpnFilePage;
  }
}

export type Values = ReadonlyMap<IndicatorCode, { readonly value: AnswerValue | null }>;

export interface Compared {
  readonly stored: Values;
  readonly tpi: Values;
  readonly answers: readonly FileAnswer[];
}

/** The tier that gave the very answers of the file, all of them; null where there is none. */
export function givenBy<Given>(
  answers: readonly FileAnswer[],
  tiers: readonly { readonly tier: Given; readonly values: Values }[],
): Given | null {
  const same = tiers.find(
    ({ values }) =>
      [...values.values()].filter(({ value }) => value !== null).length === answers.length &&
      answers.every(({ code, value }) => {
        const own = values.get(code)?.value ?? null;
        return own !== null && isSameAnswer(own, value);
      }),
  );
  return same?.tier ?? null;
}

/** More differences than this are folded by area. */
const MOST_OPEN = 20;

/** Where the file says otherwise than what is stored, by area, beside what TPI found. */
export function fileGroups(
  instrument: Instrument,
  compared: Compared,
): { readonly groups: readonly FileGroup[]; readonly changed: number; readonly differs: number } {
  const perArea = instrument.areas.map((area) => ({ area, rows: rowsOf(area, compared) }));
  const all = perArea.flatMap(({ rows }) => rows);
  const isOpen = all.length <= MOST_OPEN;
  const groups = perArea.flatMap(({ area, rows }) => {
    if (rows.length === 0) return [];
    const other = rows.filter(({ differs }) => differs).length;
    const count = text.fileGroup(rows.length, other);
    return [{ title: text.areaName(area.key, area.name), count, isOpen, rows }];
  });
  return { groups, changed: all.length, differs: all.filter(({ differs }) => differs).length };
}

function rowsOf(area: Area, { stored, tpi, answers }: Compared): FileGroup['rows'] {
  return area.indicators.flatMap((indicator) => {
    const typed = answers.find(({ code }) => code === indicator.code);
    if (typed === undefined) return [];
    const shown = (value: AnswerValue | null | undefined): string =>
      answerText(indicator, value ?? null) || text.empty;
    const own = tpi.get(indicator.code)?.value ?? null;
    const row = {
      code: indicator.code,
      name: indicator.shortName,
      tpi: shown(own),
      stored: shown(stored.get(indicator.code)?.value),
      typed: shown(typed.value),
      differs: own !== null && !isSameAnswer(own, typed.value),
    };
    return row.stored === row.typed ? [] : [row];
  });
}
