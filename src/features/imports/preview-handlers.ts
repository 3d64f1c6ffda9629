import type { Request, RequestHandler, Response } from 'express';
import { importListText, previewText } from '../../text/messages/imports.js';
import { paths } from '../../paths.js';
import { actorOf } from '../../web/actor.js';
import type { Deps } from '../../web/deps.js';
import { setFlash } from '../../web/flash.js';
import type { LkeReading } from '../../workbook/recognise/lke-reading.js';
import { applyImport, whyGone } from './apply-import.js';
import { chooseSheetPage } from './choose-sheet-page.js';
import { compareImport } from './compare-import.js';
import { filterOf, markArea, readSelection, type TypedSelection } from './form.js';
import { importAt, importPlaceOf, rightsOf, type ImportPlace } from './import-place.js';
import { previewPage } from './preview-page.js';
import type { PreviewFilter } from './preview-rows.js';
import { resultPage } from './result-page.js';
import { defaultSelection, type Selection } from './selection.js';
import { chooseSheet, type Import } from './store.js';
import { renderList } from './upload-handlers.js';

/** A preview with its boxes; which sheet, where that is open; what it did, once applied. */
export function showImport(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await importPlaceOf(deps, req, res);
    if (place === null) return;
    const found = await importAt(deps, req, res, place);
    if (found === null) return;
    if (found.state !== 'preview') {
      deps.pages.render(req, res, 'imports/result', resultPage(place, found));
      return;
    }
    const reading = readingOf(found);
    if (isGone(deps, found)) toList(req, res, place);
    else if (reading === null) {
      deps.pages.render(req, res, 'imports/sheet', chooseSheetPage(place, found));
    } else {
      const filter = filterOf(req.query['tampilan']);
      await showPreview(deps, req, res, { place, found, reading, filter }, {});
    }
  };
}

/** Which of several sheets is meant. */
export function postSheet(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await importPlaceOf(deps, req, res);
    if (place === null) return;
    const found = await importAt(deps, req, res, place);
    if (found === null) return;
    if (isGone(deps, found)) {
      toList(req, res, place);
      return;
    }
    const wanted = (req.body as Record<string, unknown> | undefined)?.['sheet'];
    const reading = found.readings.find(({ sheet }) => sheet === wanted);
    if (reading === undefined) {
      deps.pages.render(req, res, 'imports/sheet', chooseSheetPage(place, found, true), 422);
      return;
    }
    if (place.lke.openness === 'none') {
      await renderList(deps, req, res, place, [{ field: '', code: 'import-closed' }], 409);
      return;
    }
    if (found.sheet === null) {
      await deps.store.write((tx) => chooseSheet(tx, found.id, reading.sheet));
    }
    res.redirect(303, hrefOf(place, found));
  };
}

/** Applies what is ticked: all of it, or nothing with the preview as it stands now. */
export function postApplication(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await importPlaceOf(deps, req, res);
    if (place === null) return;
    const found = await importAt(deps, req, res, place);
    if (found === null) return;
    if (found.state !== 'preview') {
      res.redirect(303, hrefOf(place, found));
      return;
    }
    const reading = readingOf(found);
    if (isGone(deps, found) || reading === null) {
      toList(req, res, place);
      return;
    }
    const typed = readSelection(req.body);
    const shown = { place, found, reading, filter: typed.filter };
    if (typed.mark === null) await apply(deps, req, res, shown, typed);
    else await showMarked(deps, req, res, shown, typed);
  };
}

interface Shown {
  readonly place: ImportPlace;
  readonly found: Import;
  readonly reading: LkeReading;
  readonly filter: PreviewFilter;
}

interface Answered {
  readonly selection?: Selection;
  readonly warning?: string;
  readonly status?: number;
}

async function apply(
  deps: Deps,
  req: Request,
  res: Response,
  shown: Shown,
  { selection, seen }: TypedSelection,
): Promise<void> {
  const { lke, user } = shown.place;
  const applied = await applyImport(deps, {
    lke,
    importId: shown.found.id,
    select: () => selection,
    seen,
    rights: rightsOf(shown.place),
    actor: actorOf(req, user, 'lke.import', lke.satker),
  });
  switch (applied.outcome) {
    case 'applied': {
      const { answers, links } = applied.result;
      setFlash(req, 'done', previewText.applied(answers.length, links.length));
      res.redirect(303, hrefOf(shown.place, shown.found));
      return;
    }
    case 'nothing':
      setFlash(req, 'problem', previewText.nothing);
      res.redirect(303, hrefOf(shown.place, shown.found));
      return;
    case 'done-before':
      if (applied.state === 'gone') toList(req, res, shown.place);
      else res.redirect(303, hrefOf(shown.place, shown.found));
      return;
    case 'stale': {
      const warning = previewText.stale(applied.codes.join(', '));
      await showPreview(deps, req, res, shown, { selection, warning, status: 409 });
      return;
    }
    case 'not-yours': {
      const warning = previewText.notYours(applied.codes.join(', '));
      await showPreview(deps, req, res, shown, { selection, warning, status: 403 });
      return;
    }
    case 'closed':
      await showPreview(deps, req, res, shown, { selection, status: 409 });
      return;
  }
}

/** The same page with the boxes of one area ticked or cleared; nothing is written. */
async function showMarked(
  deps: Deps,
  req: Request,
  res: Response,
  shown: Shown,
  { selection, mark }: TypedSelection,
): Promise<void> {
  const { place, reading } = shown;
  const comparison = await compareImport(deps.store.db, deps, place.lke, reading);
  const isInArea = (code: string) =>
    place.instrument.indicators.some((one) => one.code === code && one.area === mark?.area);
  const marked = markArea(comparison, selection, mark?.all === true, isInArea);
  await showPreview(deps, req, res, shown, { selection: marked });
}

async function showPreview(
  deps: Deps,
  req: Request,
  res: Response,
  { place, found, reading, filter }: Shown,
  { selection, warning, status = 200 }: Answered,
): Promise<void> {
  const comparison = await compareImport(deps.store.db, deps, place.lke, reading);
  const page = previewPage(deps, {
    place,
    found,
    comparison,
    selection: selection ?? defaultSelection(comparison, place.mayTake),
    filter,
    warning: warning ?? null,
  });
  deps.pages.render(req, res, 'imports/preview', page, status);
}

function readingOf(found: Import): LkeReading | null {
  return found.readings.find(({ sheet }) => sheet === found.sheet) ?? null;
}

/** A preview that has ended; one that was applied is not gone. */
function isGone(deps: Deps, found: Import): boolean {
  return whyGone(found, deps.clock()) === 'gone';
}

function hrefOf({ lke }: ImportPlace, { id }: Import): string {
  return paths.import(lke.satker.code, lke.year, id);
}

function toList(req: Request, res: Response, { lke }: ImportPlace): void {
  setFlash(req, 'problem', importListText.gone);
  res.redirect(303, paths.imports(lke.satker.code, lke.year));
}
