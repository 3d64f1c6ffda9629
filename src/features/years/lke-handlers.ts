import { predikatText } from '../../text/messages/satker.js';
import { yearsText } from '../../text/messages/years.js';
import { adminActorOf } from '../../web/actor.js';
import { renderConflict } from '../../web/conflict-page.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import { userOf } from '../../web/signed-in.js';
import { changeTarget } from './change-target.js';
import { targetConflict } from './conflicts.js';
import { parseTarget, readFields, readVersion } from './form.js';
import { listHref, yearSatkerPage } from './lke-page.js';
import type { YearHandler } from './year-param.js';

export function showYearSatker(deps: Deps): YearHandler {
  return async (req, res, { year }) => {
    const page = await yearSatkerPage(deps.store.db, year, req.query, []);
    deps.pages.render(req, res, 'years/satker', page);
  };
}

export function postTarget(deps: Deps): YearHandler {
  return async (req, res, { year }) => {
    const { store, pages, clock } = deps;
    const fields = readFields(req.body);
    const { satker: satkerCode = '', query = '' } = fields;
    const parsed = parseTarget(fields['target'] ?? '');
    const change = { satkerCode, year, version: readVersion(fields) };
    const actor = adminActorOf(req, userOf(res));
    const result = parsed.ok
      ? await changeTarget(store, actor, { ...change, target: parsed.value }, clock())
      : ({ kind: 'refused', problems: parsed.problems } as const);
    if (result.kind === 'missing') renderError(req, res, 404);
    else if (result.kind === 'refused' || !parsed.ok) {
      const problems = result.kind === 'refused' ? result.problems : [];
      const unlinked = problems.map((problem) => ({ ...problem, field: '' }));
      const filter = Object.fromEntries(new URLSearchParams(query));
      const page = await yearSatkerPage(store.db, year, filter, unlinked);
      pages.render(req, res, 'years/satker', page, 422);
    } else if (result.kind === 'stale') {
      renderConflict(req, res, pages, targetConflict(result.lke, parsed.value, query));
    } else {
      const name = result.lke.satker.name;
      setFlash(req, 'done', yearsText.targetSaved(name, predikatText[parsed.value]));
      res.redirect(303, listHref(year, query));
    }
  };
}
