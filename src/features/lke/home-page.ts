import { exactFromDecimal, type Exact } from '../../domain/exact.js';
import { isEndStage, isOpenForFilling } from '../../domain/lke/stages.js';
import { judge, judgeValue } from '../../domain/predikat/gates.js';
import type { GateReport } from '../../domain/predikat/gate.js';
import { decide, type Viewer } from '../../domain/access/decide.js';
import type { AreaScore } from '../../domain/scoring/sheet-score.js';
import type { Area } from '../../domain/instrument/instrument.js';
import { paths } from '../../paths.js';
import { formatInstant, formatScore, formatShort } from '../../text/format.js';
import { homeText as text, stageText } from '../../text/messages/lke.js';
import { menujuText } from '../../text/messages/workbook.js';
import { gateRow, gateRows, gatesVerdict, type GateRow } from '../../web/gate-rows.js';
import { lkeNav, lkeRights, type LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import { stageView, type StageView } from '../../web/stage-view.js';
import { heldPredikat } from '../satker/store.js';
import { areaChart, type AreaChart } from './area-chart.js';
import { comingDates, stageDeadline, type Deadline } from './deadline.js';
import { largestGains, type Gain } from './gains.js';
import type { HomeFacts } from './home-facts.js';
import { outcomesOf, type OutcomeView } from './outcomes.js';
import { workRows, type WorkRow } from './work-rows.js';

export interface HomePage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly stage: string;
  readonly stages: StageView;
  /** What came back, and where to see it; null where nothing did. */
  readonly returned: { readonly text: string; readonly href: string } | null;
  /** What the tiers decided that stands. */
  readonly outcomes: readonly OutcomeView[];
  readonly decisionsHref: string;
  /** What to do now that the deadline has passed; null before. */
  readonly overdue: string | null;
  readonly total: string;
  readonly totalOf: string;
  readonly answered: number;
  readonly of: number;
  readonly completeness: string;
  readonly completenessNote: string;
  readonly target: string;
  readonly targetPassed: boolean;
  readonly verdict: string;
  readonly prerequisite: { readonly met: boolean; readonly text: string } | null;
  readonly internal: {
    readonly text: string;
    readonly met: boolean;
    readonly verdict: string;
  } | null;
  readonly deadline: Deadline | null;
  readonly noDeadline: string;
  readonly dates: readonly Deadline[];
  /** Leads those who fill to the first unanswered indicator of theirs; null where none is left. */
  readonly startHref: string | null;
  /** While nothing is filled: a filled worksheet can be brought in instead. */
  readonly importHref: string | null;
  /** While a return names what is open: the list of it, for those who fill. */
  readonly inboxHref: string | null;
  readonly allMineFilled: boolean;
  /** A member to whom the lead has given no area yet: nothing here is theirs to fill. */
  readonly withoutArea: string | null;
  /** What is to do, for those who fill; how far it is, for those who read. */
  readonly workTitle: string;
  readonly work: readonly WorkRow[];
  readonly gates: readonly GateRow[];
  readonly chart: { readonly src: string; readonly alt: string };
  readonly areas: readonly AreaRow[];
  readonly gains: readonly Gain[];
  /** Whether any of them enters a gate that fails. */
  readonly gainsEnterGates: boolean;
  readonly activity: string;
  readonly searchAction: string;
}

export interface AreaRow {
  readonly name: string;
  readonly pemenuhan: string;
  readonly reform: string;
  readonly score: string;
  readonly weight: string;
  readonly percent: string;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'lke/home': HomePage;
  }
}

const GAINS_SHOWN = 8;

export function homePage(facts: HomeFacts, viewer: Viewer, now: Date): HomePage {
  const { lke, instrument, ruleset, sheet, evidence, days } = facts;
  const { satker, year } = lke;
  const report = judge(ruleset, lke.target, sheet.score);
  const work = workRows(lke, instrument, sheet, evidence, viewer);
  const gains = largestGains(lke, instrument, sheet, report, GAINS_SHOWN);
  const rights = lkeRights(viewer, satker);
  return {
    title: text.title(satker.name, year),
    lkeNav: lkeNav(lke, 'home', viewer),
    stage: stageText[lke.stage],
    stages: stageView(lke),
    returned: returnedOf(facts, viewer),
    outcomes: outcomesOf(facts, viewer),
    decisionsHref: paths.decisions(satker.code, year),
    ...deadlineOf(facts, now),
    ...headline(facts, report),
    prerequisite: prerequisiteOf(facts),
    internal: internalOf(lke.internalTarget, sheet.score.total),
    noDeadline: isEndStage(lke.stage) ? text.deadline.ended : text.deadline.none,
    dates: comingDates(days, now, satker.timeZone),
    ...startOf(facts, work),
    importHref:
      rights.fill && sheet.score.answered === 0 && lke.openness !== 'none'
        ? paths.imports(lke.satker.code, lke.year)
        : null,
    withoutArea: rights.fill && !work.some((row) => row.isMine) ? text.withoutArea : null,
    workTitle: rights.fill && lke.openness === 'all' ? text.workToDo : text.workDone,
    work,
    gates: gateRows(report.items),
    chart: chartOf(facts, areaChart(sheet.score.areas, report)),
    areas: areaRows(facts, report),
    gains,
    gainsEnterGates: gains.some(({ failing }) => failing !== ''),
    activity: activityOf(facts),
    searchAction: paths.search(satker.code, year),
  };
}

