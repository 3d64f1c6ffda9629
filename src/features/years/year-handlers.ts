import { paths } from '../../paths.js';
import { yearsText } from '../../text/messages/years.js';
import { adminActorOf } from '../../web/actor.js';
import { renderConflict } from '../../web/conflict-page.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import { userOf } from '../../web/signed-in.js';
import { calendarOf } from './calendar.js';
import { datesConflict, exceptionConflict, internalConflict } from './conflicts.js';
import { datesPage } from './dates-page.js';
import { parseDays, parseException, parseInternalTarget } from './form.js';
import { readExceptionForm, readFields, readVersion } from './form.js';
import { saveDates, saveException, saveInternalTarget } from './save-dates.js';
import { yearPage } from './year-page.js';
import type { YearHandler } from './year-param.js';

export function showYear(deps: Deps): YearHandler {
  return async (req, res, year) => {
    deps.pages.render(req, res, 'years/year', await yearPage(deps, year, null, []));
  };
}

export function postInternalTarget(deps: Deps): YearHandler {
  return async (req, res, year) => {
    const { store, pages, clock, instruments } = deps;
    const fields = readFields(req.body);
    const typed = fields['internal'] ?? '';
    const parsed = parseInternalTarget(typed, instruments.ruleset(year.rulesetId));
    if (!parsed.ok) {
      const page = await yearPage(deps, year, typed, parsed.problems);
      pages.render(req, res, 'years/year', page, 422);
      return;
    }
    const change = { year: year.year, version: readVersion(fields), target: parsed.value };
    const actor = adminActorOf(req, userOf(res));
    const result = await saveInternalTarget(store, actor, change, clock());
    if (result.kind === 'missing') renderError(req, res, 404);
    else if (result.kind === 'stale') {
      renderConflict(req, res, pages, internalConflict(result.year, typed));
    } else {
      setFlash(req, 'done', yearsText.internalSaved);
      res.redirect(303, paths.adminYear(year.year));
    }
  };
}

export function showDates(deps: Deps): YearHandler {
  return async (req, res, year) => {
    deps.pages.render(req, res, 'years/dates', await datesPage(deps.store.db, year, {}, []));
  };
}

export function postDates(deps: Deps): YearHandler {
  return async (req, res, year) => {
    const { store, pages, clock } = deps;
    const fields = readFields(req.body);
    const calendar = calendarOf(year.rulesetId);
    const parsed = parseDays(fields, calendar);
    if (!parsed.ok) {
      const page = await datesPage(store.db, year, { days: fields }, parsed.problems);
      pages.render(req, res, 'years/dates', { ...page, version: readVersion(fields) }, 422);
      return;
    }
    const change = { year: year.year, version: readVersion(fields), days: parsed.value };
    const result = await saveDates(store, adminActorOf(req, userOf(res)), change, clock());
    if (result.kind === 'missing') renderError(req, res, 404);
    else if (result.kind === 'stale') {
      renderConflict(req, res, pages, datesConflict(result, parsed.value, calendar));
    } else {
      setFlash(req, 'done', yearsText.datesSaved);
      res.redirect(303, paths.adminYearDates(year.year));
    }
  };
}

export function postException(deps: Deps): YearHandler {
  return async (req, res, year) => {
    const { store, pages, clock } = deps;
    const typed = readExceptionForm(req.body);
    const calendar = calendarOf(year.rulesetId);
    const parsed = parseException(typed, calendar);
    const actor = adminActorOf(req, userOf(res));
    const result = parsed.ok
      ? await saveException(store, actor, { ...parsed.value, year: year.year }, clock())
      : ({ kind: 'refused', problems: parsed.problems } as const);
    if (result.kind === 'stale') {
      const conflict = exceptionConflict(year.year, result.day, typed, calendar);
      renderConflict(req, res, pages, conflict);
    } else if (result.kind === 'refused') {
      const page = await datesPage(store.db, year, { exception: typed }, result.problems);
      pages.render(req, res, 'years/dates', page, 422);
    } else {
      setFlash(req, 'done', yearsText.exceptionSaved(typed.satker));
      res.redirect(303, paths.adminYearDates(year.year));
    }
  };
}
