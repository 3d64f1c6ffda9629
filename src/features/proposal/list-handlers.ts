import type { Request, RequestHandler, Response } from 'express';
import { newestOpenYear, type OpenYear } from '../../db/open-years.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { dayIn } from '../../text/format.js';
import { proposalText } from '../../text/messages/proposal.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import { lkeAtStage } from './candidate-store.js';
import { candidatesOf } from './candidates.js';
import { parseChosen, parseLetter, readProposalForm, type TypedProposal } from './form.js';
import { lettersOf } from './letter-store.js';
import { proposalPage } from './list-page.js';
import { CENTRE_ZONE, centreActor, withYear } from './place.js';
import { propose } from './propose.js';

type YearParams = { year: string };

export function showNewest(deps: Deps): RequestHandler {
  return async (req, res) => {
    const year = await newestOpenYear(deps.store.db);
    if (year === null) renderError(req, res, 404);
    else res.redirect(303, paths.proposals(year));
  };
}

export function showProposals(deps: Deps): RequestHandler<YearParams> {
  return withYear(deps, (req, res, year) => render(deps, req, res, year, null, [], 200));
}

/** Proposes the ticked satker with one letter: 303, 422 with what was typed, 409 if one moved. */
export function postProposal(deps: Deps): RequestHandler<YearParams> {
  return withYear(deps, async (req, res, year) => {
    const typed = readProposalForm(req.body);
    const letter = parseLetter(typed, dayIn(deps.clock(), CENTRE_ZONE));
    if (letter.problems.length > 0) {
      const candidates = await candidatesOf(deps.store.db, deps.instruments, year);
      const problems = [...parseChosen(typed, candidates).problems, ...letter.problems];
      await render(deps, req, res, year, typed, problems, 422);
      return;
    }
    const actor = centreActor(req, res);
    const result = await propose(deps, { year, letter: letter.value, typed, actor });
    switch (result.outcome) {
      case 'refused':
        await render(deps, req, res, year, typed, result.problems, 422);
        return;
      case 'stale':
        await render(deps, req, res, year, typed, [{ field: '', code: 'proposal-stale' }], 409);
        return;
      case 'done':
        setFlash(req, 'done', proposalText.done(result.satker, letter.value.number));
        res.redirect(303, paths.proposalLetter(year.year, result.letterId));
    }
  });
}

async function render(
  deps: Deps,
  req: Request<YearParams>,
  res: Response,
  year: OpenYear,
  typed: TypedProposal | null,
  problems: readonly Problem[],
  status: number,
): Promise<void> {
  const { store, instruments, pages } = deps;
  const page = proposalPage({
    year: year.year,
    ruleset: instruments.ruleset(year.rulesetId),
    candidates: await candidatesOf(store.db, instruments, year),
    letters: await lettersOf(store.db, year.year),
    waiting: await lkeAtStage(store.db, year.year, ['tpn']),
    typed,
    problems,
  });
  pages.render(req, res, 'proposal/list', page, status);
}
