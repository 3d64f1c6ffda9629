import type { Request, RequestHandler, Response } from 'express';
import type { Actor } from '../../db/store.js';
import type { Outcome } from '../../domain/problem.js';
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
  return withEntry(deps, async (req, res, found) => {
    const typed = readPredikatForm(req.body);
    const unrevoke = typed.unrevoke !== '';
    await change(deps, req, res, found, {
      parsed: parsePredikat(typed, todayAt(deps, found)),
      version: typed.version,
      save: (at, details) =>
        correctPredikat(deps.store, at.actor, { ...at.entry, details, unrevoke }, deps.clock()),
      typed: { predikat: typed },
      conflict: (stored) => correctionConflict(found.satker.code, stored, typed),
      done: satkerText.corrected,
    });
  });
}

export function postRevocation(deps: Deps): PredikatHandler {
  return withEntry(deps, async (req, res, found) => {
    const typed = readRevocationForm(req.body);
    await change(deps, req, res, found, {
      parsed: parseRevocation(typed, todayAt(deps, found)),
      version: typed.version,
      save: (at, revocation) =>
        revokePredikat(deps.store, at.actor, { ...at.entry, revocation }, deps.clock()),
      typed: { revocation: typed },
      conflict: (stored) => revocationConflict(found.satker.code, stored, typed),
      done: satkerText.revoked,
    });
  });
}

function todayAt(deps: Deps, { satker }: Entry): string {
  return dayIn(deps.clock(), satker.timeZone);
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

/** One form that changes an entry: how it is saved, and what is said of it. */
interface Change<Value> {
  readonly parsed: Outcome<Value>;
  readonly version: number;
  readonly save: (at: ChangedEntry, value: Value) => Promise<ChangeResult>;
  readonly typed: Parameters<typeof predikatPage>[2];
  readonly conflict: (stored: PredikatEntry) => Conflict;
  readonly done: (predikat: string, year: number) => string;
}

/** Who changes which entry, as it was seen. */
interface ChangedEntry {
  readonly actor: Actor;
  readonly entry: { readonly satkerCode: string; readonly id: number; readonly version: number };
}

async function change<Value>(
  deps: Deps,
  req: Request<EntryParams>,
  res: Response,
  { satker, entry }: Entry,
  { parsed, version, save, typed, conflict, done }: Change<Value>,
): Promise<void> {
  const at = {
    actor: adminActorOf(req, userOf(res)),
    entry: { satkerCode: satker.code, id: entry.id, version },
  };
  const result = parsed.ok
    ? await save(at, parsed.value)
    : ({ kind: 'refused', problems: parsed.problems } as const);
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
