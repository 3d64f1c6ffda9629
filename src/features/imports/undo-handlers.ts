import type { Request, RequestHandler, Response } from 'express';
import { paths } from '../../paths.js';
import { importListText, previewText, undoText } from '../../text/messages/imports.js';
import { actorOf } from '../../web/actor.js';
import type { Deps } from '../../web/deps.js';
import { setFlash } from '../../web/flash.js';
import { importAt, importPlaceOf, type ImportPlace } from './import-place.js';
import { planUndo, undoImport } from './undo-import.js';
import { undoPage } from './undo-page.js';
import { importListPage } from './list-page.js';
import { listImports, type Import } from './store.js';

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
    const { lke, user, mayTake } = place;
    const actor = actorOf(req, user, 'lke.import', lke.satker);
    const undone = await undoImport(deps, { lke, importId: found.id, mayTake, actor });
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
        setFlash(req, 'problem', previewText.notYours(undone.codes.join(', ')));
        await refuse(deps, req, res, place, 403);
        return;
      case 'closed':
        setFlash(req, 'problem', importListText.closed);
        await refuse(deps, req, res, place, 409);
        return;
    }
  };
}

/** The list of imports with the sentence above it. */
async function refuse(
  deps: Deps,
  req: Request,
  res: Response,
  place: ImportPlace,
  status: number,
): Promise<void> {
  const earlier = await listImports(deps.store.db, place.lke.id, deps.clock().toISOString());
  deps.pages.render(req, res, 'imports/list', importListPage(place, earlier, deps.version), status);
}

function hrefOf({ lke }: ImportPlace, { id }: Import): string {
  return paths.import(lke.satker.code, lke.year, id);
}
