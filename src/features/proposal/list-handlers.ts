import type { Request, RequestHandler, Response } from 'express';
import { newestOpenYear, openYears, type OpenYear } from '../../db/open-years.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { dayIn } from '../../text/format.js';
import { proposalText } from '../../text/messages/proposal.js';
import type { Deps } from '../../web/deps.js';
import { setFlash } from '../../web/flash.js';
import { lkeAtStage, readyByYear } from './candidate-store.js';
import { candidatesOf } from './candidates.js';
import { checkPage } from './check-page.js';
import { chosenToken, parseChosen, parseLetter, readProposalForm } from './form.js';
import type { TypedProposal } from './form.js';
import { lettersOf } from './letter-store.js';
import { proposalPage } from './list-page.js';
import { CENTRE_ZONE, centreActor, withYear } from './place.js';
import { judgeProposal, propose } from './propose.js';

type YearParams = { year: string };

/** The newest year; without one the list of satker says who opens it. */
export function showNewest(deps: Deps): RequestHandler {
  return async (_req, res) => {
    const year = await newestOpenYear(deps.store.db);
    res.redirect(303, year === null ? paths.satkerList() : paths.proposals(year));
  };
}

export function showProposals(deps: Deps): RequestHandler<YearParams> {
  return withYear(deps, (req, res, year) => render(deps, req, res, year, null, [], 200));
}

/**
 * Shows which satker would go with the letter and asks for one tick; with it proposes them: 303, 422
 * with what was typed, 409 if one moved.
 */
export function postProposal(deps: Deps): RequestHandler<YearParams> {
  return withYear(deps, async (req, res, year) => {
    const typed = readProposalForm(req.body);
    const again = (problems: readonly Problem[], status: number) =>
      render(deps, req, res, year, typed, problems, status);
    if (typed.isChanging) return again([], 200);
    const { store, instruments } = deps;
    const letter = parseLetter(typed, dayIn(deps.clock(), CENTRE_ZONE));
    const candidates = await candidatesOf(store.db, instruments, year);
    const problems = [...parseChosen(typed, candidates).problems, ...letter.problems];
    if (problems.length > 0) return again(problems, 422);
    const request = { year, letter: letter.value, typed };
    const isConfirmed = typed.confirmed === chosenToken(typed);
    const result = isConfirmed
      ? await propose(deps, { ...request, actor: centreActor(req, res) })
      : await judgeProposal(store.db, instruments, request);
    switch (result.outcome) {
      case 'refused':
        return again(result.problems, 422);
      case 'stale':
        return again([{ field: '', code: 'proposal-stale' }], 409);
      case 'ready': {
        const page = checkPage({ year: year.year, letter: letter.value, typed }, result.chosen);
        deps.pages.render(req, res, 'proposal/check', page, typed.isChecked ? 422 : 200);
        return;
      }
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
    years: await openYears(store.db),
    readyIn: await readyByYear(store.db),
    ruleset: instruments.ruleset(year.rulesetId),
    candidates: await candidatesOf(store.db, instruments, year),
    letters: await lettersOf(store.db, year.year),
    waiting: await lkeAtStage(store.db, year.year, ['tpn']),
    typed,
    problems,
  });
  pages.render(req, res, 'proposal/list', page, status);
}
