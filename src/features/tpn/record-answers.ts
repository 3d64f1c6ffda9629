import { appendHistory } from '../../db/history.js';
import type { Actor } from '../../db/store.js';
import type { Stage } from '../../domain/lke/stages.js';
import type { Deps } from '../../web/deps.js';
import {
  dropScore,
  readAnswers,
  refreshScore,
  standingOf,
  type AnswerRow,
  type Lke,
} from '../lke/store.js';
import { planChanges, writeChanges, type WantedAnswer } from '../sheet/store.js';
import { removeFile } from './result-store.js';

export interface AnswersRequest {
  readonly lke: Lke;
  readonly entries: readonly WantedAnswer[];
  /** What the page showed, by {@link answersToken}. */
  readonly seen: string;
  /** The file they come from; it is done with afterwards. */
  readonly file?: { readonly id: number; readonly name: string };
  readonly actor: Actor;
}

export type AnswersResult =
  | { readonly kind: 'done'; readonly changed: number }
  | { readonly kind: 'closed'; readonly stage: Stage }
  | { readonly kind: 'stale' };

/** TPN's answers as they were told to the centre; only TPN's own rows, with TPN's own score. */
export async function recordTpnAnswers(
  deps: Pick<Deps, 'store' | 'clock' | 'instruments'>,
  { lke, entries, seen, file, actor }: AnswersRequest,
): Promise<AnswersResult> {
  return deps.store.write(async (tx): Promise<AnswersResult> => {
    const { stage } = await standingOf(tx, lke.id);
    if (stage !== 'tpn') return { kind: 'closed', stage };
    const plan = await planChanges(tx, deps, lke, 'tpn', entries);
    if (plan.changes.length > 0) {
      const codes = entries.map(({ code }) => code);
      if (answersToken(await readAnswers(tx, lke.id, 'tpn', codes)) !== seen) {
        return { kind: 'stale' };
      }
      const now = deps.clock();
      await writeChanges(tx, { lkeId: lke.id, tier: 'tpn' }, plan, actor, now);
      const { answered } = await refreshScore(tx, deps.instruments, lke, 'tpn', now);
      if (answered === 0) await dropScore(tx, lke.id, 'tpn');
      const after = {
        tpnAnswers: plan.changes.map(({ code }) => code).join(', '),
        ...(file === undefined ? {} : { fileSource: file.name }),
      };
      const entry = { action: 'tpn.answers', subject: lke.satker.code, after };
      const place = { satkerCode: lke.satker.code, year: lke.year };
      await appendHistory(tx, actor, { ...entry, ...place }, now);
    }
    if (file !== undefined) await removeFile(tx, file.id);
    return { kind: 'done', changed: plan.changes.length };
  });
}

/** The versions of TPN's answers as one text for the form. */
export function answersToken(rows: ReadonlyMap<string, Pick<AnswerRow, 'version'>>): string {
  return [...rows]
    .map(([code, { version }]) => `${code}=${version}`)
    .sort()
    .join(' ');
}
