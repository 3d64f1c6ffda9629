import { mayWorkOnArea, type Viewer } from '../../domain/access/decide.js';
import type { Indicator } from '../../domain/instrument/instrument.js';
import { paths } from '../../paths.js';
import type { AnswerFacts } from './answer-facts.js';
import { nextReturned } from '../../domain/lke/openness.js';
import {
  nextUnanswered,
  previousUnanswered,
  workingOrder,
} from '../../domain/scoring/next-unanswered.js';

export interface Neighbour {
  readonly href: string;
  readonly code: string;
}

/** The indicators before and behind this one, area by area, and the unanswered ones of a person who fills. */
export interface Neighbours {
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
  readonly previousUnanswered: Neighbour | null;
  readonly nextUnanswered: Neighbour | null;
  /** The next one that came back, while a return names what is open. */
  readonly nextReturned: Neighbour | null;
}

export function neighboursOf(facts: AnswerFacts, viewer: Viewer): Neighbours {
  const { lke, instrument, indicator, sheet } = facts;
  const order = workingOrder(instrument);
  const at = order.indexOf(indicator);
  const isMine = ({ area }: Indicator) => mayWorkOnArea(viewer, lke.satker, area);
  const neighbour = (one: Indicator | null | undefined): Neighbour | null =>
    one === null || one === undefined
      ? null
      : { href: paths.answer(lke.satker.code, lke.year, one.code), code: one.code };
  const { code } = indicator;
  return {
    previous: neighbour(order[at - 1]),
    next: neighbour(order[at + 1]),
    previousUnanswered: neighbour(previousUnanswered(order, sheet.score, isMine, code)),
    nextUnanswered: neighbour(nextUnanswered(order, sheet.score, isMine, code)),
    nextReturned: neighbour(nextReturned(order, lke.openness, isMine, code)),
  };
}
