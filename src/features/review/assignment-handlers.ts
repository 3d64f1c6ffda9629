import type { Request, RequestHandler, Response } from 'express';
import { reaches } from '../../domain/access/roles.js';
import type { JudgingTier } from '../../domain/lke/assessment.js';
import { paths } from '../../paths.js';
import {
  assignmentText as text,
  confirmText,
  tierName,
  tierText,
} from '../../text/messages/review.js';
import { actorOf } from '../../web/actor.js';
import { renderConflict } from '../../web/conflict-page.js';
import type { Deps } from '../../web/deps.js';
import { setFlash } from '../../web/flash.js';
import { lkeNav, type LkeNav } from '../../web/lke-nav.js';
import { withQuery } from '../../web/pager.js';
import type { PageBase } from '../../web/pages.js';
import { orRefuse } from '../../web/or-refuse.js';
import { userOf } from '../../web/signed-in.js';
import type { SignedIn } from '../../web/viewer-store.js';
import { findLkeFor, type Lke } from '../lke/store.js';
import { assignReviewers, namesOf } from './assign-reviewers.js';
import { candidatesFor } from './assignment-store.js';
import { textOf } from './form.js';
import { renderStop } from './stop.js';

export interface AssignmentPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly action: string;
  readonly seen: string;
  readonly people: readonly {
    readonly field: string;
    readonly name: string;
    readonly load: string;
    readonly checked: boolean;
    /** Why this person may not be assigned. */
    readonly barred: string | null;
  }[];
  readonly workloadHref: string;
  readonly empty: { readonly title: string; readonly text: string };
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'review/assignment': AssignmentPage;
  }
}

interface AssignPlace {
  readonly user: SignedIn;
  readonly lke: Lke;
  readonly tier: JudgingTier;
}

export function showAssignment(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await placeOf(deps, req, res);
    if (place === null) return;
    const { user, lke, tier } = place;
    const { satker, year } = lke;
    const people = await candidatesFor(deps.store.db, satker, tier, year);
    const held = people.filter(({ assigned }) => assigned).map(({ userId }) => userId);
    deps.pages.render(req, res, 'review/assignment', {
      title: text.title(tierName(tier)),
      lkeNav: lkeNav(lke, 'review', user),
      action: paths.assignment(satker.code, year),
      seen: held.join(','),
      people: people.map(({ userId, name, assigned, others, barredBy }) => ({
        field: `penilai-${userId}`,
        name,
        load: text.load(others),
        checked: assigned,
        barred: barredBy === null || assigned ? null : text.barred(tierText[barredBy]),
      })),
      workloadHref: withQuery(paths.reviewWorkload(), { tahun: String(year) }),
      empty: text.none,
    });
  };
}

export function postAssignment(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await placeOf(deps, req, res);
    if (place === null) return;
    const { user, lke, tier } = place;
    const { satker, year } = lke;
    const people = await candidatesFor(deps.store.db, satker, tier, year);
    const ids = people.map(({ userId }) => userId);
    const wanted = new Set(ids.filter((id) => textOf(req.body, `penilai-${id}`) !== ''));
    const seen = new Set(textOf(req.body, 'seen').split(',').filter(Boolean).map(Number));
    const actor = actorOf(req, user, 'review.assign', satker);
    const assigned = await assignReviewers(deps, { lke, tier, wanted, seen, actor });
    const back = paths.assignment(satker.code, year);
    switch (assigned.outcome) {
      case 'forbidden':
        renderStop(deps, req, res, { status: 403, text: confirmText.forbidden, back });
        return;
      case 'barred': {
        const { name, barredBy } = assigned.person;
        const why = text.refused(name, barredBy === null ? '' : tierText[barredBy]);
        renderStop(deps, req, res, { status: 403, text: why, back });
        return;
      }
      case 'conflict': {
        const stored = new Set(assigned.stored.map(({ userId }) => userId));
        const ticked = [...wanted].map((id) => [`penilai-${id}`, 'on'] as const);
        renderConflict(req, res, deps.pages, {
          subject: text.subject,
          rows: [
            { label: text.names, stored: namesOf(people, stored), typed: namesOf(people, wanted) },
          ],
          action: back,
          fields: { ...Object.fromEntries(ticked), seen: [...stored].join(',') },
          backHref: back,
        });
        return;
      }
      case 'done':
        setFlash(req, 'done', text.done);
        res.redirect(303, back);
        return;
      case 'unchanged':
        res.redirect(303, back);
    }
  };
}

async function placeOf(deps: Deps, req: Request, res: Response): Promise<AssignPlace | null> {
  const user = userOf(res);
  const found = orRefuse(
    req,
    res,
    await findLkeFor(deps.store.db, user, 'review.assign', req.params),
  );
  if (found === null) return null;
  const { lke } = found;
  const isTpi = user.grants.some((g) => g.role === 'tpi-ketua' && reaches(g, lke.satker));
  return { user, lke, tier: isTpi ? 'tpi' : 'pendahuluan' };
}
