import type { Request } from 'express';
import { mayWorkOnArea, type Viewer } from '../../domain/access/decide.js';
import type { Indicator } from '../../domain/instrument/instrument.js';
import { scoreIndicator } from '../../domain/scoring/score-indicator.js';
import { paths } from '../../paths.js';
import type { Deps } from '../../web/deps.js';
import { readSheet, type Lke } from '../lke/store.js';
import type { TypedAnswer } from '../../web/answer-form.js';
import { nextReturned } from '../../domain/lke/openness.js';
import { nextUnanswered, workingOrder } from '../../domain/scoring/next-unanswered.js';
import type { Recorded } from './record-answer.js';
import { savedHref } from './saved-notice.js';

/** Where a save leads: back to the indicator, or on to the person's next one that is unanswered or came back. */
export async function afterSave(
  deps: Deps,
  req: Request,
  { lke, indicator }: { readonly lke: Lke; readonly indicator: Indicator },
  viewer: Viewer,
  typed: TypedAnswer,
  recorded: Extract<Recorded, { outcome: 'recorded' | 'unchanged' }>,
): Promise<string> {
  const { code } = indicator;
  const target = typed.goesOn ? await nextFor(deps, lke, viewer, code) : null;
  const page = paths.answer(lke.satker.code, lke.year, target?.code ?? code);
  const before = recorded.outcome === 'recorded' ? recorded.before : recorded.row;
  const { points } = scoreIndicator(indicator, before?.value ?? null);
  return savedHref(req, page, code, recorded, points);
}

async function nextFor(
  deps: Deps,
  lke: Lke,
  viewer: Viewer,
  after: string,
): Promise<Indicator | null> {
  const { score } = await readSheet(deps.store.db, deps.instruments, lke, 'mandiri');
  const order = workingOrder(deps.instruments.instrument(lke.instrumentId));
  const isMine = ({ area }: Indicator) => mayWorkOnArea(viewer, lke.satker, area);
  if (lke.openness !== 'all') return nextReturned(order, lke.openness, isMine, after);
  return nextUnanswered(order, score, isMine, after);
}
