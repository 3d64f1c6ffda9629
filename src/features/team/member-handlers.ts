import type { Request, RequestHandler, Response } from 'express';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { teamText } from '../../text/messages/team.js';
import { actorOf } from '../../web/actor.js';
import { renderConflict } from '../../web/conflict-page.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import { userOf } from '../../web/signed-in.js';
import type { SatkerRow } from '../satker/store.js';
import { assignDuties, type Duties } from './assign-duties.js';
import { readDuties, type TypedDuties } from './form.js';
import { asLead } from './handlers.js';
import { makeMemberLink } from './make-member-link.js';
import { memberLinkPage, memberPage } from './member-page.js';
import { removalPage } from './removal-page.js';
import { removeMember } from './remove-member.js';
import { findMember, type Member } from './store.js';
import { areasInWords } from './team-page.js';

type MemberParams = Record<string, string> & { satker: string; user: string };
type Place = { readonly satker: SatkerRow; readonly member: Member };

export function showMember(deps: Deps): RequestHandler<MemberParams> {
  return withMember(deps, async (req, res, place) => show(deps, req, res, place, 200));
}

export function postDuties(deps: Deps): RequestHandler<MemberParams> {
  return withMember(deps, async (req, res, { satker, member }) => {
    const typed = readDuties(req.body);
    const duties: Duties = { role: typed.role ?? member.role, areas: typed.areas };
    const actor = actorOf(req, userOf(res), 'team.manage', satker);
    const target = { satkerCode: satker.code, userId: member.userId, version: typed.version };
    const change = await assignDuties(deps, actor, target, duties);
    switch (change.kind) {
      case 'done':
        setFlash(req, 'done', savedText(member, duties));
        res.redirect(303, paths.teamMember(satker.code, member.userId));
        return;
      case 'unchanged':
        res.redirect(303, paths.teamMember(satker.code, member.userId));
        return;
      case 'missing':
        renderError(req, res, 404);
        return;
      case 'stale':
        renderConflict(req, res, deps.pages, dutiesConflict(satker, change.stored, duties));
        return;
      case 'refused':
        show(deps, req, res, { satker, member }, 422, [change.problem], typed);
        return;
    }
  });
}

/** GET: asks once more, and says what it ends. Oneself cannot be removed, so is not asked. */
export function showRemoval(deps: Deps): RequestHandler<MemberParams> {
  return withMember(deps, async (req, res, { satker, member }) => {
    if (member.userId === userOf(res).userId) {
      res.redirect(303, paths.teamMember(satker.code, member.userId));
      return;
    }
    deps.pages.render(req, res, 'team/removal', removalPage(satker, member));
  });
}

export function postRemoval(deps: Deps): RequestHandler<MemberParams> {
  return withMember(deps, async (req, res, { satker, member }) => {
    const { version } = readDuties(req.body);
    const actor = actorOf(req, userOf(res), 'team.manage', satker);
    const target = { satkerCode: satker.code, userId: member.userId, version };
    const change = await removeMember(deps, actor, target);
    if (change.kind === 'stale') {
      const problems = [{ field: '', code: 'member-stale' }];
      show(deps, req, res, { satker, member: change.stored }, 409, problems);
    } else if (change.kind === 'refused') {
      show(deps, req, res, { satker, member }, 422, [change.problem]);
    } else {
      if (change.kind === 'done') setFlash(req, 'done', teamText.removed(member.name));
      res.redirect(303, paths.team(satker.code));
    }
  });
}

/** The link is in the answer itself: it must not be stored, not even for one redirect. */
export function postMemberLink(deps: Deps): RequestHandler<MemberParams> {
  return withMember(deps, async (req, res, place) => {
    const { satker, member } = place;
    const actor = actorOf(req, userOf(res), 'team.manage', satker);
    const made = await makeMemberLink(deps, actor, satker.code, member.userId);
    if (!made.ok) {
      show(deps, req, res, place, 422, made.problems);
      return;
    }
    const page = memberLinkPage(deps.config.publicUrl, satker, member, made.value, {
      done: '',
      mayFill: mayFillWith(member),
    });
    deps.pages.render(req, res, 'team/link', page);
  });
}

/** Somebody who is not of this team answers as somebody who does not exist. */
function withMember(
  deps: Deps,
  handle: (req: Request<MemberParams>, res: Response, place: Place) => Promise<void>,
): RequestHandler<MemberParams> {
  return asLead(deps, async (req, res, satker) => {
    const { user } = req.params;
    const id = /^[1-9]\d{0,14}$/.test(user) ? Number(user) : 0;
    const member = await findMember(deps.store.db, satker.code, id);
    if (member === null) renderError(req, res, 404);
    else await handle(req, res, { satker, member });
  });
}

function show(
  deps: Deps,
  req: Request,
  res: Response,
  { satker, member }: Place,
  status: number,
  problems: readonly Problem[] = [],
  typed?: TypedDuties,
): void {
  const view = { satker, member, viewerId: userOf(res).userId, instruments: deps.instruments };
  const page = memberPage({ ...view, problems, ...(typed === undefined ? {} : { typed }) });
  deps.pages.render(req, res, 'team/member', page, status);
}

function savedText(member: Member, duties: Duties): string {
  const { name } = member;
  const saved = member.role === duties.role ? teamText.saved(name) : teamText.roleSaved(name);
  return mayFillWith(duties) ? saved : `${saved} ${teamText.idle(name)}`;
}

/** A lead fills every area, a member those assigned. */
function mayFillWith({ role, areas }: Duties): boolean {
  return role === 'ketua' || areas.length > 0;
}

function dutiesConflict(satker: SatkerRow, stored: Member, typed: Duties) {
  const { labels, roles } = teamText;
  const boxes = typed.areas.map((area) => [`area-${area}`, 'on'] as const);
  const action = paths.teamMember(satker.code, stored.userId);
  return {
    subject: stored.name,
    rows: [
      { label: labels.role, stored: roles[stored.role], typed: roles[typed.role] },
      {
        label: labels.areas,
        stored: areasInWords(stored.areas),
        typed: areasInWords(typed.areas),
      },
    ],
    action,
    fields: { role: typed.role, ...Object.fromEntries(boxes), version: String(stored.version) },
    backHref: action,
  };
}
