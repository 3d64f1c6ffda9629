import type { RequestHandler } from 'express';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { undoText } from '../../text/messages/imports.js';
import { actorOf } from '../../web/actor.js';
import type { Deps } from '../../web/deps.js';
import { setFlash } from '../../web/flash.js';
import { importAt, importPlaceOf, rightsOf, type ImportPlace } from './import-place.js';
import { planUndo, undoImport } from './undo-import.js';
import { undoPage } from './undo-page.js';
import type { Import } from './store.js';
import { renderList } from './upload-handlers.js';

export function showUndo(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await importPlaceOf(deps, req, res);
    if (place === null) return;
    const found = await importAt(deps, req, res, place);
    if (found === null) return;
    if (found.state !== 'applied' || found.result === null) {
      setFlash(req, 'problem', undoText.doneBefore);
      res.redirect(303, hrefOf(place, found));
      return;
    }
    const plan = await planUndo(deps.store.db, deps, place.lke, found.result);
    deps.pages.render(req, res, 'imports/undo', undoPage(place, found, plan));
  };
}

export function postUndo(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await importPlaceOf(deps, req, res);
    if (place === null) return;
    const found = await importAt(deps, req, res, place);
    if (found === null) return;
    const { lke, user } = place;
    const actor = actorOf(req, user, 'lke.import', lke.satker);
    const undone = await undoImport(deps, {
      lke,
      importId: found.id,
      rights: rightsOf(place),
      actor,
    });
    switch (undone.outcome) {
      case 'undone': {
        const { restored, kept } = undone.plan;
        setFlash(req, 'done', undoText.done(restored.length, kept.length));
        res.redirect(303, hrefOf(place, found));
        return;
      }
      case 'nothing-to-undo':
        setFlash(req, 'problem', undoText.doneBefore);
        res.redirect(303, hrefOf(place, found));
        return;
      case 'not-yours':
        await renderList(deps, req, res, place, [notYours(undone.codes)], 403);
        return;
      case 'closed':
        await renderList(deps, req, res, place, [{ field: '', code: 'import-closed' }], 409);
        return;
      case 'all-kept':
        setFlash(req, 'problem', undoText.nothing);
        res.redirect(303, paths.importUndo(lke.satker.code, lke.year, found.id));
        return;
    }
  };
}

function notYours(codes: readonly string[]): Problem {
  return { field: '', code: 'import-not-yours', args: { codes: codes.join(', ') } };
}

function hrefOf({ lke }: ImportPlace, { id }: Import): string {
  return paths.import(lke.satker.code, lke.year, id);
}
