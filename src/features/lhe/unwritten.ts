import { recommendationSection } from '../../domain/lke/letters.js';
import type { Db } from '../../db/store.js';
import { lheText } from '../../text/messages/lhe.js';
import type { Deps } from '../../web/deps.js';
import type { Lke } from '../lke/store.js';
import { roundOf } from '../submission/store.js';
import { lheChecks } from './checks.js';
import { lheTexts } from './lhe-store.js';

/** Sections of the report in which TPI has no words, by their titles. */
export interface Unwritten {
  /** Of the eight checks that the law names. */
  readonly checks: readonly string[];
  readonly recommendations: readonly string[];
}

export async function unwrittenOf(
  db: Db,
  { instruments }: Pick<Deps, 'instruments'>,
  lke: Pick<Lke, 'id' | 'instrumentId'>,
): Promise<Unwritten> {
  const texts = await lheTexts(db, { lkeId: lke.id, round: await roundOf(db, lke.id) });
  const isBlank = (section: string): boolean => (texts.get(section)?.text ?? '') === '';
  return {
    checks: lheChecks().flatMap(({ key, title }) => (isBlank(key) ? [title] : [])),
    recommendations: instruments
      .instrument(lke.instrumentId)
      .areas.flatMap(({ key, name }) =>
        isBlank(recommendationSection(key)) ? [lheText.recommendationTitle(key, name)] : [],
      ),
  };
}
