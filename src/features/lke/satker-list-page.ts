import { scopeOf } from '../../domain/access/scope.js';
import { exactFromStored, ZERO, type Exact } from '../../domain/exact.js';
import type { Target } from '../../domain/predikat/gate.js';
import type { Viewer } from '../../domain/access/decide.js';
import type { Db } from '../../db/store.js';
import type { Instruments } from '../../instruments.js';
import { paths } from '../../paths.js';
import { formatInstant, formatInteger, formatScore } from '../../text/format.js';
import { satkerListText as text, stageText } from '../../text/messages/lke.js';
import { menujuText } from '../../text/messages/workbook.js';
import { provinceName } from '../../text/messages/satker.js';
import { choice, type Choice } from '../../web/choice.js';
import { buildPager, pageNumber, withQuery, type Pager } from '../../web/pager.js';
import type { PageBase } from '../../web/pages.js';
import { sortColumn, type SortColumn } from '../../web/sort-column.js';
import { listInScope, provinceNames, type ListedSatker } from './list-store.js';
import { recapLinks, type RecapLink } from './recap-links.js';
import { arrangeSatker, FILLINGS, NOT_OPENED, readListQuery } from './satker-list.js';
import { SATKER_SORTS, sortOf, stagesIn, type SatkerListQuery } from './satker-list.js';
import { countGates } from './stored-score.js';

export interface SatkerListPage extends PageBase {
  readonly action: string;
  readonly search: string;
  readonly sort: string;
  readonly years: readonly Choice[];
  readonly provinces: readonly Choice[];
  readonly stages: readonly Choice[];
  readonly fillings: readonly Choice[];
  readonly countText: string;
  readonly recaps: readonly RecapLink[];
  readonly columns: readonly SortColumn[];
  readonly rows: readonly SatkerRow[];
  readonly empty: { readonly title: string; readonly text: string };
  readonly pager: Pager | null;
}

interface SatkerRow {
  readonly code: string;
  readonly name: string;
  /** null where the LKE is not open. */
  readonly href: string | null;
  readonly lke: null | {
    readonly stage: string;
    readonly target: string;
    readonly completeness: string;
    readonly score: string;
    readonly passed: boolean;
    readonly gates: string;
    readonly activity: string;
  };
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'lke/satker-list': SatkerListPage;
  }
}

const PAGE_SIZE = 50;
const NUMBERS = new Set(['isi', 'nilai']);

export async function satkerListPage(
  db: Db,
  instruments: Instruments,
  viewer: Viewer,
  at: { readonly year: number; readonly years: readonly number[]; readonly query: unknown },
): Promise<SatkerListPage> {
  const query = readListQuery(at.query);
  const frame = frameOf(instruments.forYear(at.year));
  const all = await listInScope(db, scopeOf(viewer.grants), at.year);
  const found = arrangeSatker(all, query, frame.of);
  const number = pageNumber((at.query as { halaman?: unknown }).halaman, PAGE_SIZE, found.length);
  const shown = found.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE);
  const hrefOf = (changed: Partial<Record<string, string>>) => listHref(query, at.year, changed);
  return {
    title: text.title(at.year),
    action: paths.satkerList(),
    search: query.cari,
    sort: query.urut,
    years: at.years.map((year) => choice(String(year), String(year), String(at.year))),
    provinces: await provinceChoices(db, all, query.provinsi),
    stages: stageChoices(all, query.tahap),
    fillings: FILLINGS.map((value) => choice(value, text.filling[value], query.isi)),
    countText: text.count(formatInteger(found.length), formatInteger(all.length)),
    recaps: await recapLinks(db, all, query.provinsi, at.year),
    columns: SATKER_SORTS.map((key) =>
      sortColumn(
        { key, label: text.columns[key], isNumber: NUMBERS.has(key) },
        sortOf(query),
        (urut) => hrefOf({ urut }),
      ),
    ),
    rows: shown.map((satker) => rowOf(satker, frame)),
    empty: emptyText(query, all),
    pager: buildPager(number, PAGE_SIZE, found.length, (n) => hrefOf({ halaman: String(n) })),
  };
}

async function provinceChoices(
  db: Db,
  all: readonly ListedSatker[],
  current: string,
): Promise<readonly Choice[]> {
  const codes = [...new Set(all.map((satker) => satker.provinceCode))];
  if (codes.length < 2) return [];
  const names = await provinceNames(db, codes);
  return codes
    .map((code) => choice(code, provinceName(names.get(code) ?? text.centre), current))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
}

function stageChoices(all: readonly ListedSatker[], current: string): readonly Choice[] {
  return [
    choice('', text.stages.all, current),
    ...stagesIn(all).map((stage) => choice(stage, stageText[stage], current)),
    choice(NOT_OPENED, text.stages.closed, current),
  ];
}

function listHref(
  query: SatkerListQuery,
  year: number,
  changed: Partial<Record<string, string>>,
): string {
  const urut = query.urut === 'kode' ? '' : query.urut;
  const parts: Record<string, string> = { tahun: String(year), ...query, urut };
  for (const [key, value] of Object.entries(changed)) parts[key] = value ?? '';
  return withQuery(paths.satkerList(), parts);
}

interface Frame {
  readonly year: number;
  /** Number of indicators. */
  readonly of: number;
  /** The law's minimum of the total, per target. */
  readonly minimum: Readonly<Record<Target, Exact>>;
}

function frameOf({ instrument, ruleset }: ReturnType<Instruments['forYear']>): Frame {
  const totalOf = (target: Target): Exact =>
    ruleset.gates[target].find((rule) => rule.code === 'total')?.minimum ?? ZERO;
  const minimum = { wbk: totalOf('wbk'), wbbm: totalOf('wbbm') };
  return { year: instrument.year, of: instrument.indicators.length, minimum };
}

function rowOf({ code, name, timeZone, lke }: ListedSatker, frame: Frame): SatkerRow {
  const { year, of, minimum } = frame;
  if (lke === null) return { code, name, href: null, lke: null };
  const { score, target, lastActivity } = lke;
  const gates = score === null ? null : countGates(score, target);
  return {
    code,
    name,
    href: paths.lke(code, year),
    lke: {
      stage: stageText[lke.stage],
      target: menujuText(target),
      completeness: text.completeness(formatInteger(score?.answered ?? 0), formatInteger(of)),
      score: score === null ? '' : totalText(exactFromStored(score.total), minimum[target]),
      passed: gates?.failed === 0,
      gates: gates === null ? text.noScore : gatesText(gates),
      activity: lastActivity === null ? text.noActivity : formatInstant(lastActivity, timeZone),
    },
  };
}

/** A total below its minimum never reads like it: digits are added until the two differ. */
function totalText(total: Exact, minimum: Exact): string {
  let digits = 2;
  if (total.compare(minimum) < 0) {
    while (formatScore(total, digits) === formatScore(minimum, digits)) digits += 1;
  }
  return formatScore(total, digits);
}

function gatesText({ failed, of }: { failed: number; of: number }): string {
  return failed === 0 ? text.passed(of) : text.failed(failed, of);
}

function emptyText(query: SatkerListQuery, all: readonly ListedSatker[]): SatkerListPage['empty'] {
  if (all.length === 0) return text.noScope;
  const noneOpened = all.every((satker) => satker.lke === null) && query.tahap === '';
  return noneOpened ? text.noneOpened : text.nothingFound;
}
