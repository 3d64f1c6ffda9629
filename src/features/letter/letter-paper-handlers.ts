import type { Request, Response } from 'express';
import { paths } from '../../paths.js';
import { decisionsText as text } from '../../text/messages/conclusion.js';
import { letterText } from '../../text/messages/letter.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { may } from '../../web/lke-place.js';
import { markedAs, numberParam, type FoundPaper } from '../../web/paper-page.js';
import { excerptFor } from './letter-excerpt.js';
import { findLetter, isLetterTakenBack } from './letter-store.js';
import { placeFor } from './place.js';
import { paperOf } from './read-letter.js';

/** A letter that went out is read by all who see the LKE, each of what they see; a draft is its writer's. */
export async function findLetterPaper(
  deps: Deps,
  req: Request,
  res: Response,
): Promise<FoundPaper | null> {
  const place = await placeFor(deps, req, res, 'lke.read');
  if (place === null) return null;
  const { lke } = place;
  const { db } = deps.store;
  const letter = await findLetter(db, numberParam(req, 'id'), lke.id);
  if (letter === null || (letter.sentAt === null && !may(place, 'stage.send-letter'))) {
    renderError(req, res, 404);
    return null;
  }
  const at = [lke.satker.code, lke.year] as const;
  return {
    nav: place.nav,
    paper: markedAs(
      await isLetterTakenBack(db, letter.id, lke.id),
      await excerptFor(db, place.user, letter.id, await paperOf(db, deps, letter)),
    ),
    backHref: letter.sentAt === null ? paths.letter(...at) : paths.decisions(...at),
    backText: letter.sentAt === null ? text.links.letter : text.back,
    docxHref: paths.letterDocx(...at, letter.id),
    fileName: letterText.file(...at),
  };
}
