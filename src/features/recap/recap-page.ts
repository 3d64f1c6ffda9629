import { z } from 'zod';
import { sum, type Exact } from '../../domain/exact.js';
import { gateFigures } from '../../domain/predikat/display.js';
import type { AreaScore } from '../../domain/scoring/sheet-score.js';
import { paths } from '../../paths.js';
import { formatInstant, formatInteger, formatScore, formatShort } from '../../text/format.js';
import { stageText } from '../../text/messages/lke.js';
import { jobText, recapText as text } from '../../text/messages/recap.js';
import { menujuText } from '../../text/messages/workbook.js';
import type { PageBase } from '../../web/pages.js';
import { yearLinks, type YearLink } from '../../web/year-links.js';
import { withQuery } from '../../web/pager.js';
import { readSorting, sortColumn, type SortColumn, type Sorting } from '../../web/sort-column.js';
import type { RecapInput, RecapLke, RecapSatker } from '../../workbook/recap-input.js';
import {
  tierCells,
  tierHeads,
  totalText,
  type TierCell,
  type TierHeads,
} from './recap-tier-cells.js';

export interface RecapPage extends PageBase {
  readonly years: readonly YearLink[];
  readonly intro: string;
  readonly made: string;
  readonly downloadHref: string;
  readonly downloadText: string;
  readonly jobsHref: string;
  readonly jobsText: string;
  readonly columns: readonly SortColumn[];
  readonly rows: readonly RecapRow[];
  /** null while no further tier of any satker is shown. */
  readonly tiers: TierHeads | null;
  readonly averages: null | {
    readonly label: string;
    readonly note: string;
    readonly pengungkit: string;
    readonly hasil: string;
    readonly total: string;
  };
  readonly areaHeading: string;
  readonly areas: readonly { readonly name: string; readonly weight: string }[];
  readonly empty: { readonly title: string; readonly text: string };
}

interface RecapRow {
  readonly code: string;
  readonly name: string;
  /** null where the LKE is not open. */
  readonly lke: null | {
    readonly href: string;
    readonly rank: string;
    readonly target: string;
    readonly stage: string;
    readonly completeness: string;
    readonly pengungkit: string;
    readonly hasil: string;
    readonly total: string;
    readonly tiers: readonly TierCell[];
    readonly passed: boolean;
    readonly gates: string;
    readonly shortAll: string;
    readonly short: readonly string[];
    readonly areas: readonly {
      readonly label: string;
      readonly sum: string;
      readonly halves: string;
    }[];
  };
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'recap/recap': RecapPage;
  }
}

const SORTS = [
  'peringkat',
  'kode',
  'nama',
  'isi',
  'pengungkit',
  'hasil',
  'nilai',
  'ambang',
] as const;
type Sort = (typeof SORTS)[number];
const NUMBERS = new Set<Sort>(['isi', 'pengungkit', 'hasil', 'nilai']);

const QUERY = z.object({
  urut: z
    .string()
    .regex(new RegExp(`^-?(?:${SORTS.join('|')})$`))
    .catch('peringkat'),
});

export function recapPage(input: RecapInput, years: readonly number[], query: unknown): RecapPage {
  const { province, year, satkerList, instrument } = input;
  const sorting = readSorting(QUERY.parse(query).urut, SORTS, 'peringkat');
  const opened = satkerList.flatMap(({ lke }) => lke ?? []);
  const { seq, hash } = input.historyHead ?? { seq: 0, hash: '' };
  return {
    title: text.title(province.name, year),
    years: yearLinks(years, year, (one) => paths.recap(province.code, one)),
    intro: text.intro(satkerList.length, opened.length),
    made: text.made(formatInstant(input.exportedAt, input.timeZone), text.head(seq, hash)),
    downloadHref: paths.recapFile(province.code, year),
    downloadText: text.download,
    jobsHref: paths.jobs(province.code, year),
    jobsText: jobText.link,
    columns: columnsOf(input, sorting),
    rows: opened.length === 0 ? [] : sorted(satkerList, sorting).map((one) => rowOf(one, input)),
    tiers: tierHeads(satkerList),
    averages: averagesOf(opened),
    areaHeading: text.halves,
    areas: instrument.areas.flatMap(({ key, name, weight }) =>
      key === 'hasil'
        ? []
        : [{ name: text.area(key, name), weight: text.areaOf(formatShort(weight)) }],
    ),
    empty: text.empty,
  };
}

