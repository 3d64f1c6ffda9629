import { historyHead } from '../../src/db/history.js';
import { STAGES, type Stage } from '../../src/domain/lke/stages.js';
import { seedPlaces } from './places.js';
import { ableAt, REGISTRY, type RouteCase } from './registry.js';
import { visitedApp } from './visited-app.js';
import { prepare, sendPrepared } from './visitors.js';

const DEEDS = [
  'pendahuluan',
  'tpi',
  'confirm',
  'decide',
  'conclude',
  'tpi-team',
  'lhe-write',
] as readonly RouteCase['deed'][];

/** Every form of those who assess against every stage that is not their tier's own. */
const OF_TIERS = Object.entries(REGISTRY).filter(
  ([key, route]) => key.startsWith('POST') && isOfTier(route),
);

function isOfTier({ deed, stage }: RouteCase): boolean {
  return stage !== undefined && DEEDS.includes(deed);
}

const visited = visitedApp();

it('there are such forms', () => {
  expect(OF_TIERS.length).toBeGreaterThan(5);
});

describe.each(OF_TIERS)('%s', (_key, route) => {
  it('answers 409 at every other stage and changes nothing', async () => {
    const able = await visited.person(ableAt(route, 'mataram'));
    const { mataram } = await seedPlaces(visited.deps, route);
    const prepared = await prepare('POST', route, mataram, able);
    for (const stage of STAGES.filter((one) => one !== route.stage)) {
      await setStage(stage);
      const before = await standing();
      const reply = await sendPrepared(able, route.path(mataram), prepared);
      expect([stage, reply.status]).toEqual([stage, 409]);
      expect([stage, await standing()]).toEqual([stage, before]);
    }
  });
});

async function setStage(stage: Stage): Promise<void> {
  await visited.deps.store.write((tx) => tx.updateTable('lke').set({ stage }).execute());
}

async function standing(): Promise<unknown> {
  const { db } = visited.deps.store;
  return {
    answers: await db.selectFrom('answer').selectAll().execute(),
    assessments: await db.selectFrom('assessment').selectAll().execute(),
    notes: await db.selectFrom('note_message').selectAll().execute(),
    threads: await db.selectFrom('note_thread').selectAll().execute(),
    confirmations: await db.selectFrom('tier_confirmation').selectAll().execute(),
    decisions: await db.selectFrom('lke_decision').selectAll().execute(),
    letters: await db.selectFrom('letter').selectAll().execute(),
    reports: await db.selectFrom('lhe').selectAll().execute(),
    words: await db.selectFrom('lhe_text').selectAll().execute(),
    head: await historyHead(db),
  };
}
