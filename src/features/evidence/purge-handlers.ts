import type { Request, RequestHandler, Response } from 'express';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { purgeText } from '../../text/messages/evidence-pages.js';
import { actorOf } from '../../web/actor.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import { fieldProblem, problemLines } from '../../web/form-problems.js';
import { usesOf, type EvidenceVersion } from './evidence-store.js';
import { parseReason, readReasonForm, type ReasonTyped } from './form.js';
import { evidenceAt, placeOf, type EvidencePlace } from './place.js';
import { purgeVersion } from './purge-version.js';
import { reasonField, type ReasonPage } from './reason-page.js';

interface Target extends EvidencePlace {
  readonly version: EvidenceVersion;
}

/** GET: what will go, and the form that asks for a reason and a typed word. */
export function showPurge(deps: Deps): RequestHandler {
  return async (req, res) => {
    const target = await targetOf(deps, req, res, req.query['versi']);
    if (target !== null) await renderForm(deps, req, res, target, readReasonForm({}), []);
  };
}

export function postPurge(deps: Deps): RequestHandler {
  return async (req, res) => {
    const body = req.body as Record<string, unknown>;
    const target = await targetOf(deps, req, res, body['number']);
    if (target === null) return;
    const { place, evidence, version } = target;
    const typed = readReasonForm(body);
    const reason = parseReason(typed);
    const problems = [...(reason.ok ? [] : reason.problems), ...confirmationProblems(typed)];
    if (!reason.ok || problems.length > 0) {
      await renderForm(deps, req, res, target, typed, problems);
      return;
    }
    await purgeVersion(deps, {
      lke: place.lke,
      evidenceId: evidence.id,
      number: version.number,
      reason: reason.value,
      actor: actorOf(req, place.user, 'evidence.purge', place.lke.satker),
    });
    setFlash(req, 'done', purgeText.done(evidence.name, version.number));
    res.redirect(303, paths.evidence(place.satkerCode, place.year, evidence.id));
  };
}

/** A version with bytes; one whose bytes are gone already answers as missing. */
async function targetOf(
  deps: Deps,
  req: Request,
  res: Response,
  number: unknown,
): Promise<Target | null> {
  const found = await evidenceAt(deps, req, res, placeOf(deps, req, res, 'evidence.purge'));
  if (found === null) return null;
  const version = found.evidence.versions.find(
    (each) => String(each.number) === number && each.type === 'file' && each.purgedAt === null,
  );
  if (version !== undefined) return { ...found, version };
  renderError(req, res, 404);
  return null;
}

function confirmationProblems(typed: ReasonTyped): Problem[] {
  if (typed.confirmation.trim() === purgeText.word) return [];
  return [{ field: 'confirmation', code: 'confirmation-wrong', args: { word: purgeText.word } }];
}

async function renderForm(
  deps: Deps,
  req: Request,
  res: Response,
  { place, evidence, version }: Target,
  typed: ReasonTyped,
  problems: readonly Problem[],
): Promise<void> {
  const uses = await usesOf(deps.store.db, evidence.id);
  const affected = uses.filter((use) => use.versionId === version.id).map(({ code }) => code);
  const page: ReasonPage = {
    title: purgeText.title(evidence.name, version.number),
    lkeNav: place.nav,
    problems: problemLines(problems),
    backHref: paths.evidence(place.satkerCode, place.year, evidence.id),
    backText: evidence.name,
    lines: purgeText.consequences(version.fileName ?? '', affected),
    action: paths.evidencePurge(place.satkerCode, place.year, evidence.id),
    fields: [{ name: 'number', value: String(version.number) }],
    reason: reasonField(typed.reason, problems),
    confirmation: {
      value: typed.confirmation,
      problem: fieldProblem(problems, 'confirmation'),
      label: purgeText.confirmation,
    },
    button: purgeText.button,
  };
  deps.pages.render(req, res, 'evidence/reason', page, problems.length === 0 ? 200 : 422);
}
