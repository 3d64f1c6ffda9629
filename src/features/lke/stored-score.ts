import { exactFromStored, exactToStored, type Exact } from '../../domain/exact.js';
import { CHANGE_AREA_KEYS, type AreaKey } from '../../domain/instrument/instrument.js';
import type { ChangeAreaKey, IndicatorCode } from '../../domain/instrument/instrument.js';
import type { Instrument } from '../../domain/instrument/instrument.js';
import {
  TARGETS,
  type GateCode,
  type GateReport,
  type Target,
} from '../../domain/predikat/gate.js';
import type { AreaScore, SheetScore } from '../../domain/scoring/sheet-score.js';
import type { ScoreTable } from '../../db/schema.js';

/** The columns in which one tier's score of one LKE is kept. */
export type ScoreColumns = Omit<ScoreTable, 'lke_id' | 'tier'>;

/** The same columns beside an LKE that may have no score. */
export type JoinedScore = { readonly [Name in keyof ScoreColumns]: ScoreColumns[Name] | null };

export function scoreColumns(row: JoinedScore): ScoreColumns | null {
  const { answered, total, total_sort, detail } = row;
  const isThere = answered !== null && total !== null && total_sort !== null && detail !== null;
  return isThere ? { answered, total, total_sort, detail } : null;
}

/** What a stored score says: enough for lists and roll-ups, every figure exact. */
export interface StoredScore {
  readonly answered: number;
  readonly of: number;
  readonly answeredByArea: Readonly<Record<AreaKey, number>>;
  readonly total: Exact;
  readonly pengungkit: Exact;
  readonly pemenuhan: Exact;
  readonly reform: Exact;
  readonly areas: readonly AreaScore[];
  /** One of them. */
  readonly area: (key: ChangeAreaKey) => AreaScore;
  readonly hasil: SheetScore['hasil'];
  readonly gates: Readonly<Record<Target, StoredVerdict>>;
  /** Filled but not computable. */
  readonly notComputable: readonly IndicatorCode[];
}

export interface StoredVerdict {
  readonly passed: boolean;
  /** Number of gates. */
  readonly of: number;
  /** The gates that fail, each with what is short in points. */
  readonly failed: readonly { readonly code: GateCode; readonly shortPoints: Exact }[];
}

interface Detail {
  of: number;
  answered: Record<AreaKey, number>;
  pengungkit: string;
  pemenuhan: string;
  reform: string;
  areas: Record<string, { pemenuhan: string; reform: string; weight: string }>;
  hasil: string;
  hasilParts: Record<string, string>;
  gates: Record<string, { of: number; failed: Record<string, string> }>;
  notComputable: string[];
}

/** A sheet's score and verdicts as they are stored: fractions as text, a REAL for sorting only. */
export function toStoredScore(
  instrument: Instrument,
  score: SheetScore,
  gates: Readonly<Record<Target, GateReport>>,
): ScoreColumns {
  const text = exactToStored;
  const detail: Detail = {
    of: score.of,
    answered: answeredByArea(instrument, score),
    pengungkit: text(score.pengungkit),
    pemenuhan: text(score.pemenuhan),
    reform: text(score.reform),
    areas: Object.fromEntries(
      score.areas.map(({ key, pemenuhan, reform, weight }) => [
        key,
        { pemenuhan: text(pemenuhan), reform: text(reform), weight: text(weight) },
      ]),
    ),
    hasil: text(score.hasil.score),
    hasilParts: Object.fromEntries([...score.hasil.parts].map(([code, at]) => [code, text(at)])),
    gates: Object.fromEntries(TARGETS.map((target) => [target, verdictDetail(gates[target])])),
    notComputable: [...score.indicators].flatMap(([code, { state }]) =>
      state === 'not-computable' ? [code] : [],
    ),
  };
  return {
    answered: score.answered,
    total: text(score.total),
    total_sort: score.total.valueOf(),
    detail: JSON.stringify(detail),
  };
}

/** Reads back what {@link toStoredScore} wrote; each figure when it is first asked for. */
export function fromStoredScore(columns: ScoreColumns): StoredScore {
  const detail = JSON.parse(columns.detail) as Detail;
  const exact = exactFromStored;
  return {
    answered: columns.answered,
    of: detail.of,
    answeredByArea: detail.answered,
    notComputable: detail.notComputable as IndicatorCode[],
    get total() {
      return exact(columns.total);
    },
    get pengungkit() {
      return exact(detail.pengungkit);
    },
    get pemenuhan() {
      return exact(detail.pemenuhan);
    },
    get reform() {
      return exact(detail.reform);
    },
    get areas() {
      return CHANGE_AREA_KEYS.map((key) => storedArea(key, detail));
    },
    area: (key) => storedArea(key, detail),
    get hasil() {
      const parts = Object.entries(detail.hasilParts);
      return {
        score: exact(detail.hasil),
        parts: new Map(parts.map(([code, points]) => [code, exact(points)])),
      };
    },
    get gates() {
      return { wbk: storedVerdict('wbk', detail), wbbm: storedVerdict('wbbm', detail) };
    },
  };
}

/** How many gates of the target fail and how many there are, without reading the other figures. */
export function countGates(
  columns: Pick<ScoreColumns, 'detail'>,
  target: Target,
): { readonly failed: number; readonly of: number } {
  const verdict = (JSON.parse(columns.detail) as Detail).gates[target];
  if (verdict === undefined) throw new Error(`the stored score has no verdict for ${target}`);
  return { failed: Object.keys(verdict.failed).length, of: verdict.of };
}

function answeredByArea(instrument: Instrument, score: SheetScore): Record<AreaKey, number> {
  const isFilled = (code: IndicatorCode) => score.indicators.get(code)?.state !== 'unanswered';
  return Object.fromEntries(
    instrument.areas.map(({ key, indicators }) => [
      key,
      indicators.filter(({ code }) => isFilled(code)).length,
    ]),
  ) as Record<AreaKey, number>;
}

function verdictDetail(report: GateReport): Detail['gates'][string] {
  const failed = report.items.filter((item) => !item.passed);
  return {
    of: report.items.length,
    failed: Object.fromEntries(failed.map((item) => [item.code, exactToStored(item.shortPoints)])),
  };
}

function storedArea(key: ChangeAreaKey, detail: Detail): AreaScore {
  const area = detail.areas[key];
  if (area === undefined) throw new Error(`the stored score has no area ${key}`);
  const [pemenuhan, reform] = [exactFromStored(area.pemenuhan), exactFromStored(area.reform)];
  const [score, weight] = [pemenuhan.add(reform), exactFromStored(area.weight)];
  return { key, pemenuhan, reform, score, weight, ratio: score.div(weight) };
}

function storedVerdict(target: Target, detail: Detail): StoredVerdict {
  const verdict = detail.gates[target];
  if (verdict === undefined) throw new Error(`the stored score has no verdict for ${target}`);
  const failed = Object.entries(verdict.failed).map(([code, short]) => ({
    code: code as GateCode,
    shortPoints: exactFromStored(short),
  }));
  return { passed: failed.length === 0, of: verdict.of, failed };
}
