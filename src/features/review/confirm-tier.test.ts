import { MATARAM } from '../../../fixtures/cast.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type { ConfirmingRole } from '../../domain/lke/confirmation.js';
import type { Actor } from '../../db/store.js';
import { addPerson, bestAnswer, setStage, wanted } from '../../../test/support/assessing.js';
import { openOneLke, OPERATOR, type OneLke } from '../../../test/support/one-lke.js';
import { recordAnswers } from '../sheet/record-answer.js';
import { confirmTier, type Confirmed } from './confirm-tier.js';
import { confirmationBasis, confirmationsOf, isConfirmed, tierBasis } from './confirmations.js';
import { recordAssessments } from './record-assessment.js';

const TEAM = 'A.I.1.i.a' as IndicatorCode;
const REASON = 'Menurut bukti.';
let house: OneLke;
let member: Actor;
let people: Record<ConfirmingRole, Actor>;

beforeAll(async () => {
  house = await openOneLke();
  member = await addPerson(house.store, 'tpi-anggota', MATARAM);
  people = {
    'tpi-ketua': await addPerson(house.store, 'tpi-ketua', MATARAM),
    'tpi-dalnis': await addPerson(house.store, 'tpi-dalnis', MATARAM),
  };
  await setStage(house.store, MATARAM, 'tpi');
});
afterAll(() => house.close());

async function assess(codes: readonly IndicatorCode[], reason = REASON): Promise<void> {
  const { store, lke, instruments } = house;
  const { byCode } = instruments.instrument(lke.instrumentId);
  const entries = await Promise.all(
    codes.map((code) => {
      const indicator = byCode.get(code);
      if (indicator === undefined) throw new Error(code);
      return wanted(store, lke, 'tpi', code, { value: bestAnswer(indicator), reason });
    }),
  );
  const done = await recordAssessments(house, { lke, tier: 'tpi', entries, actor: member });
  expect(done.outcome).toBe('recorded');
}

async function basis(): Promise<string> {
  const { store, lke } = house;
  return confirmationBasis(store.db, lke.id, await tierBasis(store.db, lke.id, 'tpi'));
}

async function confirm(
  role: ConfirmingRole,
  seen?: string,
  actor = people[role],
): Promise<Confirmed> {
  const { lke } = house;
  return confirmTier(house, { lke, tier: 'tpi', role, basis: seen ?? (await basis()), actor });
}

const confirmed = () => isConfirmed(house.store.db, house.lke.id, 'tpi');

it('is not taken before everything is assessed', async () => {
  await assess([TEAM]);
  expect(await confirm('tpi-ketua')).toEqual({ outcome: 'incomplete', missing: 112 });
});

it('stands once ketua and dalnis each confirmed; one of them is not enough', async () => {
  const { indicators } = house.instruments.instrument(house.lke.instrumentId);
  await assess(indicators.map(({ code }) => code).filter((code) => code !== TEAM));
  expect(await confirm('tpi-ketua')).toEqual({ outcome: 'confirmed' });
  expect(await confirmed()).toBe(false);
  expect(await confirm('tpi-dalnis')).toEqual({ outcome: 'confirmed' });
  expect(await confirmed()).toBe(true);
});

it('is recorded once, however often it is sent', async () => {
  expect(await confirm('tpi-dalnis')).toEqual({ outcome: 'already' });
  const rows = await house.store.db.selectFrom('tier_confirmation').selectAll().execute();
  expect(rows).toHaveLength(2);
});

it('is refused to whoever does not hold the role', async () => {
  expect(await confirm('tpi-ketua', undefined, member)).toEqual({ outcome: 'forbidden' });
});

it('falls with any change of an assessment, even of a reason', async () => {
  const seen = await basis();
  await assess([TEAM], 'Menurut bukti yang lain.');
  expect(await confirmed()).toBe(false);
  expect(await confirm('tpi-ketua', seen)).toEqual({ outcome: 'changed' });
  const standing = await confirmationsOf(house.store.db, house.lke.id, 'tpi');
  expect(standing.map(({ holds }) => holds)).toEqual([false, false]);
  await confirm('tpi-ketua');
  await confirm('tpi-dalnis');
  expect(await confirmed()).toBe(true);
});

it('is not taken from one person in both roles', async () => {
  const both = people['tpi-ketua'];
  await house.store.write((tx) =>
    tx
      .insertInto('user_role')
      .values({
        user_id: both.userId ?? 0,
        role: 'tpi-dalnis',
        satker_code: MATARAM,
        created_at: '2026-01-05T01:00:00.000Z',
      })
      .execute(),
  );
  await assess([TEAM], 'Menurut bukti ketiga.');
  expect(await confirm('tpi-ketua')).toEqual({ outcome: 'confirmed' });
  expect(await confirm('tpi-dalnis', undefined, both)).toEqual({ outcome: 'same-person' });
  expect(await confirmed()).toBe(false);
  expect(await confirm('tpi-dalnis')).toEqual({ outcome: 'confirmed' });
  expect(await confirmed()).toBe(true);
});

it('falls when the satker changes what was confirmed', async () => {
  await setStage(house.store, MATARAM, 'pengisian');
  const entry = { code: TEAM, value: { kind: 'choice', letter: 'Tidak' }, note: '' } as const;
  await recordAnswers(house, house.lke, [entry], OPERATOR);
  expect(await confirmed()).toBe(false);
  expect(await confirm('tpi-ketua')).toEqual({ outcome: 'closed', stage: 'pengisian' });
});
