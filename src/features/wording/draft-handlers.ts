import type { Request, Response } from 'express';
import { paths } from '../../paths.js';
import { sourceText, wordingText } from '../../text/messages/wording.js';
import { adminActorOf } from '../../web/actor.js';
import { renderConflict } from '../../web/conflict-page.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import { userOf } from '../../web/signed-in.js';
import { textsOfDraft } from './draft.js';
import { findDraft, type StoredDraft } from './draft-store.js';
import { parseSource, readWordingForm } from './form.js';
import { loadWording, removeWording } from './load-wording.js';
import { previewPage } from './preview-page.js';
import { removalPage, wordingConflict } from './removal-page.js';
import { findWording } from './store.js';
import type { WordingHandler, WordingYear } from './year-handler.js';

/** What the file would bring. */
export function showDraft(deps: Deps): WordingHandler {
  return async (req, res, of) => {
    const draft = await draftAt(deps, req, res, of);
    if (draft === null) return;
    const stored = await findWording(deps.store.db, of.year);
    deps.pages.render(req, res, 'wording/preview', previewPage(of, draft, stored, null));
  };
}

/** From now on the year speaks the words of the file. */
export function postDraft(deps: Deps): WordingHandler {
  return async (req, res, of) => {
    const draft = await draftAt(deps, req, res, of);
    if (draft === null) return;
    const typed = readWordingForm(req.body);
    const source = parseSource(typed);
    if (!source.ok) {
      const stored = await findWording(deps.store.db, of.year);
      const page = previewPage(of, draft, stored, typed, source.problems);
      deps.pages.render(req, res, 'wording/preview', page, 422);
      return;
    }
    const wording = { source: source.value, texts: textsOfDraft(draft.draft) };
    const load = { year: of.year, wording, file: draft.file, seen: typed.seen };
    const actor = adminActorOf(req, userOf(res));
    const result = await loadWording(deps.store, actor, load, deps.clock());
    if (result.kind === 'stale') {
      const { title, number, day } = typed;
      const action = paths.adminWordingDraft(of.year, draft.id);
      const wanted = { source: sourceText(source.value), action };
      const conflict = wordingConflict(of.year, result.stored, wanted, { title, number, day });
      renderConflict(req, res, deps.pages, conflict);
      return;
    }
    const { loaded, unchanged } = wordingText;
    setFlash(req, 'done', result.isChanged ? loaded(wording.texts.size) : unchanged);
    res.redirect(303, paths.adminWording(of.year));
  };
}

export function showRemoval(deps: Deps): WordingHandler {
  return async (req, res, { year }) => {
    const stored = await findWording(deps.store.db, year);
    if (stored === null) renderError(req, res, 404);
    else deps.pages.render(req, res, 'wording/removal', removalPage(year, stored));
  };
}

export function postRemoval(deps: Deps): WordingHandler {
  return async (req, res, { year }) => {
    const { seen } = readWordingForm(req.body);
    const actor = adminActorOf(req, userOf(res));
    const result = await removeWording(deps.store, actor, { year, seen }, deps.clock());
    if (result.kind === 'stale') {
      const action = paths.adminWordingRemoval(year);
      const wanted = { source: wordingText.none, action };
      renderConflict(req, res, deps.pages, wordingConflict(year, result.stored, wanted, {}));
      return;
    }
    setFlash(req, 'done', wordingText.removed);
    res.redirect(303, paths.adminWording(year));
  };
}

async function draftAt(
  deps: Deps,
  req: Request,
  res: Response,
  { year }: WordingYear,
): Promise<StoredDraft | null> {
  const typed = String(req.params['id']);
  const id = /^[1-9]\d{0,14}$/.test(typed) ? Number(typed) : 0;
  const draft = await findDraft(deps.store.db, { year, id }, deps.clock());
  if (draft === null) renderError(req, res, 404);
  return draft;
}
