import type { Request, RequestHandler, Response } from 'express';
import { decide } from '../../domain/access/decide.js';
import type { ConfirmingRole } from '../../domain/lke/confirmation.js';
import { AREA_KEYS } from '../../domain/instrument/instrument.js';
import { recommendationSection } from '../../domain/lke/letters.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { formatDay } from '../../text/format.js';
import { lheText, lhePageText as text } from '../../text/messages/lhe.js';
import { roleName } from '../../text/messages/users.js';
import { actorOf } from '../../web/actor.js';
import { renderConflict } from '../../web/conflict-page.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import type { Lke } from '../lke/store.js';
import { roundOf } from '../submission/store.js';
import { parseLheHead, parseSection, readLheHead, readProposals, readSection } from './form.js';
import type { LheHeadTyped } from './form.js';
import { letterheadName } from '../../paper/letterhead-lines.js';
import { chosenHead, tpiLetterheads, type LetterheadRow } from '../letter/store.js';
import { lheChecks } from './checks.js';
import { keepProposals } from './keep-proposals.js';
import { readLheFacts } from './lhe-facts.js';
import { lhePage, type LheTyped } from './lhe-page.js';
import type { LheHead, NumberUse } from './lhe-store.js';
import { paperDays } from '../../web/paper-fields.js';
import { stopAtStage, stopWith } from '../../web/stop.js';
import { barredFrom } from '../../web/tier-store.js';
import { placeFor, type Place } from './place.js';
import { saveLheHead, saveLheText } from './write-lhe.js';

/** `/lhe`: the report in the making, section by section. */
export function showLhe(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await placeFor(deps, req, res, 'lhe.read');
    if (place !== null) await render(deps, req, res, place, null, []);
  };
}

export function postLheNumber(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await placeFor(deps, req, res, 'lhe.write');
    if (place === null) return;
    const { lke, user } = place;
    const typed = readLheHead(req.body);
    const heads = await tpiLetterheads(deps.store.db);
    const owners = heads.map(({ owner }) => owner);
    const parsed = parseLheHead(typed, paperDays(deps, lke), owners);
    if (!parsed.ok) {
      await render(deps, req, res, place, { kind: 'head', ...typed }, parsed.problems);
      return;
    }
    const actor = actorOf(req, user, 'lhe.write', lke.satker);
    const request = { lke, head: parsed.value, expectedVersion: typed.version, actor };
    const saved = await saveLheHead(deps, request);
    const back = paths.lhe(lke.satker.code, lke.year);
    if (saved.outcome === 'closed') {
      stopAtStage(deps, req, res, saved.stage);
      return;
    }
    if (saved.outcome === 'number-taken') {
      const problems = [takenProblem(place, typed.number, saved.used)];
      await render(deps, req, res, place, { kind: 'head', ...typed }, problems);
      return;
    }
    if (saved.outcome === 'stale') {
      renderHeadStale(deps, req, res, lke, { typed, heads, ...saved });
      return;
    }
    if (saved.outcome === 'saved') setFlash(req, 'done', text.identitySaved);
    res.redirect(303, back);
  };
}

function renderHeadStale(
  deps: Deps,
  req: Request,
  res: Response,
  { satker, year }: Lke,
  { typed, stored, version, heads }: StaleHead,
): void {
  const { number, day, letterhead } = typed;
  renderConflict(req, res, deps.pages, {
    subject: text.identitySubject,
    rows: [
      { label: text.number, stored: stored.number, typed: number },
      { label: text.day, stored: dayText(stored.day), typed: dayText(day) },
      {
        label: text.signatory,
        stored: headName(heads, stored.letterhead),
        typed: headName(heads, letterhead),
      },
    ],
    action: paths.lheIdentity(satker.code, year),
    fields: { number, day, letterhead, version: String(version) },
    backHref: paths.lhe(satker.code, year),
  });
}

interface StaleHead {
  readonly typed: LheHeadTyped;
  readonly stored: Pick<LheHead, 'number' | 'day' | 'letterhead'>;
  readonly version: number;
  readonly heads: readonly LetterheadRow[];
}

/** Names the other report to those who see its satker, which for others is as if it did not exist. */
function takenProblem({ user }: Place, typed: string, { place, ...used }: NumberUse): Problem {
  const isSeen = decide(user, 'lke.read', place) === 'allowed';
  const args = { number: typed.trim(), satker: isSeen ? used.satkerName : '', round: used.round };
  return { field: 'number', code: 'lhe-number-taken', args };
}

