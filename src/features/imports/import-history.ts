import { appendHistory } from '../../db/history.js';
import type { Actor, Tx } from '../../db/store.js';
import type { ImportLke } from './compare-import.js';
import type { AnswerState, WrittenAnswer, WrittenLink } from './import-result.js';

/** One entry tells the whole import; history-store.ts and the history page read these forms. */

interface ToldImport {
  readonly id: number;
  readonly fileName: string;
  readonly answers: readonly WrittenAnswer[];
  readonly links: readonly WrittenLink[];
}

export async function recordImport(
  tx: Tx,
  lke: ImportLke,
  made: ToldImport,
  actor: Actor,
  now: Date,
): Promise<void> {
  const { fileName, answers, links } = made;
  const entry = {
    action: 'lke.import',
    ...about(lke, made.id),
    before: { answers: statesOf(answers, 'before') },
    after: { fileName, answers: statesOf(answers, 'after'), links: links.map(linkForm) },
  };
  await appendHistory(tx, actor, entry, now);
}

export async function recordUndo(
  tx: Tx,
  lke: ImportLke,
  undone: ToldImport,
  actor: Actor,
  now: Date,
): Promise<void> {
  const { fileName, answers, links } = undone;
  const entry = {
    action: 'lke.import-undo',
    ...about(lke, undone.id),
    before: { answers: statesOf(answers, 'after'), links: links.map(linkForm) },
    after: { fileName, answers: statesOf(answers, 'before') },
  };
  await appendHistory(tx, actor, entry, now);
}

function about(lke: ImportLke, id: number) {
  return { subject: String(id), satkerCode: lke.satker.code, year: lke.year };
}

/** Only the parts that changed. */
function statesOf(
  answers: readonly WrittenAnswer[],
  when: 'before' | 'after',
): Record<string, Partial<AnswerState>> {
  return Object.fromEntries(
    answers.map(({ code, before, after, [when]: state }) => {
      const value = sameJson(before.value, after.value) ? {} : { value: state.value };
      const note = before.note === after.note ? {} : { note: state.note };
      return [code, { ...value, ...note }];
    }),
  );
}

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function linkForm({ code, evidenceId, name, url, isNew }: WrittenLink) {
  return { code, evidenceId, name, url, isNew };
}
