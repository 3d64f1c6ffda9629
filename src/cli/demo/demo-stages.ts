import { CAST_YEAR } from '../../../fixtures/cast.js';
import type { Actor } from '../../db/store.js';
import { claimKey, type JudgingTier } from '../../domain/lke/assessment.js';
import { parseAnswer } from '../../domain/scoring/parse-answer.js';
import { workingOrder } from '../../domain/scoring/next-unanswered.js';
import { findLke, readAnswers, readClaims, type Lke } from '../../features/lke/store.js';
import type { WantedAssessment } from '../../features/review/assess-facts.js';
import { openThread } from '../../features/review/note-actions.js';
import { recordAssessments } from '../../features/review/record-assessment.js';
import { liveContent } from '../../features/submission/frozen-store.js';
import { readReadiness } from '../../features/submission/read-readiness.js';
import { recordReason } from '../../features/submission/record-reason.js';
import { contentFingerprint } from '../../features/submission/submission-hash.js';
import { submitLke } from '../../features/submission/submit-lke.js';
import type { Deps } from '../../web/deps.js';
import { adviseHead, conclude, decideAndSend } from './demo-conclusion.js';
import type { Story, StoryStage } from './story.js';

/** Who acts in the demo, by user name. */
export type Players = ReadonlyMap<string, Actor>;

/** Hands in what the story says, and lets its tiers work on it as far as they are. */
export async function playDemoStages(deps: Deps, players: Players, story: Story): Promise<void> {
  for (const stage of story.stages) {
    await handIn(deps, await lkeOf(deps, stage), playerOf(players, stage.lead), story);
    for (const [at, work] of stage.work.entries()) {
      const { recommendation } = stage;
      if (at > 0 && recommendation !== undefined) {
        const { team } = recommendation;
        if (team !== undefined) {
          await adviseHead(deps, stage.satker, playerOf(players, team.by), team.reason);
        }
        const [by, tpi] = [playerOf(players, recommendation.by), playerOf(players, work.by)];
        await decideAndSend(deps, stage.satker, by, tpi, recommendation, story);
      }
      await assess(deps, await lkeOf(deps, stage), playerOf(players, work.by), work);
    }
    const { conclusion } = stage;
    if (conclusion === undefined) continue;
    const [lead, dalnis] = [
      playerOf(players, conclusion.lead),
      playerOf(players, conclusion.dalnis),
    ];
    await conclude(deps, stage.satker, { lead, dalnis }, conclusion, story);
  }
}

async function lkeOf(deps: Deps, { satker }: StoryStage): Promise<Lke> {
  const lke = await findLke(deps.store.db, satker, CAST_YEAR);
  if (lke === null) throw new Error(`no LKE for ${satker}`);
  return lke;
}

function playerOf(players: Players, username: string): Actor {
  const player = players.get(username);
  if (player === undefined) throw new Error(`nobody is ${username}`);
  return player;
}

async function handIn(
  deps: Deps,
  lke: Lke,
  lead: Actor,
  { noEvidenceReason: reason }: Story,
): Promise<void> {
  const { db } = deps.store;
  const { readiness } = await readReadiness(db, deps, lke);
  for (const code of readiness.unproven) {
    await recordReason(deps, { lke, code, reason, expectedVersion: 0, actor: lead });
  }
  const confirmed = contentFingerprint(lke.target, await liveContent(db, lke.id));
  const request = { lke, roles: ['ketua'] as const, confirmed, actor: lead };
  const { outcome } = { outcome: 'refused', ...(await submitLke(deps, request)) };
  if (outcome !== 'submitted') throw new Error(`${lke.satker.code} was not handed in`);
}

async function assess(
  deps: Deps,
  lke: Lke,
  actor: Actor,
  { tier, first, differs, notes }: StoryStage['work'][number],
): Promise<void> {
  const entries = await entriesOf(deps, lke, tier, first, differs);
  const done = await recordAssessments(deps, { lke, tier, entries, actor });
  if (done.outcome !== 'recorded') throw new Error(`${lke.satker.code} ${tier}: ${done.outcome}`);
  const { byCode } = deps.instruments.instrument(lke.instrumentId);
  for (const [code, text] of Object.entries(notes)) {
    const indicator = [...byCode.values()].find((one) => one.code === code);
    if (indicator === undefined) throw new Error(`the demo notes an unknown indicator ${code}`);
    await openThread(deps, { lke, tier, code: indicator.code, text, actor });
  }
}

/** The first so many indicators, accepted as claimed where the story does not differ. */
async function entriesOf(
  { store, instruments }: Deps,
  lke: Lke,
  tier: JudgingTier,
  first: number,
  differs: StoryStage['work'][number]['differs'],
): Promise<WantedAssessment[]> {
  const order = workingOrder(instruments.instrument(lke.instrumentId)).slice(0, first);
  const claims = await readClaims(store.db, lke.id);
  const own = await readAnswers(store.db, lke.id, tier);
  return order.map((indicator): WantedAssessment => {
    const { code } = indicator;
    const other = differs[code];
    const parsed = other === undefined ? null : parseAnswer(indicator, other.answer, 'refused');
    if (parsed !== null && !parsed.ok) throw new Error(`${code}: not an answer`);
    return {
      code,
      value: parsed === null ? 'claim' : parsed.answer,
      note: '',
      reason: other?.reason ?? '',
      expectedVersion: own.get(code)?.version ?? 0,
      claim: claimKey(claims(code)),
    };
  });
}
