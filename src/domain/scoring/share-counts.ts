import type { IndicatorCode, Instrument } from '../instrument/instrument.js';
import { sharedCounts, type CountPlace } from '../instrument/shared-counts.js';
import type { AnswerValue } from './answer.js';

export interface AnswerEntry {
  readonly code: IndicatorCode;
  readonly value: AnswerValue | null;
  /** Normalised text. */
  readonly note: string;
}

/** Answers as they stand now, as far as they matter; an absent one was never touched. */
export type Standing = ReadonlyMap<IndicatorCode, Omit<AnswerEntry, 'code'>>;

/** The indicators whose rows a change may reach: those named and the partners of shared counts. */
export function reachedBy(
  instrument: Instrument,
  codes: readonly IndicatorCode[],
): IndicatorCode[] {
  const reached = new Set(codes);
  for (const { source, copy } of sharedCounts(instrument)) {
    if (reached.has(source.code) || reached.has(copy.code)) {
      reached.add(source.code).add(copy.code);
    }
  }
  return [...reached];
}

/**
 * The entries with every shared count equal in both its places (domain.md: typed once, stored in
 * both). What is typed at the source decides; a copy that carries a count the source does not get
 * in the same breath gives it to the source; else the standing source decides.
 */
export function shareCounts(
  instrument: Instrument,
  entries: readonly AnswerEntry[],
  standing: Standing,
): AnswerEntry[] {
  const desired = new Map(entries.map((entry) => [entry.code, entry]));
  for (const { source, copy } of sharedCounts(instrument)) {
    const [atSource, atCopy] = [desired.get(source.code), desired.get(copy.code)];
    if (atSource === undefined && atCopy === undefined) continue;
    const typed = countAt(atSource, source) ?? countAt(atCopy, copy);
    const kept = atSource === undefined ? countAt(standing.get(source.code), source) : undefined;
    for (const place of [source, copy]) {
      const entry = withCount(instrument, place, typed ?? kept, desired, standing);
      if (entry !== null) desired.set(place.code, entry);
    }
  }
  return [...desired.values()];
}

function countAt(
  answer: { readonly value: AnswerValue | null } | undefined,
  place: CountPlace,
): number | undefined {
  return answer?.value?.kind === 'counts' ? answer.value.counts[place.key] : undefined;
}

/** The answer at a place with this count there (or without it); null where nothing is to be done. */
function withCount(
  instrument: Instrument,
  { code, key }: CountPlace,
  count: number | undefined,
  desired: ReadonlyMap<IndicatorCode, AnswerEntry>,
  standing: Standing,
): AnswerEntry | null {
  const entry = desired.get(code) ?? standing.get(code) ?? { value: null, note: '' };
  if (countAt(entry, { code, key }) === count) return null;
  const indicator = instrument.byCode.get(code);
  if (indicator?.type !== 'counts') throw new Error(`${code} has no counts`);
  const before = entry.value?.kind === 'counts' ? entry.value.counts : {};
  const counts = indicator.inputs.flatMap((input) => {
    const at = input.key === key ? count : before[input.key];
    return at === undefined ? [] : [[input.key, at] as const];
  });
  const value: AnswerValue | null =
    counts.length === 0 ? null : { kind: 'counts', counts: Object.fromEntries(counts) };
  return { code, value, note: entry.note };
}
