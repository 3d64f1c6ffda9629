import type { Viewer } from '../../domain/access/decide.js';
import type { Area, Indicator, Instrument } from '../../domain/instrument/instrument.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import { judge } from '../../domain/predikat/gates.js';
import type { GateReport } from '../../domain/predikat/gate.js';
import type { OfficialWording } from '../../domain/wording/official-text.js';
import { paths } from '../../paths.js';
import type { FieldFacts } from '../../web/answer-fields.js';
import type { EvidenceLimits, LinkedEvidence } from '../../web/answer-evidence.js';
import type { Deps } from '../../web/deps.js';
import { evidenceLimits, evidenceOfIndicator } from '../evidence/store.js';
import { notesSeen, verdictsSeen, type NoteThread, type Verdict } from '../review/store.js';
import { reasonOf, type ReasonRow } from '../submission/store.js';
import { readSheet, type AnswerRow, type Lke, type Sheet } from '../lke/store.js';
import { readWording } from '../wording/store.js';

/** What is stored of one indicator and of the sheet around it. */
export interface AnswerFacts {
  readonly lke: Lke;
  readonly instrument: Instrument;
  readonly area: Area;
  readonly indicator: Indicator;
  readonly sheet: Sheet;
  readonly report: GateReport;
  readonly row: AnswerRow | null;
  readonly evidence: readonly LinkedEvidence[];
  readonly limits: EvidenceLimits;
  /** Written reason where there is no evidence; version 0 where never given. */
  readonly noEvidence: ReasonRow;
  readonly wording: OfficialWording | null;
  /** What those who assess said of it and this person sees. */
  readonly notes: readonly NoteThread[];
  /** What they found, as far as this person sees it now. */
  readonly verdicts: readonly Verdict[];
}

/** The sheet of the satker as the fields of a form need it. */
export function fieldFacts({ lke, indicator, sheet, wording }: AnswerFacts): FieldFacts {
  const hrefOf = (code: IndicatorCode) => paths.answer(lke.satker.code, lke.year, code);
  return { indicator, rows: sheet.rows, hrefOf, wording };
}

/** null where the instrument of the LKE has no such indicator. */
export function findIndicator(
  instrument: Instrument,
  code: string,
): { readonly indicator: Indicator; readonly area: Area } | null {
  const indicator = instrument.byCode.get(code as IndicatorCode);
  const area = instrument.areas.find(({ key }) => key === indicator?.area);
  return indicator === undefined || area === undefined ? null : { indicator, area };
}

export async function readAnswerFacts(
  deps: Deps,
  lke: Lke,
  { indicator, area }: { readonly indicator: Indicator; readonly area: Area },
  viewer: Viewer,
): Promise<AnswerFacts> {
  const { instruments } = deps;
  const { db } = deps.store;
  const sheet = await readSheet(db, instruments, lke, 'mandiri');
  return {
    lke,
    instrument: instruments.instrument(lke.instrumentId),
    area,
    indicator,
    sheet,
    report: judge(instruments.ruleset(lke.rulesetId), lke.target, sheet.score),
    row: sheet.rows.get(indicator.code) ?? null,
    evidence: await evidenceOfIndicator(db, lke.id, indicator.code),
    limits: await evidenceLimits(db),
    noEvidence: await reasonOf(db, lke.id, indicator.code),
    wording: await readWording(db, lke.year, [indicator.code]),
    notes: await notesSeen(db, lke, viewer, indicator.code),
    verdicts: await verdictsSeen(db, lke, viewer, indicator.code),
  };
}
