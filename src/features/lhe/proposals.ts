import type { Area } from '../../domain/instrument/instrument.js';
import { recommendationSection } from '../../domain/lke/letters.js';
import { formatShort } from '../../text/format.js';
import { lheText as text } from '../../text/messages/lhe.js';
import { lheChecks } from './checks.js';
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

export interface Proposal {
  readonly section: string;
  readonly title: string;
  readonly text: string;
}

/**
 * What nobody kept yet in this round: of the checks what TPI said in the round before, of the areas what
 * is below full points now. None before all is assessed, since unassessed is no finding.
 */
export function proposalsOf(facts: LheFacts): readonly Proposal[] {
  const { answered, of } = facts.tpi.sheet.score;
  return answered < of ? [] : [...proposedChecks(facts), ...proposedRecommendations(facts)];
}

function proposedChecks({ texts, textsBefore }: LheFacts): readonly Proposal[] {
  return lheChecks().flatMap(({ key, title }) => {
    const before = textsBefore.get(key);
    return texts.has(key) || before === undefined ? [] : [{ section: key, title, text: before }];
  });
}

function proposedRecommendations(facts: LheFacts): readonly Proposal[] {
  return facts.instrument.areas.flatMap((area) => {
    const { text: said, saved } = recommendationOf(facts, area);
    const section = recommendationSection(area.key);
    const title = text.recommendationTitle(area.key, area.name);
    return saved === null ? [{ section, title, text: said }] : [];
  });
}

function draftOf({ tpi }: Pick<LheFacts, 'tpi'>, area: Area): string {
  const below = area.indicators.flatMap(({ code, shortName, fullPoints }) => {
    const points = tpi.sheet.score.indicators.get(code)?.points;
    if (points === undefined || points.compare(fullPoints) >= 0) return [];
    return [text.draftLine(code, shortName, formatShort(points, 3), formatShort(fullPoints, 3))];
  });
  return below.length === 0 ? text.draftNone : text.draft(below);
}
