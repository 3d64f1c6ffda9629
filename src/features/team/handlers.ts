import type { Request, RequestHandler, Response } from 'express';
import { decide } from '../../domain/access/decide.js';
import type { Problem } from '../../domain/problem.js';
import { teamText } from '../../text/messages/team.js';
import { actorOf } from '../../web/actor.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { userOf } from '../../web/signed-in.js';
import { findSatker, type SatkerRow } from '../satker/store.js';
import { parseInvite, readInvite, type TypedInvite } from './form.js';
import { inviteMember } from './invite-member.js';
import { memberLinkPage } from './member-page.js';
import { readTeam } from './store.js';
import { teamPage } from './team-page.js';

type SatkerParams = Record<string, string> & { satker: string };

export function showTeam(deps: Deps): RequestHandler<SatkerParams> {
  return asLead(deps, (req, res, satker) => show(deps, req, res, satker));
}

/** The invitation is in the answer itself: it must not be stored, not even for one redirect. */
export function postInvite(deps: Deps): RequestHandler<SatkerParams> {
  return asLead(deps, async (req, res, satker) => {
    const typed = readInvite(req.body);
    const form = parseInvite(typed);
    const actor = actorOf(req, userOf(res), 'team.manage', satker);
    const invited = form.ok ? await inviteMember(deps, actor, satker.code, form.value) : form;
    if (!form.ok || !invited.ok) {
      const problems = invited.ok ? [] : invited.problems;
      await show(deps, req, res, satker, { typed, problems });
      return;
    }
    const { publicUrl } = deps.config;
    const { name, token, isReturning } = invited.value;
    const done = isReturning ? teamText.invitedAgain(name) : teamText.invited(name);
    const mayFill = form.value.areas.length > 0;
    const page = memberLinkPage(publicUrl, satker, invited.value, token, { done, mayFill });
    deps.pages.render(req, res, 'team/link', page);
  });
}

/** Found through the lead who asks: a satker out of scope answers as one that does not exist. */
export function asLead<Params extends SatkerParams>(
  deps: Deps,
  handle: (req: Request<Params>, res: Response, satker: SatkerRow) => Promise<void>,
): RequestHandler<Params> {
  return async (req, res) => {
    const satker = await findSatker(deps.store.db, req.params.satker);
    const decision = satker === null ? 'invisible' : decide(userOf(res), 'team.manage', satker);
    if (satker === null || decision === 'invisible') renderError(req, res, 404);
    else if (decision === 'forbidden') renderError(req, res, 403);
    else await handle(req, res, satker);
  };
}

async function show(
  deps: Deps,
  req: Request,
  res: Response,
  satker: SatkerRow,
  refusal?: { readonly typed: TypedInvite; readonly problems: readonly Problem[] },
): Promise<void> {
  const members = await readTeam(deps.store.db, satker.code);
  const page = teamPage({ satker, members, instruments: deps.instruments, ...refusal });
  deps.pages.render(req, res, 'team/team', page, refusal === undefined ? 200 : 422);
}
