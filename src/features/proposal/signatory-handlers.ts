import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { appendHistory } from '../../db/history.js';
import type { Actor, Store } from '../../db/store.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { normaliseLine, normaliseText } from '../../text/normalise.js';
import { proposalText, signatoryText as text } from '../../text/messages/proposal.js';
import { renderConflict } from '../../web/conflict-page.js';
import type { Deps } from '../../web/deps.js';
import { setFlash } from '../../web/flash.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { PageBase } from '../../web/pages.js';
import { centreActor } from './place.js';
import { ownSignatory, putSignatory, type Signatory } from './signatory-store.js';

const FIELDS = ['agency', 'address', 'city', 'position', 'name', 'nip'] as const;
const LONG: readonly string[] = ['agency', 'address'];
const MOST = 500;
const TEXT = z.string().catch('');
const VERSION = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .catch(-1);
const FORM = z.object({
  agency: TEXT,
  address: TEXT,
  city: TEXT,
  position: TEXT,
  name: TEXT,
  nip: TEXT,
  version: VERSION,
});
type Typed = z.infer<typeof FORM>;

export interface SignatoryPage extends PageBase {
  readonly problems: readonly ProblemLine[];
  readonly backHref: string;
  readonly backText: string;
  readonly action: string;
  readonly version: number;
  readonly fields: readonly {
    readonly id: string;
    readonly label: string;
    readonly value: string;
    readonly isLong: boolean;
    readonly problem: string | null;
  }[];
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'proposal/signatory': SignatoryPage;
  }
}

/** Head and signatory of what the instansi sends to TPN. */
export function showSignatory(deps: Deps): RequestHandler {
  return (req, res) => render(deps, req, res, null, []);
}

export function postSignatory(deps: Deps): RequestHandler {
  return async (req, res) => {
    const typed = FORM.parse(req.body ?? {});
    const details = detailsOf(typed);
    const problems = FIELDS.flatMap((field) => problemsOf(field, details[field]));
    if (problems.length > 0) return render(deps, req, res, typed, problems);
    const saved = await save(deps.store, centreActor(req, res), details, typed, deps.clock());
    if (saved !== 'done') {
      renderConflict(req, res, deps.pages, {
        subject: text.title,
        rows: FIELDS.map((field) => ({
          label: text.fields[field],
          stored: saved.details?.[field] ?? '',
          typed: typed[field],
        })),
        action: paths.proposalSignatory(),
        fields: { ...details, version: String(saved.version) },
        backHref: paths.proposalSignatory(),
      });
      return;
    }
    setFlash(req, 'done', text.saved);
    res.redirect(303, paths.proposalSignatory());
  };
}

function detailsOf(typed: Typed): Signatory {
  const line = (field: (typeof FIELDS)[number]) => normaliseLine(typed[field]);
  return {
    agency: normaliseText(typed.agency),
    address: normaliseText(typed.address),
    city: line('city'),
    position: line('position'),
    name: line('name'),
    nip: line('nip'),
  };
}

function problemsOf(field: (typeof FIELDS)[number], value: string): Problem[] {
  if (value === '' && field !== 'nip') return [{ field, code: 'required' }];
  return value.length > MOST ? [{ field, code: 'too-long', args: { max: MOST } }] : [];
}

async function save(
  store: Store,
  actor: Actor,
  details: Signatory,
  { version }: Typed,
  now: Date,
): Promise<'done' | Awaited<ReturnType<typeof ownSignatory>>> {
  return store.write(async (tx) => {
    const stored = await ownSignatory(tx);
    if (JSON.stringify(stored.details) === JSON.stringify(details)) return 'done';
    if (stored.version !== version) return stored;
    const by = { version: version + 1, userId: actor.userId, at: now.toISOString() };
    await putSignatory(tx, details, by);
    const entry = {
      action: 'proposal.signatory',
      subject: 'instansi',
      before: stored.details,
      after: details,
    };
    await appendHistory(tx, actor, entry, now);
    return 'done';
  });
}

async function render(
  deps: Deps,
  req: Request,
  res: Response,
  typed: Typed | null,
  problems: readonly Problem[],
): Promise<void> {
  const stored = await ownSignatory(deps.store.db);
  const page: SignatoryPage = {
    title: text.title,
    problems: problemLines(problems),
    backHref: paths.proposalsNow(),
    backText: proposalText.nav,
    action: paths.proposalSignatory(),
    version: typed?.version ?? stored.version,
    fields: FIELDS.map((id) => ({
      id,
      label: text.fields[id],
      value: typed?.[id] ?? stored.details?.[id] ?? '',
      isLong: LONG.includes(id),
      problem: fieldProblem(problems, id),
    })),
  };
  deps.pages.render(req, res, 'proposal/signatory', page, problems.length > 0 ? 422 : 200);
}