function deadlineOf({ lke, days, sentBack }: HomeFacts, now: Date) {
  const { stage, satker } = lke;
  const deadline = stageDeadline(days, stage, now, satker.timeZone, sentBack);
  const { overdue } = text.deadline;
  const whatToDo = isOpenForFilling(stage) ? overdue.filling : overdue.later;
  return { deadline, overdue: deadline?.isOver === true ? whatToDo : null };
}

/** What TPI returned is the assessors' to see until they pass it on. */
function returnedOf({ lke, returned, reopened }: HomeFacts, viewer: Viewer): HomePage['returned'] {
  if (returned === null) {
    const href = paths.submission(lke.satker.code, lke.year);
    return reopened === null ? null : { text: text.reopened[reopened.tier], href };
  }
  if (!returned.opened && decide(viewer, 'review.read', lke.satker) !== 'allowed') return null;
  const count = returned.codes?.length ?? null;
  const said = returned.opened ? text.returned(count) : text.returnWaiting;
  return { text: said, href: paths.submission(lke.satker.code, lke.year) };
}

function headline({ lke, instrument, sheet }: HomeFacts, report: GateReport) {
  const { answered, of } = sheet.score;
  const total = report.items.find((gate) => gate.code === 'total');
  return {
    total: total === undefined ? formatScore(sheet.score.total) : gateRow(total).alone,
    totalOf: text.scoreOf(formatShort(instrument.weights.total)),
    answered,
    of,
    completeness: text.completeness(answered, of),
    completenessNote: answered === of ? text.complete : text.incomplete,
    target: menujuText(lke.target),
    targetPassed: report.passed,
    verdict: gatesVerdict(report),
  };
}

function prerequisiteOf({ lke, ruleset, register }: HomeFacts): HomePage['prerequisite'] {
  if (lke.target !== 'wbbm') return null;
  const held = heldPredikat(register, ruleset.prerequisite.wbbm.predikat);
  return held === null
    ? { met: false, text: text.prerequisiteUnmet }
    : { met: true, text: text.prerequisiteMet(held.year, held.decreeNumber) };
}

/** The internal target stands apart from the law (domain.md, Gates). */
function internalOf(target: string | null, total: Exact): HomePage['internal'] {
  if (target === null) return null;
  const minimum = exactFromDecimal(target);
  const rule = {
    code: 'total',
    name: '',
    measures: 'total',
    indexMinimum: null,
    source: '',
  } as const;
  const row = gateRow(judgeValue({ ...rule, minimum }, total));
  const verdict = row.passed ? text.internalMet : row.verdict;
  return { text: text.internal(row.minimum), met: row.passed, verdict };
}

function startOf({ lke }: HomeFacts, work: readonly WorkRow[]) {
  const mine = work.filter((row) => row.isMine);
  const isLeft = mine.some((row) => !row.isComplete);
  const open = isOpenForFilling(lke.stage) && mine.length > 0;
  return {
    startHref:
      open && lke.openness === 'all' && isLeft
        ? paths.nextUnanswered(lke.satker.code, lke.year)
        : null,
    inboxHref: open && lke.openness !== 'all' ? paths.notesInbox() : null,
    allMineFilled: open && lke.openness === 'all' && !isLeft,
  };
}

function chartOf({ lke }: HomeFacts, chart: AreaChart): HomePage['chart'] {
  const bars = chart.bars.map((bar, index) => text.chartArea(String(index + 1), bar.text));
  return {
    src: paths.lkeChart(lke.satker.code, lke.year),
    alt: text.chartAlt(bars.join(', '), chart.minimumText),
  };
}

function areaRows({ instrument, sheet }: HomeFacts, report: GateReport): readonly AreaRow[] {
  return instrument.areas.map((area) => {
    const scored = sheet.score.areas.find((each) => each.key === area.key);
    return scored === undefined
      ? hasilRow(area, sheet.score.hasil.score)
      : changeAreaRow(area, scored, report);
  });
}

function changeAreaRow(area: Area, scored: AreaScore, report: GateReport): AreaRow {
  const gate = report.items.find((item) => item.measures === area.key);
  return {
    name: text.area(area.key, area.name),
    pemenuhan: formatScore(scored.pemenuhan),
    reform: formatScore(scored.reform),
    score: formatScore(scored.score),
    weight: formatShort(scored.weight),
    percent: gate === undefined ? percentText(scored.ratio) : gateRow(gate).value,
  };
}

function hasilRow(area: Area, score: Exact): AreaRow {
  return {
    name: text.area(area.key, area.name),
    pemenuhan: '',
    reform: '',
    score: formatScore(score),
    weight: formatShort(area.weight),
    percent: percentText(score.div(area.weight)),
  };
}

function percentText(ratio: Exact): string {
  return text.percent(formatScore(ratio.mul(100)));
}

function activityOf({ lke, activity }: HomeFacts): string {
  if (activity === null) return text.noActivity;
  return text.lastActivity(formatInstant(activity.at, lke.satker.timeZone), activity.by);
}
