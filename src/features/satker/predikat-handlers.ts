import type { Request, RequestHandler, Response } from 'express';
import { paths } from '../../paths.js';
import { dayIn } from '../../text/format.js';
import { predikatText, satkerText } from '../../text/messages/satker.js';
import { adminActorOf } from '../../web/actor.js';
import { renderConflict, type Conflict } from '../../web/conflict-page.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import { userOf } from '../../web/signed-in.js';
import { addPredikat } from './add-predikat.js';
import { correctPredikat, revokePredikat, type ChangeResult } from './change-predikat.js';
import { correctionConflict, revocationConflict } from './conflicts.js';
import { parsePredikat, parseRevocation, readPredikatForm, readRevocationForm } from './form.js';
import { predikatPage } from './predikat-page.js';
import { satkerPage } from './satker-page.js';
import { findSatker, predikatOf, type PredikatEntry, type SatkerRow } from './store.js';

export function postPredikat(deps: Deps): RequestHandler<{ code: string }> {
  return async (req, res) => {
    const { store, pages, clock } = deps;
    const satker = await findSatker(store.db, req.params.code);
    if (satker === null) {
      renderError(req, res, 404);
      return;
    }
    const typed = readPredikatForm(req.body);
    const parsed = parsePredikat(typed, dayIn(clock(), satker.timeZone));
    const actor = adminActorOf(req, userOf(res));
    const added = parsed.ok
      ? await addPredikat(store, actor, satker.code, parsed.value, clock())
      : parsed;
    if (!added.ok) {
      const register = await predikatOf(store.db, satker.code);
      const page = satkerPage(satker, register, { predikat: typed }, added.problems);
      pages.render(req, res, 'satker/satker', page, 422);
      return;
    }
    if (parsed.ok) {
      const { kind, year } = parsed.value;
      setFlash(req, 'done', satkerText.added(predikatText[kind], year));
    }
    res.redirect(303, paths.adminSatkerOne(satker.code));
  };
}

export function showPredikat(deps: Deps): PredikatHandler {
  return withEntry(deps, (req, res, { satker, entry }) => {
    deps.pages.render(req, res, 'satker/predikat', predikatPage(satker, entry));
  });
}

export function postCorrection(deps: Deps): PredikatHandler {
  return withEntry(deps, async (req, res, { satker, entry }) => {
    const typed = readPredikatForm(req.body);
    const parsed = parsePredikat(typed, dayIn(deps.clock(), satker.timeZone));
    const result = parsed.ok
      ? await correctPredikat(
          deps.store,
          adminActorOf(req, userOf(res)),
          {
            satkerCode: satker.code,
            id: entry.id,
            version: typed.version,
            details: parsed.value,
            unrevoke: typed.unrevoke !== '',
          },
          deps.clock(),
        )
      : ({ kind: 'refused', problems: parsed.problems } as const);
    answer(
      deps,
      req,
      res,
      { satker, entry, result },
      {
        typed: { predikat: typed },
        conflict: (stored) => correctionConflict(satker.code, stored, typed),
        done: satkerText.corrected,
      },
    );
  });
}

export function postRevocation(deps: Deps): PredikatHandler {
  return withEntry(deps, async (req, res, { satker, entry }) => {
    const typed = readRevocationForm(req.body);
    const parsed = parseRevocation(typed, dayIn(deps.clock(), satker.timeZone));
    const result = parsed.ok
      ? await revokePredikat(
          deps.store,
          adminActorOf(req, userOf(res)),
          {
            satkerCode: satker.code,
            id: entry.id,
            version: typed.version,
            revocation: parsed.value,
          },
          deps.clock(),
        )
      : ({ kind: 'refused', problems: parsed.problems } as const);
    answer(
      deps,
      req,
      res,
      { satker, entry, result },
      {
        typed: { revocation: typed },
        conflict: (stored) => revocationConflict(satker.code, stored, typed),
        done: satkerText.revoked,
      },
    );
  });
}

type EntryParams = { code: string; id: string };
type PredikatHandler = RequestHandler<EntryParams>;

interface Entry {
  readonly satker: SatkerRow;
  readonly entry: PredikatEntry;
}

function withEntry(
  deps: Deps,
  handle: (req: Request<EntryParams>, res: Response, found: Entry) => void | Promise<void>,
): PredikatHandler {
  return async (req, res) => {
    const found = await findEntry(deps, req.params);
    if (found === null) renderError(req, res, 404);
    else await handle(req, res, found);
  };
}

async function findEntry(deps: Deps, params: Readonly<EntryParams>): Promise<Entry | null> {
  const satker = await findSatker(deps.store.db, params.code);
  if (satker === null) return null;
  const register = await predikatOf(deps.store.db, satker.code);
  const entry = register.find(({ id }) => String(id) === params.id);
  return entry === undefined ? null : { satker, entry };
}

interface Answering {
  readonly typed: Parameters<typeof predikatPage>[2];
  readonly conflict: (stored: PredikatEntry) => Conflict;
  readonly done: (predikat: string, year: number) => string;
}

function answer(
  deps: Deps,
  req: Request<EntryParams>,
  res: Response,
  change: Entry & { readonly result: ChangeResult },
  { typed, conflict, done }: Answering,
): void {
  const { satker, entry, result } = change;
  switch (result.kind) {
    case 'missing':
      renderError(req, res, 404);
      return;
    case 'stale':
      renderConflict(req, res, deps.pages, conflict(result.entry));
      return;
    case 'refused': {
      const page = predikatPage(satker, entry, typed, result.problems);
      deps.pages.render(req, res, 'satker/predikat', page, 422);
      return;
    }
    case 'done':
      setFlash(req, 'done', done(predikatText[result.entry.kind], result.entry.year));
      res.redirect(303, paths.adminSatkerOne(satker.code));
  }
}
