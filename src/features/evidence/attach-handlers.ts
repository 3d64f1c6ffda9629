import type { Request, RequestHandler, Response } from 'express';
import type { Indicator } from '../../domain/instrument/instrument.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { attachText } from '../../text/messages/evidence-pages.js';
import { actorOf } from '../../web/actor.js';
import type { Deps } from '../../web/deps.js';
import { setFlash } from '../../web/flash.js';
import { fileAgain } from '../../web/form-problems.js';
import { receiveUpload, type Upload } from '../../web/uploads.js';
import { addEvidence, type Added, type SameOffer } from './add-evidence.js';
import { attachPage } from './attach-page.js';
import { usedBytes } from './check-store.js';
import { parseDetails, readContentForm, readDetailsForm, tickedIds } from './form.js';
import { linkEvidence, type Linked } from './link-evidence.js';
import { buildPicker } from './picker.js';
import { indicatorAt, managedPlaceOf, stop, teamPlaceOf, type Place } from './place.js';
import { receiveContent, refusalStatus } from './receive-content.js';
import { evidenceLimits } from './store.js';

/** GET: attach to one indicator. */
export function showAttach(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await managedPlaceOf(deps, req, res);
    const indicator = place && indicatorAt(deps, req, res, place);
    if (place && indicator) await renderForm(deps, req, res, { place, indicator, body: {} });
  };
}

/** POST: files and links, or evidence picked from the register, onto one indicator. */
export function postAttach(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await managedPlaceOf(deps, req, res);
    const indicator = place && indicatorAt(deps, req, res, place);
    if (place && indicator) await receive(deps, req, res, { place, indicator });
  };
}

/** GET: straight into the register. */
export function showNew(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await teamPlaceOf(deps, req, res);
    if (place) await renderForm(deps, req, res, { place, indicator: null, body: {} });
  };
}

export function postNew(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await teamPlaceOf(deps, req, res);
    if (place) await receive(deps, req, res, { place, indicator: null });
  };
}

interface Target {
  readonly place: Place;
  readonly indicator: Indicator | null;
}

async function receive(deps: Deps, req: Request, res: Response, target: Target): Promise<void> {
  const limits = await evidenceLimits(deps.store.db);
  const options = {
    blobs: deps.blobs,
    field: 'files',
    maxFiles: limits.perIndicator,
    maxFileBytes: limits.fileBytes,
  };
  await receiveUpload(req, res, options, async (upload) => {
    const picked = tickedIds(upload.fields, 'pick-');
    const result =
      picked.length > 0 && target.indicator !== null
        ? await pick(deps, req, target, picked)
        : await add(deps, req, target, upload, limits.perIndicator);
    await answer(deps, req, res, target, upload, result);
  });
}

async function pick(
  deps: Deps,
  req: Request,
  { place, indicator }: Target,
  ids: readonly number[],
): Promise<Linked> {
  if (indicator === null) throw new Error('picking needs an indicator');
  const { user, lke } = place;
  return linkEvidence(deps, {
    lke,
    links: ids.map((evidenceId) => ({ code: indicator.code, evidenceId })),
    checklistCode: null,
    actor: actorOf(req, user, 'evidence.manage', lke.satker, indicator.area),
  });
}

async function add(
  deps: Deps,
  req: Request,
  { place, indicator }: Target,
  upload: Upload,
  most: number,
): Promise<Added> {
  const { user, lke } = place;
  const { checklist, duplicate } = readContentForm(upload.fields);
  const details = parseDetails(readDetailsForm(upload.fields));
  const items = await receiveContent(upload, most);
  const problems = [
    ...(items.ok ? [] : items.problems),
    ...(details.ok ? [] : details.problems),
    ...checklistProblems(indicator, checklist),
  ];
  if (!items.ok || !details.ok || problems.length > 0) return refusedAs(problems);
  const { name, ...rest } = details.value;
  if (items.value.length === 0) return refusedAs([{ field: 'files', code: 'evidence-nothing' }]);
  if (name !== '' && items.value.length > 1) {
    return refusedAs([{ field: 'name', code: 'evidence-name-many' }]);
  }
  return addEvidence(deps, {
    lke,
    code: indicator?.code ?? null,
    checklistCode: checklist === '' ? null : checklist,
    items: items.value.map((item) => (name === '' ? item : { ...item, name })),
    details: rest,
    allowSame: duplicate !== '',
    actor: actorOf(req, user, 'evidence.manage', lke.satker, indicator?.area),
  });
}

function checklistProblems(indicator: Indicator | null, checklist: string): Problem[] {
  const known = indicator?.checklist.some(({ code }) => code === checklist) ?? false;
  return checklist === '' || known ? [] : [{ field: 'checklist', code: 'not-a-choice' }];
}

function refusedAs(problems: readonly Problem[]): Added {
  return { outcome: 'refused', problems, offers: [] };
}

async function answer(
  deps: Deps,
  req: Request,
  res: Response,
  { place, indicator }: Target,
  upload: Upload,
  result: Added | Linked,
): Promise<void> {
  if (result.outcome === 'closed') {
    stop(deps, req, res, 'closed');
    return;
  }
  if (result.outcome === 'refused') {
    const offers = 'offers' in result ? result.offers : [];
    const problems = [...result.problems, ...fileAgain(upload, 'files')];
    const form = { place, indicator, body: upload.fields, problems, offers };
    await renderForm(deps, req, res, form, refusalStatus(problems));
    return;
  }
  const count = result.outcome === 'added' ? result.ids.length : result.count;
  setFlash(req, 'done', attachText.done(count, result.already, indicator?.code ?? null));
  const at = [place.satkerCode, place.year] as const;
  const { href } =
    indicator === null
      ? { href: paths.evidenceRegister(...at) }
      : { href: `${paths.answer(...at, indicator.code)}#bukti` };
  res.redirect(303, href);
}

interface Form extends Target {
  readonly body: Readonly<Record<string, string>>;
  readonly problems?: readonly Problem[];
  readonly offers?: readonly SameOffer[];
}

async function renderForm(
  deps: Deps,
  req: Request,
  res: Response,
  { place, indicator, body, problems = [], offers = [] }: Form,
  status = 200,
): Promise<void> {
  const { db } = deps.store;
  const search = typeof req.query['cari'] === 'string' ? req.query['cari'].trim() : '';
  const page = attachPage({
    place,
    indicator,
    limits: await evidenceLimits(db),
    usedBytes: await usedBytes(db, place.satkerCode, place.year),
    appVersion: deps.version,
    details: readDetailsForm(body),
    content: readContentForm(body),
    problems,
    offers,
    picker: indicator === null ? null : await buildPicker(db, place, indicator.code, search),
  });
  deps.pages.render(req, res, 'evidence/attach', page, status);
}
