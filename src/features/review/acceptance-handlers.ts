import type { Request, RequestHandler, Response } from 'express';
import { decide } from '../../domain/access/decide.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { answerFigures } from '../../text/answer-text.js';
import { stageText } from '../../text/messages/lke.js';
import { acceptanceText as text, reviewClosedText, tierName } from '../../text/messages/review.js';
import { actorOf } from '../../web/actor.js';
import type { Deps } from '../../web/deps.js';
import { problemLines, type ProblemLine } from '../../web/form-problems.js';
import { setFlash } from '../../web/flash.js';
import { lkeNav, type LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import { acceptable, openable } from './acceptable.js';
import type { WantedAssessment } from './assess-facts.js';
import { textOf } from './form.js';
import { tierPlaceOf } from './place.js';
import { recordAssessments, type Assessed } from './record-assessment.js';
import { readTierFacts, type TierFacts } from './review-facts.js';
import { readOnlyReason } from './review-page.js';
import { renderStop } from './stop.js';

export interface AcceptancePage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly tierName: string;
  readonly tierHref: string;
  readonly intro: string;
  readonly readOnly: string | null;
  readonly problems: readonly ProblemLine[];
  readonly action: string;
  readonly rows: readonly AcceptanceRow[];
  readonly button: string;
  readonly empty: { readonly title: string; readonly text: string };
}

interface AcceptanceRow {
  readonly href: string;
  readonly field: string;
  readonly claimField: string;
  readonly claim: string;
  readonly versionField: string;
  readonly version: number;
  readonly code: string;
  readonly name: string;
  readonly answer: string;
  readonly evidence: string;
  readonly checked: boolean;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'review/acceptance': AcceptancePage;
  }
}

/** Everything this person may accept together, to be looked through and confirmed. */
export function showAcceptance(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await tierPlaceOf(deps, req, res, 'assess');
    if (place === null) return;
    const facts = await readTierFacts(deps, place);
    deps.pages.render(req, res, 'review/acceptance', acceptancePage(facts, [], null));
  };
}

/** Accepts those ticked, all or none; each must still be what the list showed. */
export function postAcceptance(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await tierPlaceOf(deps, req, res, 'assess');
    if (place === null) return;
    const { lke, tier, user } = place;
    const facts = await readTierFacts(deps, place);
    const back = paths.review(lke.satker.code, lke.year, tier);
    if (!facts.isOpen) {
      finish(deps, req, res, { outcome: 'closed', stage: lke.stage }, { back, count: 0 });
      return;
    }
    const entries = wantedOf(facts, req.body);
    const problems = problemsOf(req.body, entries);
    if (problems.length > 0) {
      const ticked = new Set(entries.map(({ code }) => code));
      const page = acceptancePage(facts, problems, ticked);
      deps.pages.render(req, res, 'review/acceptance', page, 422);
      return;
    }
    if (!areOpened(facts, entries)) {
      renderStop(deps, req, res, { status: 409, text: text.changed, back });
      return;
    }
    const actor = actorOf(req, user, `assessment.${tier}`, lke.satker);
    const assessed = await recordAssessments(deps, { lke, tier, entries, actor });
    finish(deps, req, res, assessed, { back, count: entries.length });
  };
}

function finish(
  deps: Deps,
  req: Request,
  res: Response,
  assessed: Assessed,
  { back, count }: { readonly back: string; readonly count: number },
): void {
  switch (assessed.outcome) {
    case 'recorded':
    case 'unchanged':
      setFlash(req, 'done', text.done(count));
      res.redirect(303, back);
      return;
    case 'closed': {
      const stage = reviewClosedText.refusedStage(stageText[assessed.stage]);
      renderStop(deps, req, res, { status: 409, text: stage, back });
      return;
    }
    case 'forbidden':
      renderStop(deps, req, res, { status: 403, text: reviewClosedText.refusedRole, back });
      return;
    case 'conflict':
    case 'claim-changed':
    case 'refused':
      renderStop(deps, req, res, { status: 409, text: text.changed, back });
  }
}

/** Those ticked, with version and claim as the page showed them. */
function wantedOf({ instrument }: TierFacts, body: unknown): readonly WantedAssessment[] {
  return instrument.indicators
    .filter(({ code }) => textOf(body, `kode-${code}`) !== '')
    .map(({ code }) => {
      const version = textOf(body, `versi-${code}`);
      return {
        code,
        value: 'claim',
        note: null,
        reason: '',
        expectedVersion: /^\d{1,9}$/.test(version) ? Number(version) : -1,
        claim: textOf(body, `klaim-${code}`),
      };
    });
}

function problemsOf(body: unknown, entries: readonly WantedAssessment[]): readonly Problem[] {
  if (entries.length === 0) return [{ field: '', code: 'nothing-ticked' }];
  if (textOf(body, 'confirmed') === '') {
    return [{ field: 'confirmed', code: 'opening-not-confirmed' }];
  }
  return [];
}

/** Asked of the data, not of the form: what this person never opened is not accepted together. */
function areOpened(facts: TierFacts, entries: readonly WantedAssessment[]): boolean {
  return entries.every(({ code }) => {
    const indicator = facts.instrument.byCode.get(code);
    if (indicator === undefined) return false;
    const shown = openable(facts, indicator);
    return shown.length > 0 && shown.every((one) => facts.opened.has(one.versionId));
  });
}

function acceptancePage(
  facts: TierFacts,
  problems: readonly Problem[],
  ticked: ReadonlySet<string> | null,
): AcceptancePage {
  const { lke, tier, user } = facts;
  const { satker, year } = lke;
  const at = [satker.code, year, tier] as const;
  const may = decide(user, `assessment.${tier}`, satker) === 'allowed';
  const list = may ? acceptable(facts) : [];
  return {
    title: text.title,
    lkeNav: lkeNav(lke, 'review', user),
    tierName: tierName(tier),
    tierHref: paths.review(...at),
    intro: text.intro,
    readOnly: readOnlyReason(facts),
    problems: problemLines(problems),
    action: paths.reviewAcceptance(...at),
    rows: list.map(({ code, shortName }, place) => ({
      href: paths.reviewAnswer(...at, code),
      field: `kode-${code}`,
      claimField: `klaim-${code}`,
      claim: facts.claimKeyOf(code),
      versionField: `versi-${code}`,
      version: facts.work.rows.get(code)?.version ?? 0,
      code,
      name: shortName,
      answer: answerOf(facts, list[place]),
      evidence: text.evidence((facts.evidence.get(code) ?? []).length),
      checked: ticked?.has(code) ?? true,
    })),
    button: text.button,
    empty: text.empty,
  };
}

function answerOf(
  { claimed }: TierFacts,
  indicator: ReturnType<typeof acceptable>[number] | undefined,
) {
  if (indicator === undefined) return '';
  return answerFigures(indicator, claimed.get(indicator.code)?.value ?? null);
}