export function postLheSection(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await placeFor(deps, req, res, 'lhe.write');
    if (place === null) return;
    const { lke, user } = place;
    const { section = '' } = req.params as Record<string, string>;
    const title = sectionTitle(deps, place, section);
    if (title === null) {
      renderError(req, res, 404);
      return;
    }
    const typed = readSection(req.body);
    const parsed = parseSection(typed);
    if (!parsed.ok) {
      const problems = parsed.problems.map((one) => ({ ...one, field: `text-${section}` }));
      await render(deps, req, res, place, { kind: 'section', section, ...typed }, problems);
      return;
    }
    const actor = actorOf(req, user, 'lhe.write', lke.satker);
    const request = { lke, section, title, text: parsed.value, actor };
    const saved = await saveLheText(deps, { ...request, expectedVersion: typed.version });
    const back = paths.lhe(lke.satker.code, lke.year);
    if (saved.outcome === 'closed') {
      stopAtStage(deps, req, res, saved.stage);
      return;
    }
    if (saved.outcome === 'stale') {
      renderConflict(req, res, deps.pages, {
        subject: title,
        rows: [{ label: text.text, stored: saved.stored, typed: typed.text }],
        action: paths.lheSection(lke.satker.code, lke.year, section),
        fields: { text: typed.text, version: String(saved.version) },
        backHref: back,
      });
      return;
    }
    if (saved.outcome === 'saved') setFlash(req, 'done', savedText(title, saved.fallen));
    res.redirect(303, `${back}#bagian-${section}`);
  };
}

/** Keeps what the product proposes as TPI's own words: 303, 409 where it is not what was read. */
export function postLheProposals(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await placeFor(deps, req, res, 'lhe.write');
    if (place === null) return;
    const { lke, user } = place;
    const actor = actorOf(req, user, 'lhe.write', lke.satker);
    const kept = await keepProposals(deps, { lke, shown: readProposals(req.body), actor });
    const back = paths.lhe(lke.satker.code, lke.year);
    switch (kept.outcome) {
      case 'closed':
        stopAtStage(deps, req, res, kept.stage);
        return;
      case 'stale':
        stopWith(deps, req, res, { ...text.keepStale, back });
        return;
      case 'kept':
        setFlash(req, 'done', keptText(kept.count, kept.fallen));
        res.redirect(303, back);
        return;
      case 'unchanged':
        res.redirect(303, back);
    }
  };
}

function keptText(count: number, fallen: readonly ConfirmingRole[]): string {
  if (fallen.length === 0) return text.keptAll(count);
  return text.keptDropped(count, fallen.map(roleName).join(text.and));
}

function savedText(title: string, fallen: readonly ConfirmingRole[]): string {
  if (fallen.length === 0) return text.sectionSaved(title);
  return text.dropped(title, fallen.map(roleName).join(text.and));
}

/** The sections there are: eight checks, and one recommendation per area. */
function sectionTitle(deps: Deps, { lke }: Place, section: string): string | null {
  const check = lheChecks().find(({ key }) => key === section);
  if (check !== undefined) return check.title;
  const key = AREA_KEYS.find((one) => recommendationSection(one) === section);
  const { areas } = deps.instruments.instrument(lke.instrumentId);
  const area = areas.find((one) => one.key === key);
  return area === undefined ? null : lheText.recommendationTitle(area.key, area.name);
}

function headName(heads: readonly LetterheadRow[], owner: string | null): string {
  const head = chosenHead(heads, owner);
  return head === null ? '' : letterheadName(head);
}

function dayText(day: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? formatDay(day) : day;
}

async function render(
  deps: Deps,
  req: Request,
  res: Response,
  place: Place,
  typed: LheTyped | null,
  problems: readonly Problem[],
): Promise<void> {
  const { db } = deps.store;
  const round = await roundOf(db, place.lke.id);
  const facts = await readLheFacts(db, deps, place.lke, round);
  const barredBy = await barredFrom(db, place.user, ['lhe.write'], place.lke);
  const page = lhePage(place, facts, { typed, problems, barredBy });
  deps.pages.render(req, res, 'lhe/lhe', page, problems.length === 0 ? 200 : 422);
}
