import type { Target } from '../domain/predikat/gate.js';
import { recapBookText, recapSheetNames } from '../text/messages/recap.js';
import { shownTiers, type RecapInput } from './recap-input.js';
import { columnLetter } from './table-rows.js';

/** Where everything stands: every sheet of a recap has its satker in the same rows. */
export const HEADING_ROW = 3;
/** Bobot or Minimal of each column. */
export const WEIGHT_ROW = 4;
export const FIRST_ROW = 5;

const { columns: words } = recapBookText;

export interface RecapColumn {
  /** "rank", "area:1", "1:pemenuhan", "B.I.a", "gate:total" … */
  readonly key: string;
  readonly header: string;
  readonly width: number;
}

export interface RecapTable {
  readonly columns: readonly RecapColumn[];
  /** Letter of a column. Throws for a key the sheet has not (a bug). */
  readonly letter: (key: string) => string;
}

/** Rekap: one line per satker. A part of Hasil with one indicator has one column only. */
export function recapTable({ instrument }: RecapInput): RecapTable {
  const areas = instrument.areas.filter(({ key }) => key !== 'hasil');
  return tableOf([
    { key: 'rank', header: words.rank, width: 8 },
    { key: 'code', header: words.code, width: 6.5 },
    { key: 'name', header: words.name, width: 27 },
    { key: 'target', header: words.target, width: 7.5 },
    { key: 'stage', header: words.stage, width: 11.5 },
    { key: 'answered', header: words.answered(instrument.indicators.length), width: 7 },
    { key: 'completeness', header: words.completeness, width: 8 },
    ...areas.map(({ key, name }) => ({
      key: `area:${key}`,
      header: words.area(key, name),
      width: 9.8,
    })),
    { key: 'pengungkit', header: words.pengungkit, width: 9 },
    ...instrument.hasilParts.flatMap((part) => [
      ...(part.indicators.length === 1 ? [] : part.indicators).map(({ code, shortName }) => ({
        key: code,
        header: shortName,
        width: 8,
      })),
      { key: part.code, header: `${part.code} ${part.name}`, width: 10.5 },
    ]),
    { key: 'hasil', header: words.hasil, width: 7.5 },
    { key: 'total', header: words.total, width: 7.5 },
    { key: 'verdict', header: words.verdict, width: 20 },
  ]);
}

/** Area: both halves of each area and their sum. */
export function areaTable({ instrument }: RecapInput): RecapTable {
  const areas = instrument.areas.filter(({ key }) => key !== 'hasil');
  return tableOf([
    { key: 'code', header: words.code, width: 6.5 },
    { key: 'name', header: words.name, width: 27 },
    ...areas.flatMap(({ key }) => [
      { key: `${key}:pemenuhan`, header: words.pemenuhan, width: 9 },
      { key: `${key}:reform`, header: words.reform, width: 7 },
      { key: `${key}:sum`, header: words.sum, width: 7 },
    ]),
    { key: 'pemenuhan', header: words.allPemenuhan, width: 9 },
    { key: 'reform', header: words.allReform, width: 7.5 },
    { key: 'pengungkit', header: words.pengungkit, width: 9 },
  ]);
}

/** Tingkat: of every tier that is shown its total, what it judged, and its verdict. */
export function tierTable({ instrument, satkerList }: RecapInput): RecapTable {
  return tableOf([
    { key: 'code', header: words.code, width: 6.5 },
    { key: 'name', header: words.name, width: 27 },
    { key: 'target', header: words.target, width: 7.5 },
    { key: 'stage', header: words.stage, width: 14 },
    ...(['mandiri', ...shownTiers(satkerList)] as const).flatMap((tier) => [
      { key: `${tier}:total`, header: words.tierTotal, width: 8 },
      {
        key: `${tier}:judged`,
        header: words.tierJudged(instrument.indicators.length),
        width: 9,
      },
      { key: `${tier}:verdict`, header: words.tierVerdict, width: 18 },
    ]),
  ]);
}

/** Ambang: the twelve gates of one target, each a column. */
export function gateTable({ ruleset }: RecapInput, target: Target): RecapTable {
  return tableOf([
    { key: 'code', header: words.code, width: 6.5 },
    { key: 'name', header: words.name, width: 27 },
    ...ruleset.gates[target].map(({ code, name }) => ({
      key: `gate:${code}`,
      header: name,
      width: 9.8,
    })),
    { key: 'short', header: words.short, width: 7 },
    { key: 'formula', header: words.byFormula, width: 16 },
    { key: 'verdict', header: words.byApplication, width: 20 },
    { key: 'missing', header: words.missing, width: 62 },
  ]);
}

export function gateSheetName(target: Target): string {
  return recapSheetNames[target];
}

function tableOf(columns: readonly RecapColumn[]): RecapTable {
  const letters = new Map(columns.map(({ key }, index) => [key, columnLetter(index)]));
  return {
    columns,
    letter: (key) => {
      const letter = letters.get(key);
      if (letter === undefined) throw new Error(`the recap has no column ${key}`);
      return letter;
    },
  };
}
