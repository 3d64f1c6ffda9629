import type { RequestHandler } from 'express';
import { validityOf, type Since } from '../../domain/lke/take-back.js';
import type { Db } from '../../db/store.js';
import { paths } from '../../paths.js';
import { formatDay, formatInstant } from '../../text/format.js';
import { decisionsText as text, effectText, kindText } from '../../text/messages/conclusion.js';
import { tierText } from '../../text/messages/review.js';
import { takeBackText } from '../../text/messages/take-back.js';
import { roleName } from '../../text/messages/users.js';
import type { Deps } from '../../web/deps.js';
import type { LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import { stageView, type StageView } from '../../web/stage-view.js';
import { barredFrom } from '../../web/tier-store.js';
import { roundOf, type LkeReturn } from '../submission/store.js';
import { adviceLines, returnsSeen, tpiReturnLines } from './decision-advice.js';
import { decisionsOf, standingLayak, type Decision } from './decision-store.js';
import { letterOf, type Letter } from '../letter/store.js';
import { lheList, type LheHead } from '../lhe/store.js';
import { may } from '../../web/lke-place.js';
import { placeFor, type Place } from './place.js';
import { standingDecision } from './take-back.js';
import { takeBackNow } from './take-back-handlers.js';

export interface DecisionsPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly stages: StageView;
  readonly links: readonly { readonly href: string; readonly label: string }[];
  readonly decisions: readonly DecisionLine[];
  /** Where this person may take back the newest of them. */
  readonly takeBack: { readonly href: string; readonly label: string } | null;
  readonly empty: { readonly title: string; readonly text: string };
  readonly print: string;
  readonly docx: string;
}

interface DecisionLine {
  readonly name: string;
  readonly isYes: boolean;
  readonly by: string;
  readonly round: string;
  readonly effect: string;
  readonly reason: string;
  /** What the team had recommended; null where nobody recommends. */
  readonly advice: string | null;
  /** That it counts no longer, and why; null where it does. */
  readonly ended: { readonly mark: string; readonly text: string } | null;
  readonly papers: readonly {
    readonly name: string;
    readonly printHref: string;
    readonly docxHref: string;
  }[];
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'conclusion/decisions': DecisionsPage;
  }
}

/** `/keputusan`: what was decided about the LKE, with its letters and reports. */
export function showDecisions(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await placeFor(deps, req, res, 'lke.read');
    if (place === null) return;
    const { db } = deps.store;
    const { lke } = place;
    const reports = await lheList(db, lke.id);
    const returns = await returnsSeen(db, place);
    const since = await sinceOf(db, place, returns);
    const advice = await adviceLines(db, place);
    const lines: (DecisionLine & { readonly at: string })[] = returnLines(place, returns);
    for (const decision of await decisionsOf(db, lke.id)) {
      const letter = await letterOf(db, decision.id);
      lines.push({
        ...lineOf(place, decision, letter, reports),
        at: decision.at,
        advice: advice.get(decision.id) ?? null,
        ended: endOf(place, decision, since),
      });
    }
    const waits = lke.stage === 'menunggu-tpi' && (await standingLayak(db, lke.id)) !== null;
    deps.pages.render(req, res, 'conclusion/decisions', {
      title: text.title(lke.year, lke.satker.name),
      lkeNav: place.nav,
      stages: stageView(lke),
      links: linksOf(place, waits),
      decisions: lines.sort((a, b) => (a.at < b.at ? 1 : -1)),
      takeBack: await takeBackLink(db, place),
      empty: text.empty,
      print: text.print,
      docx: text.docx,
    });
  };
}

function lineOf(
  { lke }: Place,
  decision: Decision,
  letter: Letter | null,
  reports: readonly LheHead[],
): Omit<DecisionLine, 'ended' | 'advice'> {
  const { kind, tier, effect, reason, round } = decision;
  const when = formatInstant(decision.at, lke.satker.timeZone);
  const at = [lke.satker.code, lke.year] as const;
  const report = reports.find(({ decisionId }) => decisionId === decision.id);
  const papers: DecisionLine['papers'][number][] = [];
  if (letter !== null && letter.sentAt !== null) {
    papers.push({
      name: text.letter(letter.number, formatDay(letter.day)),
      printHref: paths.letterPrint(...at, letter.id),
      docxHref: paths.letterDocx(...at, letter.id),
    });
  }
  if (report !== undefined && report.concludedAt !== null) {
    papers.push({
      name: text.lhe(report.number),
      printHref: paths.lhePrint(...at, round, report.edition),
      docxHref: paths.lheDocx(...at, round, report.edition),
    });
  }
  return {
    name: text.name(tierText[tier], kindText[kind]),
    isYes: effect === 'moves',
    by: text.by(decision.byName, roleName(decision.role), when),
    round: text.round(round),
    effect: effectText[effect],
    reason,
    papers,
  };
}

function returnLines(place: Place, returns: readonly LkeReturn[]) {
  const plain = { isYes: false, effect: '', advice: null, ended: null, papers: [] };
  return tpiReturnLines(place, returns).map((line) => ({ ...plain, ...line }));
}

/** What came after the decisions, as far as this person sees it. */
async function sinceOf(db: Db, { lke }: Place, returns: readonly LkeReturn[]): Promise<Since> {
  return {
    round: await roundOf(db, lke.id),
    returnedAt: returns.map(({ returnedAt }) => returnedAt),
  };
}

function endOf({ lke }: Place, decision: Decision, since: Since): DecisionLine['ended'] {
  const { takenBack } = decision;
  switch (validityOf(decision, since)) {
    case 'stands':
      return null;
    case 'overtaken':
      return { mark: takeBackText.overtaken, text: takeBackText.overtakenText };
    case 'taken-back': {
      if (takenBack === null) return null;
      const { byName, role, at, reason } = takenBack;
      const when = formatInstant(at, lke.satker.timeZone);
      return {
        mark: takeBackText.mark,
        text: takeBackText.by(byName, roleName(role), when, reason),
      };
    }
  }
}

async function takeBackLink(db: Db, place: Place): Promise<DecisionsPage['takeBack']> {
  const action = takeBackNow(place);
  if (action === null || (await standingDecision(db, place.lke.id, action)) === null) return null;
  if ((await barredFrom(db, place.user, [`stage.${action}`], place.lke)) !== null) return null;
  const { satker, year } = place.lke;
  return { href: paths.takeBack(satker.code, year), label: takeBackText.title[action] };
}

function linksOf(place: Place, waits: boolean): DecisionsPage['links'] {
  const { lke } = place;
  const at = [lke.satker.code, lke.year] as const;
  const links: { href: string; label: string }[] = [];
  if (may(place, 'decision.read')) {
    links.push({ href: paths.decisionPendahuluan(...at), label: text.links.pendahuluan });
  }
  if (waits && may(place, 'stage.send-letter')) {
    links.push({ href: paths.letter(...at), label: text.links.letter });
  }
  if (may(place, 'lhe.read')) {
    links.push(
      { href: paths.decisionTpi(...at), label: text.links.tpi },
      { href: paths.lhe(...at), label: text.links.lhe },
    );
  }
  return links;
}
