import type { CountInput, Indicator, Instrument } from '../instrument/instrument.js';
import type { AnswerValue } from '../scoring/answer.js';

/** One question of PortalRB: an indicator, or one typed count of it. */
export interface FeedField {
  readonly soalId: number;
  readonly indicator: Indicator;
  readonly input: CountInput | null;
}

/** Every question of the portal, in the order of soal_id. */
export function feedFields(instrument: Instrument): readonly FeedField[] {
  const fields = instrument.indicators.flatMap((indicator) => [
    ...fieldAt(indicator.place.soalId, indicator, null),
    ...(indicator.type === 'counts' ? indicator.inputs : []).flatMap((input) =>
      fieldAt(input.place.soalId, indicator, input),
    ),
  ]);
  return fields.sort((a, b) => a.soalId - b.soalId);
}

/** What the portal receives: letter, Ya/Tidak or a number with a point; null where empty. */
export function feedAnswer({ input }: FeedField, value: AnswerValue | null): string | null {
  if (value === null) return null;
  switch (value.kind) {
    case 'choice':
      return value.letter;
    case 'index':
      return value.index;
    case 'counts': {
      const count = input === null ? undefined : value.counts[input.key];
      return count === undefined ? null : String(count);
    }
  }
}

function fieldAt(
  soalId: number | null,
  indicator: Indicator,
  input: CountInput | null,
): readonly FeedField[] {
  return soalId === null ? [] : [{ soalId, indicator, input }];
}
