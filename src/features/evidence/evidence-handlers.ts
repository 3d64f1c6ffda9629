import type { RequestHandler } from 'express';
import { paths } from '../../paths.js';
import { useNewestText } from '../../text/messages/evidence-pages.js';
import { actorOf } from '../../web/actor.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import { findSame } from './check-store.js';
import type { Content } from './content.js';
import { evidencePage, movableUses } from './evidence-page.js';
import { newestOf, usesOf, type Evidence } from './evidence-store.js';
import { tickedIds } from './form.js';
import { evidenceAt, managedPlaceOf, placeOf } from './place.js';
import { registerPage } from './register-page.js';
import { useNewest } from './use-newest.js';

export function showRegister(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await placeOf(deps, req, res, 'lke.read');
    if (place === null) return;
    const page = await registerPage(deps.store.db, place, req.query);
    deps.pages.render(req, res, 'evidence/register', page);
  };
}

export function showEvidence(deps: Deps): RequestHandler {
  return async (req, res) => {
    const { db } = deps.store;
    const found = await evidenceAt(deps, req, res, placeOf(deps, req, res, 'lke.read'));
    if (found === null) return;
    const { place, evidence } = found;
    const content = contentOf(evidence);
    const same = content === null ? [] : await findSame(db, place.satkerCode, content);
    const page = evidencePage({
      place,
      evidence,
      uses: await usesOf(db, evidence.id),
      same: same.filter(({ evidenceId }) => evidenceId !== evidence.id),
      appVersion: deps.version,
    });
    deps.pages.render(req, res, 'evidence/evidence', page);
  };
}

/** POST: links that had kept an earlier version now point to the newest. */
export function postUseNewest(deps: Deps): RequestHandler {
  return async (req, res) => {
    const found = await evidenceAt(deps, req, res, managedPlaceOf(deps, req, res));
    if (found === null) return;
    const { place, evidence } = found;
    const { user, lke } = place;
    const movable = movableUses(await usesOf(deps.store.db, evidence.id), place);
    const wanted = new Set(tickedIds(req.body, 'link-'));
    const result = await useNewest(deps, {
      lke,
      evidenceId: evidence.id,
      moveLinkIds: new Set(movable.map(({ linkId }) => linkId).filter((id) => wanted.has(id))),
      actor: actorOf(req, user, 'evidence.manage', lke.satker),
    });
    if (result.outcome === 'missing') renderError(req, res, 404);
    else {
      setFlash(req, 'done', useNewestText.done(result.count, result.number));
      res.redirect(303, paths.evidence(place.satkerCode, place.year, evidence.id));
    }
  };
}

/** What the newest version holds, for looking for the same; null once its bytes are gone. */
function contentOf(evidence: Evidence): Content | null {
  const { type, purgedAt, url, sha256, fileName, mediaType, size } = newestOf(evidence);
  if (purgedAt !== null) return null;
  if (type === 'link') return url === null ? null : { type, url };
  if (sha256 === null) return null;
  return { type, sha256, fileName: fileName ?? '', mediaType: mediaType ?? '', size: size ?? 0 };
}
