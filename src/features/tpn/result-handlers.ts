import type { Request, RequestHandler, Response } from 'express';
import type { Tier } from '../../domain/access/tiers.js';
import { visibleTiers } from '../../domain/access/visible-tiers.js';
import type { Problem } from '../../domain/problem.js';
import { NATIONAL_ZONE } from '../../domain/time-zone.js';
import { paths } from '../../paths.js';
import { dayIn, decimalToText } from '../../text/format.js';
import { tpnText as text } from '../../text/messages/tpn.js';
import { renderConflict } from '../../web/conflict-page.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import { userOf } from '../../web/signed-in.js';
import { stopWith } from '../../web/stop.js';
import { readScore, type StoredScore } from '../lke/store.js';
import { decreesOf } from './decree-store.js';
import {
  parseDecree,
  parseTotals,
  readDecreeForm,
  readTotalsForm,
  readTotalsVersion,
} from './form.js';
import { placeToRead, placeToRecord, stopClosed, type TpnPlace } from './place.js';
import { recordDecree } from './record-decree.js';
import { clearTotals, recordTotals } from './record-totals.js';
import { resultPage, type ResultFacts } from './result-page.js';
import { proposalOf, totalsOf, type TpnTotals } from './result-store.js';

export function showResult(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await placeToRead(deps, req, res);
    if (place !== null) await renderResult(deps, req, res, place, {}, []);
  };
}

export function postTotals(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await placeToRecord(deps, req, res);
    if (place === null) return;
    const typed = readTotalsForm(req.body);
    const parsed = parseTotals(typed, place.instrument);
    if (!parsed.ok) {
      await renderResult(deps, req, res, place, { totals: typed }, parsed.problems);
      return;
    }
    const { lke, actor } = place;
    const action = paths.tpnTotals(lke.satker.code, lke.year);
    const backHref = paths.tpnResult(lke.satker.code, lke.year);
    const result = await recordTotals(deps, lke, parsed.value, actor);
    switch (result.kind) {
      case 'closed':
        stopClosed(deps, req, res, result.stage);
        return;
      case 'stale': {
        const rows = conflictRows(result.stored, parsed.value);
        const { total, pengungkit, hasil, note } = typed;
        const version = String(result.stored?.version ?? 0);
        const fields = { total, pengungkit, hasil, note, version };
        renderConflict(req, res, deps.pages, {
          subject: text.conflict,
          rows,
          action,
          fields,
          backHref,
        });
        return;
      }
      case 'done':
        setFlash(req, 'done', text.savedTotals);
        res.redirect(303, backHref);
    }
  };
}

/** 303, 409 where somebody else changed them meanwhile. */
export function postTotalsRemoval(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await placeToRecord(deps, req, res);
    if (place === null) return;
    const { lke, actor } = place;
    const result = await clearTotals(deps, lke, readTotalsVersion(req.body), actor);
    const back = paths.tpnResult(lke.satker.code, lke.year);
    switch (result.kind) {
      case 'closed':
        stopClosed(deps, req, res, result.stage);
        return;
      case 'stale':
        stopWith(deps, req, res, { ...text.staleTotals, back });
        return;
      case 'done':
        setFlash(req, 'done', text.clearedTotals);
        res.redirect(303, back);
    }
  };
}

export function postDecree(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await placeToRecord(deps, req, res);
    if (place === null) return;
    const typed = readDecreeForm(req.body);
    const parsed = parseDecree(typed, dayIn(deps.clock(), NATIONAL_ZONE));
    if (!parsed.ok) {
      await renderResult(deps, req, res, place, { decree: typed }, parsed.problems);
      return;
    }
    const { lke, roles, actor } = place;
    const request = { lke, roles, ...parsed.value, expectedVersion: typed.version, actor };
    const result = await recordDecree(deps, request);
    switch (result.kind) {
      case 'forbidden':
        renderError(req, res, 403);
        return;
      case 'closed':
        stopClosed(deps, req, res, result.stage);
        return;
      case 'refused':
        await renderResult(deps, req, res, place, { decree: typed }, result.problems);
        return;
      case 'done':
        setFlash(req, 'done', text.savedDecree);
        res.redirect(303, paths.tpnResult(lke.satker.code, lke.year));
    }
  };
}

function conflictRows(stored: TpnTotals | null, typed: TpnTotals) {
  const shown = (part: string | null | undefined) => (part ? decimalToText(part) : '');
  const points = (['total', 'pengungkit', 'hasil'] as const).map((name) => ({
    label: text.columns[name],
    stored: shown(stored?.[name]),
    typed: shown(typed[name]),
  }));
  return [...points, { label: text.labels.note, stored: stored?.note ?? '', typed: typed.note }];
}

/** The page, with what was typed where a form was refused. */
export async function renderResult(
  deps: Deps,
  req: Request,
  res: Response,
  place: TpnPlace,
  typed: ResultFacts['typed'],
  problems: readonly Problem[],
): Promise<void> {
  const { db } = deps.store;
  const { lke } = place;
  const scores = new Map<Tier, StoredScore>();
  for (const tier of visibleTiers(userOf(res), lke.satker, lke.stage)) {
    const score = await readScore(db, lke.id, tier);
    if (score !== null) scores.set(tier, score);
  }
  const decrees = await decreesOf(db, lke.id);
  const page = resultPage({
    place,
    proposal: await proposalOf(db, lke.id),
    decree: decrees.find(({ takenBack }) => takenBack === null) ?? null,
    takenBack: decrees.filter(({ takenBack }) => takenBack !== null),
    totals: await totalsOf(db, lke.id),
    scores,
    version: lke.version,
    typed,
    problems,
  });
  deps.pages.render(req, res, 'tpn/result', page, problems.length > 0 ? 422 : 200);
}
