import type { Exact } from '../../domain/exact.js';
import { CHANGE_AREA_KEYS } from '../../domain/instrument/instrument.js';
import type { Viewer } from '../../domain/access/decide.js';
import { judgeGates, judgeValue } from '../../domain/predikat/gates.js';
import type { GateResult } from '../../domain/predikat/gate.js';
import { paths } from '../../paths.js';
import { formatScore, formatShort } from '../../text/format.js';
import { areaText as text, readOnlyText } from '../../text/messages/sheet.js';
import { officialText, sourceText } from '../../text/messages/wording.js';
import { gateRows, type GateRow } from '../../web/gate-rows.js';
import { lkeNav, type LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import type { AreaFacts } from './area-facts.js';
import { AREA_FILTERS, halvesOf, scoreArea } from './area-rows.js';
import type { AreaFilter, AreaHalf, AreaScores } from './area-rows.js';
import { mayFillArea } from './may-fill.js';
import { readOnlyReason } from './read-only.js';

export interface AreaPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly tabs: readonly AreaTab[];
  readonly score: string;
  readonly filled: string;
  readonly isComplete: boolean;
  readonly total: string;
  readonly gates: readonly GateRow[];
  readonly readOnly: string | null;
  /** After a return that opens some indicators only. */
  readonly someOpen: string | null;
  /** Where the questions come from, where they are the official ones. */
  readonly wordingSource: string | null;
  readonly nextHref: string | null;
  readonly filters: readonly { href: string; label: string; current: boolean }[];
  readonly halves: readonly AreaHalf[];
  readonly empty: { readonly title: string; readonly text: string };
  readonly searchAction: string;
}

interface AreaTab {
  readonly href: string;
  readonly label: string;
  readonly title: string;
  readonly filled: string;
  readonly current: boolean;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'sheet/area': AreaPage;
  }
}

export function areaPage(facts: AreaFacts, viewer: Viewer, filter: AreaFilter): AreaPage {
  const { lke, area, stored } = facts;
  const { satker, year } = lke;
  const scores = scoreArea(facts);
  const { score, gates } = standing(facts, scores);
  const answered = stored.answeredByArea[area.key];
  const may = mayFillArea(viewer, lke, area.key);
  const at = paths.area(satker.code, year, area.key);
  return {
    title: text.name(area.key, area.name),
    lkeNav: lkeNav(lke, 'fill', viewer),
    tabs: tabsOf(facts),
    score: text.score(formatScore(score), formatShort(area.weight)),
    filled: text.filled(answered, area.indicators.length),
    isComplete: answered === area.indicators.length,
    total: formatScore(stored.total),
    gates: gateRows(gates),
    readOnly: readOnlyReason(may, lke),
    someOpen: typeof lke.openness === 'string' ? null : readOnlyText.someOpen,
    wordingSource: sourceOf(facts),
    nextHref: may === 'yes' ? firstUnanswered(facts, scores) : null,
    filters: AREA_FILTERS.map((one) => ({
      href: one === '' ? at : `${at}?saring=${one}`,
      label: text.filters[one],
      current: one === filter,
    })),
    halves: halvesOf(facts, scores, filter),
    empty: text.nothing,
    searchAction: paths.search(satker.code, year),
  };
}

function sourceOf({ wording }: AreaFacts): string | null {
  if (wording === null || wording.texts.size === 0) return null;
  return officialText.areaSource(sourceText(wording.source));
}

function tabsOf({ lke, instrument, area: current, stored }: AreaFacts): readonly AreaTab[] {
  return instrument.areas.map(({ key, name, indicators }) => ({
    href: paths.area(lke.satker.code, lke.year, key),
    label: text.tab(key),
    title: name,
    filled: text.tabFilled(stored.answeredByArea[key], indicators.length),
    current: key === current.key,
  }));
}

function firstUnanswered({ lke, area }: AreaFacts, scores: AreaScores): string | null {
  const first = area.indicators.find(({ code }) => scores.get(code)?.state === 'unanswered');
  return first === undefined ? null : paths.answer(lke.satker.code, lke.year, first.code);
}

/** Its points and the gates that only this area decides. */
function standing(
  { lke, ruleset, area, stored }: AreaFacts,
  scores: AreaScores,
): { readonly score: Exact; readonly gates: readonly GateResult[] } {
  const rules = ruleset.gates[lke.target];
  const key = CHANGE_AREA_KEYS.find((one) => one === area.key);
  if (key !== undefined) {
    const own = stored.area(key);
    const gates = rules
      .filter((rule) => rule.measures === key)
      .map((rule) => judgeValue({ ...rule, name: text.ownGate }, own.ratio, own.weight));
    return { score: own.score, gates };
  }
  const { hasil } = stored;
  const measures = new Set<string>(area.indicators.flatMap(({ parent, code }) => [parent, code]));
  const own = rules.filter((rule) => measures.has(rule.measures));
  return { score: hasil.score, gates: judgeGates(own, { ...stored, hasil, indicators: scores }) };
}