function columnsOf({ province, year }: RecapInput, sorting: Sorting<Sort>): SortColumn[] {
  const hrefOf = (urut: string) => withQuery(paths.recap(province.code, year), { urut });
  return SORTS.map((key) =>
    sortColumn({ key, label: text.columns[key], isNumber: NUMBERS.has(key) }, sorting, hrefOf),
  );
}

/** Satker without LKE stand last whatever the order. */
function sorted(list: readonly RecapSatker[], { key, descending }: Sorting<Sort>): RecapSatker[] {
  const sign = descending ? -1 : 1;
  return [...list].sort((a, b) => {
    if (a.lke === null || b.lke === null) return Number(a.lke === null) - Number(b.lke === null);
    return sign * compare(key, a, a.lke, b, b.lke) || (a.code < b.code ? -1 : 1);
  });
}

function compare(
  key: Sort,
  a: RecapSatker,
  first: RecapLke,
  b: RecapSatker,
  second: RecapLke,
): number {
  switch (key) {
    case 'peringkat':
      return first.rank - second.rank;
    case 'kode':
      return a.code < b.code ? -1 : 1;
    case 'nama':
      return a.name.localeCompare(b.name, 'id');
    case 'isi':
      return first.score.answered - second.score.answered;
    case 'pengungkit':
      return first.score.pengungkit.compare(second.score.pengungkit);
    case 'hasil':
      return first.score.hasil.score.compare(second.score.hasil.score);
    case 'nilai':
      return first.score.total.compare(second.score.total);
    case 'ambang':
      return failedOf(first).length - failedOf(second).length;
  }
}

function rowOf({ code, name, lke }: RecapSatker, input: RecapInput): RecapRow {
  if (lke === null) return { code, name, lke: null };
  const { score, target, stage, rank, gates } = lke;
  const failed = failedOf(lke);
  const of = gates[target].items.length;
  return {
    code,
    name,
    lke: {
      href: paths.lke(code, input.year),
      rank: formatInteger(rank),
      target: menujuText(target),
      stage: stageText[stage],
      completeness: text.completeness(formatInteger(score.answered), formatInteger(score.of)),
      pengungkit: formatScore(score.pengungkit),
      hasil: formatScore(score.hasil.score),
      total: totalText(lke),
      tiers: tierCells(lke, input),
      passed: failed.length === 0,
      gates: failed.length === 0 ? text.passed(of) : text.failed(failed.length, of),
      shortAll: text.shortAll(failed.length),
      short: failed.map((gate) => text.short(gate.name, gateFigures(gate).shortPoints ?? '')),
      areas: score.areas.map((area) => areaOf(area, input)),
    },
  };
}

function areaOf(area: AreaScore, { instrument }: RecapInput) {
  const name = instrument.areas.find(({ key }) => key === area.key)?.name ?? '';
  return {
    label: text.area(area.key, name),
    sum: formatScore(area.score),
    halves: text.areaCell(formatScore(area.pemenuhan), formatScore(area.reform)),
  };
}

function failedOf({ target, gates }: RecapLke) {
  return gates[target].items.filter((gate) => !gate.passed);
}

function averagesOf(opened: readonly RecapLke[]): RecapPage['averages'] {
  if (opened.length === 0) return null;
  const mean = (of: (lke: RecapLke) => Exact): string =>
    formatScore(sum(opened.map(of)).div(opened.length));
  return {
    label: text.average,
    note: text.averageNote,
    pengungkit: mean(({ score }) => score.pengungkit),
    hasil: mean(({ score }) => score.hasil.score),
    total: mean(({ score }) => score.total),
  };
}
