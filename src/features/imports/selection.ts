import { decide, mayWorkOnArea, type Viewer } from '../../domain/access/decide.js';
import { emptiesStored, type IndicatorDifference } from '../../domain/exchange/compare-reading.js';
import { isTakeable, isTakenByDefault } from '../../domain/exchange/difference.js';
import type { IndicatorCode, Instrument } from '../../domain/instrument/instrument.js';
import { isOpenFor } from '../../domain/lke/openness.js';
import type { AnswerValue } from '../../domain/scoring/answer.js';
import { shareCounts, type AnswerEntry } from '../../domain/scoring/share-counts.js';
import type { WantedAnswer } from '../sheet/store.js';
import type { Comparison, ImportLke } from './compare-import.js';

/** What of a file is taken: answers and notes by indicator, evidence by the key of its offer. */
export interface Selection {
  readonly answers: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
  readonly evidence: ReadonlySet<string>;
}

/** Indicators that somebody may import into; the operator into all. */
export type MayTake = (code: IndicatorCode) => boolean;

export function mayTakeOf(viewer: Viewer, lke: ImportLke, instrument: Instrument): MayTake {
  const isImporter = decide(viewer, 'lke.import', lke.satker) === 'allowed';
  return (code) => {
    const area = instrument.byCode.get(code)?.area;
    return area !== undefined && isImporter && mayWorkOnArea(viewer, lke.satker, area);
  };
}

/** What is taken unless the person says otherwise: nothing that anybody wrote here is lost. */
export function defaultSelection(comparison: Comparison, may: MayTake): Selection {
  return selectWhere(comparison, may, ({ kind }) => isTakenByDefault(kind));
}

/**
 * `missing`: only what is unanswered here. `all`: whatever differs, in two places too; what the file
 * leaves empty, be it one count, empties nothing.
 */
export const ACCEPT_MODES = ['missing', 'all'] as const;
export type AcceptMode = (typeof ACCEPT_MODES)[number];

export function acceptedBy(mode: AcceptMode, comparison: Comparison, may: MayTake): Selection {
  return selectWhere(comparison, may, (part) => {
    if (mode === 'missing') return part.kind === 'fill';
    return isTakeable(part.kind) && !emptiesStored(part);
  });
}

function selectWhere(
  { differences, evidence, openness }: Comparison,
  may: MayTake,
  takes: (part: IndicatorDifference['answer'] | IndicatorDifference['note']) => boolean,
): Selection {
  const mine = differences.filter(({ code }) => may(code) && isOpenFor(openness, code));
  const offers = evidence.offers.filter(({ code }) => may(code) && isOpenFor(openness, code));
  return {
    answers: new Set(mine.filter(({ answer }) => takes(answer)).map(({ code }) => code)),
    notes: new Set(mine.filter(({ note }) => takes(note)).map(({ code }) => code)),
    evidence: new Set(offers.filter(({ isDefault }) => isDefault).map(({ key }) => key)),
  };
}

/** What a selection would write; a part that is not taken stays as it stands. */
export function entriesOf(comparison: Comparison, selection: Selection): readonly WantedAnswer[] {
  return comparison.differences.flatMap(({ code, answer, note }): WantedAnswer[] => {
    const takesAnswer = selection.answers.has(code) && isTakeable(answer.kind);
    const takesNote = selection.notes.has(code) && isTakeable(note.kind);
    if (!takesAnswer && !takesNote) return [];
    return [
      {
        code,
        value: takesAnswer ? answer.proposed : answer.stored,
        note: takesNote ? (note.proposed ?? '') : null,
      },
    ];
  });
}

/** Every answered indicator as it would stand after a selection was taken, shared counts included. */
export function answersAfter(
  instrument: Instrument,
  comparison: Comparison,
  selection: Selection,
): ReadonlyMap<IndicatorCode, AnswerValue> {
  const { stored } = comparison;
  const wanted = entriesOf(comparison, selection).map((entry): AnswerEntry => ({
    ...entry,
    note: entry.note ?? '',
  }));
  const after = new Map(
    [...stored.values()].flatMap(({ code, value }) =>
      value === null ? [] : [[code, value] as const],
    ),
  );
  for (const { code, value } of shareCounts(instrument, wanted, stored)) {
    if (value === null) after.delete(code);
    else after.set(code, value);
  }
  return after;
}
