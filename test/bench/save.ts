import { CAST_YEAR, DENPASAR } from '../../fixtures/cast.js';
import type { Deps } from '../../src/web/deps.js';
import { openBareWriter } from './bare-write.js';
import { inFolder, makeExample, openBenchDeps } from './data.js';
import { COUNTRY, makeManySatker } from './many-satker.js';
import { atMost, compare, type Outcome } from './outcome.js';
import { postedSaver } from './posted-saves.js';
import { inRounds, timePer } from './rounds.js';
import { bytesOfSave, saverOf } from './saves.js';
import { startServed } from './served.js';
import { scaled, type Settings } from './settings.js';

const LEAD = 'ketua.mataram';
const TIMES_MORE = 10;

export async function benchSave(settings: Settings): Promise<Outcome[]> {
  return [...(await benchOneSave(settings)), ...(await benchManySatker(settings))];
}

/** In process and through HTTP, the server in a process of its own; both on the same database. */
async function benchOneSave(settings: Settings): Promise<Outcome[]> {
  return inFolder(async (folder) => {
    await makeExample(folder);
    const deps = await openBenchDeps(folder);
    const save = await saverOf(deps, DENPASAR, CAST_YEAR);
    await save();
    const bytes = await bytesOfSave(deps);
    const bare = openBareWriter(folder, bytes);
    const server = await startServed('product', folder);
    const posted = await postedSaver(server, LEAD);
    const times = scaled(100, settings);
    const values = await inRounds(settings.rounds, {
      action: () => timePer(times, save),
      posted: () => timePer(times, () => posted.save()),
      bare: () => timePer(times, () => bare.write()),
    });
    posted.close();
    bare.close();
    await server.stop();
    await deps.store.close();

    const yardstick = {
      does: `one insert of ${bytes} bytes, WAL, synchronous FULL, BEGIN IMMEDIATE`,
      values: values.bare,
    };
    const action =
      'recordAnswer: stage, version, answer, exact score of 113 indicators, gates, history hash';
    const post = `POST of the form to its 303: session, token, person, rights, parsing, ${action}`;
    return [
      compare(
        'One save in process over one bare durable write',
        'ms',
        { does: action, values: values.action },
        yardstick,
        null,
      ),
      compare(
        'One save through HTTP over one bare durable write',
        'ms',
        { does: post, values: values.posted },
        yardstick,
        null,
      ),
    ];
  });
}

/** A save recomputes one satker: how many others there are must not matter. */
async function benchManySatker(settings: Settings): Promise<Outcome[]> {
  const few = scaled(COUNTRY, settings, 20);
  const many = few * TIMES_MORE;
  return inFolder((fewFolder) =>
    inFolder(async (manyFolder) => {
      await makeManySatker(fewFolder, few);
      await makeManySatker(manyFolder, many);
      const [fewDeps, manyDeps] = [await openBenchDeps(fewFolder), await openBenchDeps(manyFolder)];
      const times = scaled(100, settings);
      const inFew = await spreadSaver(fewDeps, times);
      const inMany = await spreadSaver(manyDeps, times);
      const { product, yardstick } = await inRounds(settings.rounds, {
        product: () => timePer(times, inMany),
        yardstick: () => timePer(times, inFew),
      });
      await fewDeps.store.close();
      await manyDeps.store.close();
      return [
        compare(
          `A save among ${many} satker over one among ${few}`,
          'ms',
          { does: `recordAnswer, spread over ${many} complete LKEs`, values: product },
          { does: `recordAnswer, spread over ${few} complete LKEs`, values: yardstick },
          atMost(1.5),
        ),
      ];
    }),
  );
}

/** Saves go to satker far apart from one another, so that the pages they touch differ. */
async function spreadSaver(deps: Deps, places: number): Promise<(turn: number) => Promise<void>> {
  const codes = await deps.store.db.selectFrom('lke').select('satker_code').execute();
  const stride = Math.max(1, Math.floor(codes.length / places));
  const chosen = codes.filter((_, position) => position % stride === 0).slice(0, places);
  const savers: (() => Promise<void>)[] = [];
  for (const { satker_code } of chosen) savers.push(await saverOf(deps, satker_code, CAST_YEAR));
  return async (turn) => savers[turn % savers.length]?.();
}
