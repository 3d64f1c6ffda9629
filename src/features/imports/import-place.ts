import type { Request, Response } from 'express';
import type { Instrument } from '../../domain/instrument/instrument.js';
import type { Tx } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { lkeNav, type LkeNav } from '../../web/lke-nav.js';
import { orRefuse } from '../../web/or-refuse.js';
import { userOf } from '../../web/signed-in.js';
import { findSignedIn, type SignedIn } from '../../web/viewer-store.js';
import { findLkeFor, type Lke } from '../lke/store.js';
import { mayTakeOf, type MayTake } from './selection.js';
import { findImport, type Import } from './store.js';

/** One LKE as somebody who may import into it sees it. */
export interface ImportPlace {
  readonly user: SignedIn;
  readonly lke: Lke;
  readonly instrument: Instrument;
  readonly mayTake: MayTake;
  readonly nav: LkeNav;
}

/** The place, or null where the answer (404 or 403) is already made. */
export async function importPlaceOf(
  deps: Deps,
  req: Request,
  res: Response,
): Promise<ImportPlace | null> {
  const user = userOf(res);
  const found = orRefuse(req, res, await findLkeFor(deps.store.db, user, 'lke.import', req.params));
  if (found === null) return null;
  const { lke } = found;
  const instrument = deps.instruments.instrument(lke.instrumentId);
  return {
    user,
    lke,
    instrument,
    mayTake: mayTakeOf(user, lke, instrument),
    nav: lkeNav(lke, 'import', user),
  };
}

/** The person's rights at the moment of writing: an area can be taken away meanwhile. */
export function rightsOf({ user, lke, instrument }: ImportPlace): (tx: Tx) => Promise<MayTake> {
  return async (tx) => {
    const now = await findSignedIn(tx, user.userId);
    return now === null ? () => false : mayTakeOf(now, lke, instrument);
  };
}

/** The import of this LKE, or null where the 404 is already made. */
export async function importAt(
  deps: Deps,
  req: Request,
  res: Response,
  { lke }: ImportPlace,
): Promise<Import | null> {
  const { id = '' } = req.params as Record<string, string | undefined>;
  const isId = /^[1-9]\d{0,14}$/.test(id);
  const found = isId ? await findImport(deps.store.db, lke.id, Number(id)) : null;
  if (found === null) renderError(req, res, 404);
  return found;
}
