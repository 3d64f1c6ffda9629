import type { Request, RequestHandler, Response } from 'express';
import type { Problem } from '../../domain/problem.js';
import type { Actor, HistoryEntry } from '../../db/store.js';
import { paths } from '../../paths.js';
import { proposalText as text } from '../../text/messages/proposal.js';
import { actorOf, adminActorOf } from '../../web/actor.js';
import { renderConflict } from '../../web/conflict-page.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import { orRefuse } from '../../web/or-refuse.js';
import { userOf } from '../../web/signed-in.js';
import { decide } from '../../domain/access/decide.js';
import { findLkeFor } from '../lke/store.js';
import { adminYear } from './place.js';
import {
  parseRequirements,
  readRequirementForm,
  type TypedRequirements,
} from './requirement-form.js';
import { requirementConflict, requirementPage, type RequirementFacts } from './requirement-page.js';
import { recordedOf, type RequirementOwner } from './requirement-store.js';
import { saveRequirements } from './save-requirements.js';

type YearParams = { year: string };
type LkeParams = { satker: string; year: string };

/** Whose requirements these are, and how the page speaks of them. */
interface Sheet extends Omit<RequirementFacts, 'recorded' | 'typed' | 'problems'> {
  readonly owner: RequirementOwner;
  readonly about: Pick<HistoryEntry, 'subject' | 'satkerCode' | 'year'>;
  readonly actor: Actor;
}

/** KPU RI's own values of a year: the administrator's. */
export function instansiHandler(deps: Deps, answer: Answer): RequestHandler<YearParams> {
  return adminYear(deps, async (req, res, { year, rulesetId }) => {
    const { nomination } = deps.instruments.ruleset(rulesetId);
    await answer(deps, req, res, {
      owner: { year },
      about: { subject: 'instansi', year },
      actor: adminActorOf(req, userOf(res)),
      title: text.instansiTitle(year),
      back: { href: paths.adminYear(year), label: `Tahun ${year}` },
      letterhead: null,
      basis: nomination.legalBasis,
      action: paths.adminRequirements(year),
      requirements: nomination.instansi,
    });
  });
}

/** One satker's own, recorded by the centre. */
export function satkerHandler(deps: Deps, answer: Answer): RequestHandler<LkeParams> {
  return async (req, res) => {
    const user = userOf(res);
    const found = orRefuse(req, res, await findLkeFor(deps.store.db, user, 'lke.read', req.params));
    if (found === null) return;
    const { lke } = found;
    if (decide(user, 'stage.propose', lke.satker) !== 'allowed') {
      renderError(req, res, 403);
      return;
    }
    const { nomination } = deps.instruments.ruleset(lke.rulesetId);
    await answer(deps, req, res, {
      owner: { lkeId: lke.id },
      about: { subject: lke.satker.code, satkerCode: lke.satker.code, year: lke.year },
      actor: actorOf(req, user, 'stage.propose', lke.satker),
      title: text.satkerTitle(lke.satker.name),
      back: { href: paths.proposals(lke.year), label: text.title(lke.year) },
      letterhead: null,
      basis: nomination.legalBasis,
      action: paths.satkerRequirements(lke.satker.code, lke.year),
      requirements: nomination.satker,
    });
  };
}

type Answer = (deps: Deps, req: Request<YearParams>, res: Response, sheet: Sheet) => Promise<void>;

export const showRequirements: Answer = (deps, req, res, sheet) =>
  render(deps, req, res, sheet, null, []);

export const postRequirements: Answer = async (deps, req, res, sheet) => {
  const { requirements, action } = sheet;
  const typed = readRequirementForm(req.body, requirements);
  const parsed = parseRequirements(typed, requirements);
  if (parsed.problems.length > 0) {
    await render(deps, req, res, sheet, typed, parsed.problems);
    return;
  }
  const wanted = { ...sheet, wanted: parsed.value, seen: typed.seen };
  const result = await saveRequirements(deps.store, wanted, deps.clock());
  if (result.kind === 'stale') {
    renderConflict(req, res, deps.pages, requirementConflict(sheet, result.stored, typed));
    return;
  }
  setFlash(req, 'done', text.saved);
  res.redirect(303, action);
};

async function render(
  deps: Deps,
  req: Request<YearParams>,
  res: Response,
  sheet: Sheet,
  typed: TypedRequirements | null,
  problems: readonly Problem[],
): Promise<void> {
  const recorded = await recordedOf(deps.store.db, sheet.owner);
  const page = requirementPage({ ...sheet, recorded, typed, problems });
  deps.pages.render(req, res, 'proposal/requirements', page, problems.length > 0 ? 422 : 200);
}
