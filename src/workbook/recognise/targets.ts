import type { Exact } from '../../domain/exact.js';
import type { Indicator, IndicatorCode, Instrument } from '../../domain/instrument/instrument.js';
import { COUNT_WORD } from '../../text/workbook-words.js';
import { sheetPlans } from '../row-tables.js';
import type { HeadingLevel, PlanRow } from '../sheet-plan.js';
import { compact, pairsOf, plainText, type Pairs } from './normal-text.js';
import { pushTo } from './push-to.js';

/** One row that a worksheet should have, with every wording it is known by. */
export interface Target {
  /** "A.I.1.i.a", "A.II.1.i.a:agen", "A.I", "TOTAL"; "group:A.II.5.iii.a" for a heading of its own. */
  readonly key: string;
  readonly kind: PlanRow['kind'];
  readonly level: HeadingLevel | null;
  /** Of indicators and counts. */
  readonly code: IndicatorCode | null;
  readonly weight: Exact | null;
  /** Place in the order of the sheet. */
  readonly order: number;
  /** Rows of the official sheets, for hints only; null where the portal's sheet has none. */
  readonly lampiranIiiRow: number;
  readonly portalrbRow: number | null;
  readonly wordings: readonly Wording[];
}

export interface Wording {
  readonly compact: string;
  readonly words: ReadonlySet<string>;
  readonly pairs: Pairs;
}

export interface Targets {
  readonly list: readonly Target[];
  readonly byKey: ReadonlyMap<string, Target>;
  /** Targets by compact wording; several where the sheet asks the same in several places. */
  readonly byText: ReadonlyMap<string, readonly Target[]>;
  /** Targets by the longer words of their wordings. */
  readonly byWord: ReadonlyMap<string, readonly Target[]>;
}

const known = new WeakMap<Instrument, Targets>();

/** Every row of both official sheets of an instrument, made once. */
export function targetsOf(instrument: Instrument): Targets {
  const ready = known.get(instrument);
  if (ready !== undefined) return ready;
  const made = makeTargets(instrument);
  known.set(instrument, made);
  return made;
}

function keyOfRow(row: PlanRow): string {
  switch (row.kind) {
    case 'indicator':
      return row.indicator.code;
    case 'count':
      return `${row.indicator.code}:${row.input.key}`;
    case 'heading':
      return row.level === 'group' ? `group:${row.code}` : row.code;
    case 'total':
      return row.code;
  }
}

/** Words long enough to tell rows apart. */
export function longWords(text: string): Set<string> {
  return new Set(
    plainText(text)
      .split(' ')
      .filter((word) => word.length > 3),
  );
}

function makeTargets(instrument: Instrument): Targets {
  const plans = sheetPlans(instrument);
  const others = new Map(plans.portalrb.rows.map((row) => [keyOfRow(row), row]));
  const list = plans['lampiran-iii'].rows.map((row, order): Target => {
    const key = keyOfRow(row);
    const other = others.get(key);
    const texts = [...textsOf(row), ...(other === undefined ? [] : textsOf(other))];
    return {
      key,
      kind: row.kind,
      level: row.kind === 'heading' ? row.level : null,
      code: row.kind === 'indicator' || row.kind === 'count' ? row.indicator.code : null,
      weight: row.weight,
      order,
      lampiranIiiRow: row.row,
      portalrbRow: other?.row ?? null,
      wordings: wordingsOf(texts),
    };
  });
  return {
    list,
    byKey: new Map(list.map((target) => [target.key, target])),
    byText: groupBy(list, (one) => one.wordings.map((wording) => wording.compact)),
    byWord: groupBy(list, (one) => one.wordings.flatMap(({ words }) => [...words])),
  };
}

function textsOf(row: PlanRow): string[] {
  const label = Object.values(row.labels).at(-1) ?? '';
  switch (row.kind) {
    case 'indicator':
      return [label, ...namesOf(row.indicator)];
    case 'count': {
      const { label: own, officialLabel } = row.input;
      return [label, own, ...(officialLabel === null ? [] : [officialLabel])].flatMap(countTexts);
    }
    case 'heading':
    case 'total':
      return [label];
  }
}

function namesOf({ name, shortName, officialName, formerName }: Indicator): string[] {
  const former = formerName?.replace(/\(.*\)/, '') ?? null;
  return [name, officialName, former, shortName].flatMap((one) => (one === null ? [] : [one]));
}

/** "Jumlah lainnya" and "Lainnya" name the same count. */
function countTexts(text: string): string[] {
  const words = plainText(text).split(' ');
  const bare = words[0] === COUNT_WORD ? words.slice(1) : words;
  return [bare.join(' '), [COUNT_WORD, ...bare].join(' ')];
}

function wordingsOf(texts: readonly string[]): Wording[] {
  const made = new Map<string, Wording>();
  for (const text of texts) {
    const key = compact(text);
    if (key === '' || made.has(key)) continue;
    made.set(key, { compact: key, words: longWords(text), pairs: pairsOf(key) });
  }
  return [...made.values()];
}

function groupBy(
  list: readonly Target[],
  keysOf: (target: Target) => readonly string[],
): Map<string, Target[]> {
  const groups = new Map<string, Target[]>();
  for (const target of list) {
    for (const key of new Set(keysOf(target))) pushTo(groups, key, target);
  }
  return groups;
}
