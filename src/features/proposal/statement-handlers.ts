import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { appendHistory } from '../../db/history.js';
import type { Actor, Store } from '../../db/store.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { isTooLong, MAX_LENGTH, normaliseText } from '../../text/normalise.js';
import { statementText as text } from '../../text/messages/proposal.js';
import { adminActorOf } from '../../web/actor.js';
import { renderConflict } from '../../web/conflict-page.js';
import type { Deps } from '../../web/deps.js';
import { setFlash } from '../../web/flash.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { PageBase } from '../../web/pages.js';
import { userOf } from '../../web/signed-in.js';
import { adminYear } from './place.js';
import { putStatement, statementOf, type StatementText } from './statement-store.js';
import { shippedStatement, STATEMENT_FIELDS, unknownFields } from './statement-template.js';

const FORM = z.object({
  text: z.string().catch(''),
  version: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .catch(-1),
});
type Typed = z.infer<typeof FORM>;

export interface StatementPage extends PageBase {
  readonly problems: readonly ProblemLine[];
  readonly backHref: string;
  readonly backText: string;
  readonly action: string;
  readonly version: number;
  readonly state: string;
  readonly source: string;
  readonly text: string;
  readonly problem: string | null;
  readonly fields: readonly { readonly field: string; readonly meaning: string }[];
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'proposal/statement': StatementPage;
  }
}

type YearParams = { year: string };

/** The words of the statement of full responsibility, a setting of the year. */
export function showStatement(deps: Deps): RequestHandler<YearParams> {
  return adminYear(deps, (req, res, { year }) => render(deps, req, res, year, null, []));
}

export function postStatement(deps: Deps): RequestHandler<YearParams> {
  return adminYear(deps, async (req, res, { year }) => {
    const typed = FORM.parse(req.body ?? {});
    const written = normaliseText(typed.text);
    const problems = problemsOf(written);
    if (problems.length > 0) return render(deps, req, res, year, typed, problems);
    const isShipped = written === normaliseText(shippedStatement().text);
    const wanted = { text: isShipped ? '' : written, version: typed.version };
    const actor = adminActorOf(req, userOf(res));
    const stale = await save(deps.store, actor, year, wanted, deps.clock());
    const here = paths.adminStatement(year);
    if (stale !== null) {
      renderConflict(req, res, deps.pages, {
        subject: text.subject,
        rows: [{ label: text.label, stored: shownText(stale), typed: typed.text }],
        action: here,
        fields: { text: typed.text, version: String(stale.version) },
        backHref: here,
      });
      return;
    }
    setFlash(req, 'done', text.saved);
    res.redirect(303, here);
  });
}

/** Blank brings the product's own words back. */
function problemsOf(written: string): readonly Problem[] {
  if (isTooLong(written)) return [{ field: 'text', code: 'too-long', args: { max: MAX_LENGTH } }];
  const unknown = unknownFields(written).map((name) => `{${name}}`);
  if (unknown.length === 0) return [];
  return [{ field: 'text', code: 'statement-field', args: { names: unknown.join(', ') } }];
}

/** The stored words where they are no longer those of the page; null once it is done. */
async function save(
  store: Store,
  actor: Actor,
  year: number,
  wanted: StatementText,
  now: Date,
): Promise<StatementText | null> {
  return store.write(async (tx) => {
    const stored = await statementOf(tx, year);
    if (stored.text === wanted.text) return null;
    if (stored.version !== wanted.version) return stored;
    const next = { text: wanted.text, version: stored.version + 1 };
    await putStatement(tx, year, next, { actor, at: now.toISOString() });
    const before = { statement: shownText(stored) };
    const after = { statement: shownText(next) };
    const entry = { action: 'proposal.statement', subject: String(year), year, before, after };
    await appendHistory(tx, actor, entry, now);
    return null;
  });
}

function shownText({ text: own }: StatementText): string {
  return own === '' ? shippedStatement().text : own;
}

async function render(
  deps: Deps,
  req: Request<YearParams>,
  res: Response,
  year: number,
  typed: Typed | null,
  problems: readonly Problem[],
): Promise<void> {
  const stored = await statementOf(deps.store.db, year);
  const page: StatementPage = {
    title: text.title(year),
    problems: problemLines(problems),
    backHref: paths.adminYear(year),
    backText: text.year(year),
    action: paths.adminStatement(year),
    version: typed?.version ?? stored.version,
    state: stored.text === '' ? text.shipped : text.own,
    source: shippedStatement().source,
    text: typed?.text ?? shownText(stored),
    problem: fieldProblem(problems, 'text'),
    fields: STATEMENT_FIELDS.map((name) => ({ field: `{${name}}`, meaning: text.fields[name] })),
  };
  deps.pages.render(req, res, 'proposal/statement', page, problems.length > 0 ? 422 : 200);
}
