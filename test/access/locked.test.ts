import { historyHead } from '../../src/db/history.js';
import { STAGES } from '../../src/domain/lke/stages.js';
import { seedPlaces } from './places.js';
import { ableAt, REGISTRY, type RouteCase } from './registry.js';
import { visitedApp } from './visited-app.js';
import { prepare, sendPrepared } from './visitors.js';

/** Every form of the satker's own team against every stage at which its LKE is locked. */
const OPEN_AT_EVERY_STAGE = [
  'POST /lke/:satker/:year/bukti/baru',
  'POST /lke/:satker/:year/bukti/:id/versi',
];
const OWN = Object.entries(REGISTRY).filter(
  ([key, route]) => key.startsWith('POST') && isOwn(route),
);
const LOCKED = STAGES.filter((stage) => stage !== 'pengisian');

function isOwn({ deed, hasYear, stage }: RouteCase): boolean {
  return (
    hasYear === true &&
    stage === undefined &&
    ['fill', 'explain', 'evidence', 'submit'].includes(deed)
  );
}

const visited = visitedApp();

describe.each(OWN)('%s', (key, route) => {
  const expected = OPEN_AT_EVERY_STAGE.includes(key) ? 303 : 409;

  it(`answers the lead of the satker ${expected} at every stage that is not being filled`, async () => {
    const able = await visited.person(ableAt(route, 'mataram'));
    for (const stage of LOCKED) {
      const { mataram } = await seedPlaces(visited.deps);
      const prepared = await prepare('POST', route, mataram, able);
      await visited.deps.store.write((tx) => tx.updateTable('lke').set({ stage }).execute());
      const before = await changesSoFar();
      const reply = await sendPrepared(able, route.path(mataram), prepared);
      expect([stage, reply.status]).toEqual([stage, expected]);
      if (expected === 409) expect([stage, await changesSoFar()]).toEqual([stage, before]);
    }
  });
});

async function changesSoFar(): Promise<unknown> {
  const { db } = visited.deps.store;
  const answers = await db.selectFrom('answer').selectAll().execute();
  const links = await db.selectFrom('evidence_link').selectAll().execute();
  return { answers, links, head: await historyHead(db) };
}
