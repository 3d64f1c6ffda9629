import type { ChoiceIndicator, IndicatorCode } from '../../src/domain/instrument/instrument.js';
import { appendHistory } from '../../src/db/history.js';
import { openStore } from '../../src/db/open-store.js';
import type { Tx } from '../../src/db/store.js';
import { refreshScore } from '../../src/features/lke/score-store.js';
import { loadInstruments } from '../../src/instruments.js';
import { ACTOR, AT } from './small-data.js';

/**
 * Several writers at once, each changing the answer of an indicator of its own for ever: answer,
 * score and history in one transaction, and "<indicator> <version>" on standard output once it is
 * committed. Arguments: data folder, LKE id, number of writers. Runs until it is killed.
 */
const [folder = '', lkeId = '', writers = '8'] = process.argv.slice(2);
const store = await openStore({ folder });
const instruments = loadInstruments();
const lke = { id: Number(lkeId), instrumentId: 'lke-2026', rulesetId: 'zi-2026' };
const choices = instruments
  .instrument(lke.instrumentId)
  .indicators.filter((indicator): indicator is ChoiceIndicator => indicator.type === 'choice');

await Promise.all(choices.slice(0, Number(writers)).map(writeForEver));

async function writeForEver(indicator: ChoiceIndicator): Promise<never> {
  for (;;) {
    const version = await store.write((tx) => change(tx, indicator));
    process.stdout.write(`${indicator.code} ${version}\n`);
  }
}

async function change(tx: Tx, indicator: ChoiceIndicator): Promise<number> {
  const version = (await currentVersion(tx, indicator.code)) + 1;
  const letter = indicator.options[version % indicator.options.length]?.letter;
  const value = JSON.stringify({ kind: 'choice', letter });
  const changed = { value, note: `versi ${version}`, version, updated_at: AT.toISOString() };
  const key = { lke_id: lke.id, tier: 'mandiri', indicator_code: indicator.code } as const;
  await tx
    .insertInto('answer')
    .values({ ...key, ...changed, updated_by: null })
    .onConflict((on) => on.columns(['lke_id', 'tier', 'indicator_code']).doUpdateSet(changed))
    .execute();
  await refreshScore(tx, instruments, lke, 'mandiri', AT);
  const entry = { action: 'answer.record', subject: indicator.code, after: { version, letter } };
  await appendHistory(tx, ACTOR, entry, AT);
  return version;
}

async function currentVersion(tx: Tx, code: IndicatorCode): Promise<number> {
  const row = await tx
    .selectFrom('answer')
    .select('version')
    .where('lke_id', '=', lke.id)
    .where('tier', '=', 'mandiri')
    .where('indicator_code', '=', code)
    .executeTakeFirst();
  return row?.version ?? 0;
}
