import type { Area } from '../../domain/instrument/instrument.js';
import { recommendationSection } from '../../domain/lke/letters.js';
import { formatShort } from '../../text/format.js';
import { lheText as text } from '../../text/messages/lhe.js';
import type { LheFacts } from './lhe-facts.js';
import type { LheText } from './lhe-store.js';

/** The words for one area: TPI's own, or a draft from what is below full points. */
export function recommendationOf(
  facts: Pick<LheFacts, 'texts' | 'tpi'>,
  area: Area,
): { readonly text: string; readonly saved: LheText | null } {
  const saved = facts.texts.get(recommendationSection(area.key)) ?? null;
  return { text: saved?.text ?? draftOf(facts, area), saved };
}

function draftOf({ tpi }: Pick<LheFacts, 'tpi'>, area: Area): string {
  const below = area.indicators.flatMap(({ code, shortName, fullPoints }) => {
    const points = tpi.sheet.score.indicators.get(code)?.points;
    if (points === undefined || points.compare(fullPoints) >= 0) return [];
    return [text.draftLine(code, shortName, formatShort(points, 3), formatShort(fullPoints, 3))];
  });
  return below.length === 0 ? text.draftNone : text.draft(below);
}
