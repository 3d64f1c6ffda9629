import { CAST_YEAR } from '../../../fixtures/cast.js';
import type { Role } from '../../domain/access/roles.js';
import type { Actor } from '../../db/store.js';
import { beginTpi } from '../../features/conclusion/begin-tpi.js';
import { decideLke, decisionBasis } from '../../features/conclusion/decide-lke.js';
import { standingLayak } from '../../features/conclusion/decision-store.js';
import { recommend } from '../../features/conclusion/recommend.js';
import { recommendationBasis } from '../../features/conclusion/standing-recommendation.js';
import { letterOf } from '../../features/letter/letter-store.js';
import { lheChecks } from '../../features/lhe/checks.js';
import { paperHash } from '../../paper/paper-hash.js';
import { paperOf } from '../../features/letter/read-letter.js';
import { saveLetter } from '../../features/letter/save-letter.js';
import { saveLetterhead } from '../../features/letter/save-letterhead.js';
import { sendLetter } from '../../features/letter/send-letter.js';
import { keepProposals, shownProposals } from '../../features/lhe/keep-proposals.js';
import { saveLheHead, saveLheText } from '../../features/lhe/write-lhe.js';
import { confirmTier } from '../../features/review/confirm-tier.js';
import { confirmationBasis, tierBasis } from '../../features/review/confirmations.js';
import { findLke, type Lke } from '../../features/lke/store.js';
import { dayIn } from '../../text/format.js';
import type { Deps } from '../../web/deps.js';
import type { Story, StoryStage } from './story.js';

type Deciding = NonNullable<StoryStage['recommendation']>;
type Concluding = NonNullable<StoryStage['conclusion']>;

/** The team tells its head what it found. */
export async function adviseHead(
  deps: Deps,
  satker: string,
  actor: Actor,
  reason: string,
): Promise<void> {
  const lke = await lkeOf(deps, satker);
  const basis = await recommendationBasis(deps.store.db, lke);
  const made = { lke, kind: 'layak', reason, basis, seen: 0, actor } as const;
  must(await recommend(deps, made), 'recommended');
}

/** Layak, the letter as sent, and TPI at work: by the same actions as the pages. */
export async function decideAndSend(
  deps: Deps,
  satker: string,
  by: Actor,
  tpi: Actor,
  { letterhead, number }: Deciding,
  { letterheads }: Story,
): Promise<void> {
  const roles = [by.role as Role];
  const lke = await lkeOf(deps, satker);
  const tier = 'pendahuluan';
  const basis = await decisionBasis(deps.store.db, deps, lke, tier);
  const decision = {
    lke,
    tier,
    roles,
    action: 'decide-layak',
    reason: '',
    basis,
    acceptsGaps: false,
  } as const;
  must(await decideLke(deps, { ...decision, actor: by }), 'decided');
  const details = letterheads[letterhead];
  if (details === undefined) throw new Error(`no letterhead ${letterhead}`);
  const request = { owner: letterhead, lke, details, expectedVersion: 0, actor: by };
  await saveLetterhead(deps, request);
  const day = today(deps, lke);
  const head = { number, day, attachments: '', urgency: 'biasa' } as const;
  const saved = { lke, roles, details: head, others: [], expectedVersion: 0, actor: by };
  must(await saveLetter(deps, saved), 'saved');
  const { db } = deps.store;
  const layak = await standingLayak(db, lke.id);
  const letter = layak === null ? null : await letterOf(db, layak.id);
  if (letter === null) throw new Error(`no letter for ${satker}`);
  const shown = paperHash(await paperOf(db, deps, letter));
  must(await sendLetter(deps, { lke, roles, shown, actor: by }), 'sent');
  const { version } = await lkeOf(deps, satker);
  const begin = { lke, roles: [tpi.role as Role], expectedVersion: version, actor: tpi };
  must(await beginTpi(deps, begin), 'begun');
}

/** The report has its words, both confirm, the head of the team concludes. */
export async function conclude(
  deps: Deps,
  satker: string,
  players: { readonly lead: Actor; readonly dalnis: Actor },
  { number, texts }: Concluding,
  { letterheads }: Story,
): Promise<void> {
  const { lead, dalnis } = players;
  const lke = await lkeOf(deps, satker);
  const { db } = deps.store;
  const tier = 'tpi';
  for (const { key, title } of lheChecks()) {
    const section = { section: key, title, text: texts[key] ?? '' };
    await saveLheText(deps, { lke, ...section, expectedVersion: 0, actor: lead });
  }
  const shown = await shownProposals(db, deps, lke);
  must(await keepProposals(deps, { lke, shown, actor: lead }), 'kept');
  for (const actor of [lead, dalnis]) {
    const role = actor === lead ? ('tpi-ketua' as const) : ('tpi-dalnis' as const);
    const basis = await confirmationBasis(db, lke.id, await tierBasis(db, lke.id, tier));
    must(await confirmTier(deps, { lke, tier, role, basis, actor }), 'confirmed');
  }
  const details = letterheads['tpi'];
  if (details === undefined) throw new Error('no letterhead of TPI');
  await saveLetterhead(deps, { owner: tier, lke, details, expectedVersion: 0, actor: lead });
  const head = { number, day: today(deps, lke), letterhead: null };
  must(await saveLheHead(deps, { lke, head, expectedVersion: 0, actor: lead }), 'saved');
  const basis = await decisionBasis(db, deps, lke, tier);
  const decision = { lke, tier, roles: ['tpi-ketua'], action: 'conclude-memenuhi' } as const;
  const request = { ...decision, reason: '', basis, acceptsGaps: false, actor: lead };
  must(await decideLke(deps, request), 'decided');
}

async function lkeOf(deps: Deps, satker: string): Promise<Lke> {
  const lke = await findLke(deps.store.db, satker, CAST_YEAR);
  if (lke === null) throw new Error(`no LKE for ${satker}`);
  return lke;
}

function today(deps: Deps, { satker }: Lke): string {
  return dayIn(deps.clock(), satker.timeZone);
}

function must(done: object, outcome: string): void {
  if (!('outcome' in done) || done.outcome !== outcome) {
    throw new Error(`the demo was refused: ${JSON.stringify(done)}`);
  }
}
