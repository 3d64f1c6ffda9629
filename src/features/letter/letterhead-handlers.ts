import type { Request, RequestHandler, Response } from 'express';
import type { StageStep } from '../../domain/access/decide.js';
import { isPaperKind, ownerOf, type PaperKind } from '../../domain/lke/letters.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { decisionsText, letterheadText as text } from '../../text/messages/conclusion.js';
import { actorOf } from '../../web/actor.js';
import { renderConflict } from '../../web/conflict-page.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import { parseLetterhead, readLetterhead, type LetterheadTyped } from './form.js';
import type { Lke } from '../lke/store.js';
import { roundOf } from '../submission/store.js';
import { letterheadName, type LetterheadDetails } from '../../paper/letterhead-lines.js';
import { chosenHead, findLetterhead, tpiLetterheads } from './letterhead-store.js';
import type { LetterheadRow } from './letterhead-store.js';
import { lheHead } from '../lhe/store.js';
import { placeFor, type Place } from './place.js';
import { LETTERHEAD_KEYS, saveLetterhead } from './save-letterhead.js';

type Key = (typeof LETTERHEAD_KEYS)[number];

export interface LetterheadPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly problems: readonly ProblemLine[];
  readonly intro: string;
  readonly action: string;
  /** Which of TPI's heads the form is about. */
  readonly head: string;
  readonly version: number;
  readonly backHref: string;
  readonly backText: string;
  /** TPI's heads and one more; none for a letter. */
  readonly heads: readonly {
    readonly href: string;
    readonly label: string;
    readonly isCurrent: boolean;
  }[];
  readonly headsTitle: string;
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
    'letter/letterhead': LetterheadPage;
  }
}

/** Whoever sends the letter, or concludes the report, keeps its head. */
const RIGHT = {
  surat: 'stage.send-letter',
  lhe: 'stage.conclude-memenuhi',
} as const satisfies Record<PaperKind, StageStep>;

/** In the address of a head of TPI that is not kept yet. */
const ANOTHER = 'baru';

interface HeadPlace extends Place {
  readonly kind: PaperKind;
  /** null: one more head of TPI. */
  readonly owner: string | null;
  /** TPI's heads; none for a letter. */
  readonly heads: readonly LetterheadRow[];
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
    if (saved.outcome === 'stale') {
      renderStale(deps, req, res, place, typed, saved.stored);
      return;
    }
    if (saved.outcome === 'saved') setFlash(req, 'done', text.saved);
    res.redirect(303, formHref({ lke, kind, owner: saved.owner }));
  };
}

function renderStale(
  deps: Deps,
  req: Request,
  res: Response,
  { lke, kind, owner }: HeadPlace,
  typed: LetterheadTyped,
  stored: LetterheadDetails & { readonly version: number },
): void {
  const fields = Object.fromEntries(LETTERHEAD_KEYS.map((key) => [key, typed[key]]));
  renderConflict(req, res, deps.pages, {
    subject: text.subject,
    rows: LETTERHEAD_KEYS.map((key) => ({
      label: text.fields[key],
      stored: stored[key],
      typed: typed[key],
    })),
    action: paths.letterhead(lke.satker.code, lke.year, kind),
    fields: { ...fields, head: owner ?? ANOTHER, version: String(stored.version) },
    backHref: formHref({ lke, kind, owner }),
  });
}

/** Of one head; a letter has only one. */
function formHref({ lke, kind, owner }: Pick<HeadPlace, 'lke' | 'kind' | 'owner'>): string {
  const head = kind === 'lhe' ? (owner ?? ANOTHER) : undefined;
  return paths.letterhead(lke.satker.code, lke.year, kind, head);
}

async function headPlace(deps: Deps, req: Request, res: Response): Promise<HeadPlace | null> {
  const { kind = '' } = req.params as Record<string, string>;
  if (!isPaperKind(kind)) {
    renderError(req, res, 404);
    return null;
  }
  const place = await placeFor(deps, req, res, RIGHT[kind]);
  if (place === null) return null;
  if (kind === 'surat')
    return { ...place, kind, owner: ownerOf(kind, place.lke.satker), heads: [] };
  const heads = await tpiLetterheads(deps.store.db);
  const asked = readLetterhead(req.body).head || req.query['penanda'];
  const wanted = asked ?? (await headOfReport(deps, place.lke, heads));
  const isAnother = wanted === ANOTHER;
  const head = heads.find(({ owner }) => owner === wanted);
  if (head === undefined && !isAnother) {
    renderError(req, res, 404);
    return null;
  }
  return { ...place, kind, owner: head?.owner ?? null, heads };
}

/** The head this report goes out under; the first where none is chosen yet. */
async function headOfReport(
  { store }: Deps,
  { id }: Lke,
  heads: readonly LetterheadRow[],
): Promise<string> {
  const { letterhead } = await lheHead(store.db, { lkeId: id, round: await roundOf(store.db, id) });
  return (chosenHead(heads, letterhead) ?? heads[0])?.owner ?? ANOTHER;
}

const LONG: readonly Key[] = ['agency', 'address', 'addressee', 'copies'];

async function render(
  deps: Deps,
  req: Request,
  res: Response,
  place: HeadPlace,
  typed: LetterheadTyped | null,
  problems: readonly Problem[],
): Promise<void> {
  const { lke, nav, kind, owner } = place;
  const stored = owner === null ? null : await findLetterhead(deps.store.db, owner);
  const { satker, year } = lke;
  const keys = LETTERHEAD_KEYS.filter((key) => kind === 'surat' || key !== 'addressee');
  const page = {
    title: text.title[kind],
    lkeNav: nav,
    problems: problemLines(problems),
    intro: text.intro[kind],
    action: paths.letterhead(satker.code, year, kind),
    head: owner ?? ANOTHER,
    heads: headLinks(place),
    headsTitle: text.heads,
    version: typed?.version ?? stored?.version ?? 0,
    backHref: kind === 'lhe' ? paths.lhe(satker.code, year) : paths.decisions(satker.code, year),
    backText: kind === 'lhe' ? decisionsText.links.lhe : decisionsText.back,
    fields: keys.map((name) => ({
      name,
      label: text.fields[name],
      value: typed?.[name] ?? stored?.[name] ?? '',
      problem: fieldProblem(problems, name),
      isLong: LONG.includes(name),
    })),
  };
  deps.pages.render(req, res, 'letter/letterhead', page, problems.length === 0 ? 200 : 422);
}

function headLinks({ lke, heads, owner }: HeadPlace): LetterheadPage['heads'] {
  if (heads.length === 0) return [];
  const at = [lke.satker.code, lke.year, 'lhe'] as const;
  return [
    ...heads.map((one) => ({
      href: paths.letterhead(...at, one.owner),
      label: letterheadName(one),
      isCurrent: one.owner === owner,
    })),
    {
      href: paths.letterhead(...at, ANOTHER),
      label: owner === null ? text.another : text.addAnother,
      isCurrent: owner === null,
    },
  ];
}
