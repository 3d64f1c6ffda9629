import type { Request, RequestHandler, Response } from 'express';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { formatInteger } from '../../text/format.js';
import { yearsText } from '../../text/messages/years.js';
import { adminActorOf } from '../../web/actor.js';
import type { Deps } from '../../web/deps.js';
import { setFlash } from '../../web/flash.js';
import { userOf } from '../../web/signed-in.js';
import { parseTarget, readFields } from './form.js';
import { yearListPage } from './list-page.js';
import { satkerWithoutLke } from './lke-store.js';
import { addLke, openYear, type Opening } from './open-year.js';
import { addLkePage, newYearPage, NOTHING_CHOSEN, type OpeningTyped } from './opening-page.js';
import { chosenCodes, readChoice } from './satker-choice.js';
import type { YearHandler } from './year-param.js';

const FRESH: OpeningTyped = { year: '', target: 'wbk', choice: NOTHING_CHOSEN };

export function showYears(deps: Deps): RequestHandler {
  return async (req, res) => {
    deps.pages.render(req, res, 'years/list', await yearListPage(deps));
  };
}

export function showNewYear(deps: Deps): RequestHandler {
  return async (req, res) => {
    deps.pages.render(req, res, 'years/opening', await newYearPage(deps, FRESH, []));
  };
}

export function postNewYear(deps: Deps): RequestHandler {
  return async (req, res) => {
    const typed = readTyped(req);
    const year = /^\d{4}$/.test(typed.year) ? Number(typed.year) : 0;
    const opening = await readOpening(deps, typed, year);
    const outcome = opening.ok
      ? await openYear(deps, adminActorOf(req, userOf(res)), opening.value)
      : opening;
    if (!outcome.ok) {
      const page = await newYearPage(deps, typed, outcome.problems);
      deps.pages.render(req, res, 'years/opening', page, 422);
      return;
    }
    if (outcome.value > 0) {
      setFlash(req, 'done', yearsText.opened(year, formatInteger(outcome.value)));
    }
    res.redirect(303, paths.adminYear(year));
  };
}

export function showAddLke(deps: Deps): YearHandler {
  return async (req, res, year) => {
    const typed = { ...FRESH, choice: { ...NOTHING_CHOSEN, all: false } };
    deps.pages.render(req, res, 'years/opening', await addLkePage(deps, year.year, typed, []));
  };
}

export function postAddLke(deps: Deps): YearHandler {
  return async (req, res, { year }) => {
    const typed = readTyped(req);
    const opening = await readOpening(deps, typed, year);
    const outcome = opening.ok
      ? await addLke(deps, adminActorOf(req, userOf(res)), opening.value)
      : opening;
    if (!outcome.ok) {
      await refuseAdding(deps, req, res, { year, typed, problems: outcome.problems });
      return;
    }
    const { value } = outcome;
    const text = value === 0 ? yearsText.noneAdded : yearsText.added(formatInteger(value));
    setFlash(req, 'done', text);
    res.redirect(303, paths.adminYearSatker(year));
  };
}

async function refuseAdding(
  deps: Deps,
  req: Request,
  res: Response,
  refusal: { year: number; typed: OpeningTyped; problems: readonly Problem[] },
): Promise<void> {
  const page = await addLkePage(deps, refusal.year, refusal.typed, refusal.problems);
  deps.pages.render(req, res, 'years/opening', page, 422);
}

function readTyped(req: Request): OpeningTyped {
  const fields = readFields(req.body);
  return {
    year: fields['year'] ?? '',
    target: fields['target'] ?? '',
    choice: readChoice(fields),
  };
}

/** Which satker are meant is decided here; which of them still lack an LKE, inside the write. */
async function readOpening(
  deps: Deps,
  typed: OpeningTyped,
  year: number,
): Promise<{ ok: true; value: Opening } | { ok: false; problems: Problem[] }> {
  const target = parseTarget(typed.target);
  if (!target.ok) return { ok: false, problems: [{ field: 'target-wbk', code: 'not-a-choice' }] };
  const everyone = await satkerWithoutLke(deps.store.db, 0);
  const satkerCodes = chosenCodes(typed.choice, everyone);
  if (satkerCodes.length > 0)
    return { ok: true, value: { year, target: target.value, satkerCodes } };
  return { ok: false, problems: [{ field: 'scope', code: 'no-satker-chosen' }] };
}
