import { z } from 'zod';
import type { Problem } from '../../domain/problem.js';
import { TARGETS } from '../../domain/predikat/gate.js';
import { isOpenForFilling } from '../../domain/lke/stages.js';
import type { Db } from '../../db/store.js';
import { paths } from '../../paths.js';
import { formatInteger } from '../../text/format.js';
import { predikatText, provinceName } from '../../text/messages/satker.js';
import { stageText } from '../../text/messages/lke.js';
import { yearsText } from '../../text/messages/years.js';
import { choice, type Choice } from '../../web/choice.js';
import { problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { PageBase } from '../../web/pages.js';
import { buildPager, pageNumber, withQuery, type Pager } from '../../web/pager.js';
import { listProvinces } from '../satker/store.js';
import { countLke, listLke, type ListedLke } from './lke-store.js';

export interface YearSatkerPage extends PageBase {
  readonly problems: readonly ProblemLine[];
  readonly backHref: string;
  readonly backText: string;
  readonly addHref: string;
  readonly action: string;
  readonly search: string;
  readonly provinces: readonly Choice[];
  readonly targets: readonly Choice[];
  readonly countText: string;
  readonly targetAction: string;
  /** The query of this list, so that a change comes back to it. */
  readonly query: string;
  readonly rows: readonly YearSatkerRow[];
  readonly pager: Pager | null;
}

interface YearSatkerRow {
  readonly code: string;
  readonly name: string;
  readonly href: string;
  readonly stage: string;
  readonly version: number;
  readonly target: string;
  /** Null where the stage no longer lets the target change. */
  readonly choices: readonly Choice[] | null;
  readonly fieldId: string;
  readonly warning: string | null;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'years/satker': YearSatkerPage;
  }
}

const PAGE_SIZE = 50;
const QUERY = z.object({
  cari: z.string().trim().max(100).catch(''),
  provinsi: z.string().max(2).catch(''),
  sasaran: z.enum(['', ...TARGETS]).catch(''),
});

export async function yearSatkerPage(
  db: Db,
  year: number,
  rawQuery: unknown,
  problems: readonly Problem[],
): Promise<YearSatkerPage> {
  const query = QUERY.parse(rawQuery);
  const filter = { year, search: query.cari, province: query.provinsi, target: query.sasaran };
  const total = await countLke(db, filter);
  const all = await countLke(db, { year, search: '', province: '', target: '' });
  const page = pageNumber((rawQuery as { halaman?: unknown }).halaman, PAGE_SIZE, total);
  const rows = await listLke(db, filter, PAGE_SIZE, (page - 1) * PAGE_SIZE);
  const hrefOf = (halaman: string) => withQuery(paths.adminYearSatker(year), { ...query, halaman });
  return {
    title: yearsText.satkerTitle(year),
    problems: problemLines(problems),
    backHref: paths.adminYear(year),
    backText: yearsText.yearTitle(year),
    addHref: paths.adminYearSatkerNew(year),
    action: paths.adminYearSatker(year),
    search: query.cari,
    provinces: (await listProvinces(db)).map(({ code, name }) =>
      choice(code, provinceName(name), query.provinsi),
    ),
    targets: targetChoices(query.sasaran),
    countText: yearsText.count(formatInteger(total), formatInteger(all)),
    targetAction: paths.adminYearTarget(year),
    query: hrefOf(page === 1 ? '' : String(page)).split('?')[1] ?? '',
    rows: rows.map((lke) => rowOf(year, lke)),
    pager: buildPager(page, PAGE_SIZE, total, (number) => hrefOf(String(number))),
  };
}

/** Back to the list as it was, from the query a form carried. */
export function listHref(year: number, carried: string): string {
  const { cari, provinsi, sasaran } = QUERY.parse(Object.fromEntries(new URLSearchParams(carried)));
  const page = new URLSearchParams(carried).get('halaman') ?? '';
  const halaman = /^\d{1,4}$/.test(page) ? page : '';
  return withQuery(paths.adminYearSatker(year), { cari, provinsi, sasaran, halaman });
}

function rowOf(year: number, lke: ListedLke): YearSatkerRow {
  return {
    code: lke.satkerCode,
    name: lke.satkerName,
    href: paths.lke(lke.satkerCode, year),
    stage: stageText[lke.stage],
    version: lke.version,
    target: predikatText[lke.target],
    choices: isOpenForFilling(lke.stage) ? targetChoices(lke.target) : null,
    fieldId: `sasaran-${lke.satkerCode}`,
    warning: lke.target === 'wbbm' && !lke.holdsWbk ? yearsText.withoutWbk : null,
  };
}

function targetChoices(chosen: string): Choice[] {
  return TARGETS.map((target) => choice(target, predikatText[target], chosen));
}
