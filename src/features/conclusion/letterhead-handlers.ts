import type { Request, RequestHandler, Response } from 'express';
import type { StageStep } from '../../domain/access/decide.js';
import { isPaperKind, ownerOf, type PaperKind } from '../../domain/lke/letters.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { letterheadText as text } from '../../text/messages/conclusion.js';
import { actorOf } from '../../web/actor.js';
import { renderConflict } from '../../web/conflict-page.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import { parseLetterhead, readLetterhead, type LetterheadTyped } from './form.js';
import { findLetterhead, type LetterheadDetails } from './letterhead-store.js';
import { placeFor, type Place } from './place.js';
import { LETTERHEAD_KEYS, saveLetterhead } from './save-letterhead.js';

type Key = (typeof LETTERHEAD_KEYS)[number];

export interface LetterheadPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly problems: readonly ProblemLine[];
  readonly intro: string;
  readonly action: string;
  readonly version: number;
  readonly backHref: string;
  readonly fields: readonly {
    readonly name: Key;
    readonly label: string;
    readonly value: string;
    readonly problem: string | null;
    readonly isLong: boolean;
  }[];
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'conclusion/letterhead': LetterheadPage;
  }
}

/** Whoever sends the letter, or concludes the report, keeps its head. */
const RIGHT = {
  surat: 'stage.send-letter',
  lhe: 'stage.conclude-memenuhi',
} as const satisfies Record<PaperKind, StageStep>;

interface HeadPlace extends Place {
  readonly kind: PaperKind;
  readonly owner: string;
}

export function showLetterhead(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await headPlace(deps, req, res);
    if (place !== null) await render(deps, req, res, place, null, []);
  };
}

export function postLetterhead(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await headPlace(deps, req, res);
    if (place === null) return;
    const { kind, owner, lke, user } = place;
    const typed = readLetterhead(req.body);
    const parsed = parseLetterhead(typed, kind === 'surat');
    if (!parsed.ok) {
      await render(deps, req, res, place, typed, parsed.problems);
      return;
    }
    const actor = actorOf(req, user, RIGHT[kind], lke.satker);
    const request = { owner, lke, details: parsed.value, expectedVersion: typed.version, actor };
    const saved = await saveLetterhead(deps, request);
    const here = paths.letterhead(lke.satker.code, lke.year, kind);
    if (saved.outcome === 'stale') {
      renderStale(deps, req, res, place, typed, saved.stored);
      return;
    }
    if (saved.outcome === 'saved') setFlash(req, 'done', text.saved);
    res.redirect(303, here);
  };
}

function renderStale(
  deps: Deps,
  req: Request,
  res: Response,
  { lke, kind }: HeadPlace,
  typed: LetterheadTyped,
  stored: LetterheadDetails & { readonly version: number },
): void {
  const here = paths.letterhead(lke.satker.code, lke.year, kind);
  const fields = Object.fromEntries(LETTERHEAD_KEYS.map((key) => [key, typed[key]]));
  renderConflict(req, res, deps.pages, {
    subject: text.subject,
    rows: LETTERHEAD_KEYS.map((key) => ({
      label: text.fields[key],
      stored: stored[key],
      typed: typed[key],
    })),
    action: here,
    fields: { ...fields, version: String(stored.version) },
    backHref: here,
  });
}

async function headPlace(deps: Deps, req: Request, res: Response): Promise<HeadPlace | null> {
  const { kind = '' } = req.params as Record<string, string>;
  if (!isPaperKind(kind)) {
    renderError(req, res, 404);
    return null;
  }
  const place = await placeFor(deps, req, res, RIGHT[kind]);
  return place === null ? null : { ...place, kind, owner: ownerOf(kind, place.lke.satker) };
}

const LONG: readonly Key[] = ['agency', 'address', 'addressee', 'copies'];

async function render(
  deps: Deps,
  req: Request,
  res: Response,
  { lke, nav, kind, owner }: HeadPlace,
  typed: LetterheadTyped | null,
  problems: readonly Problem[],
): Promise<void> {
  const stored = await findLetterhead(deps.store.db, owner);
  const { satker, year } = lke;
  const keys = LETTERHEAD_KEYS.filter((key) => kind === 'surat' || key !== 'addressee');
  const page = {
    title: text.title[kind],
    lkeNav: nav,
    problems: problemLines(problems),
    intro: text.intro[kind],
    action: paths.letterhead(satker.code, year, kind),
    version: typed?.version ?? stored?.version ?? 0,
    backHref: paths.decisions(satker.code, year),
    fields: keys.map((name) => ({
      name,
      label: text.fields[name],
      value: typed?.[name] ?? stored?.[name] ?? '',
      problem: fieldProblem(problems, name),
      isLong: LONG.includes(name),
    })),
  };
  deps.pages.render(req, res, 'conclusion/letterhead', page, problems.length === 0 ? 200 : 422);
}
