import { CAST_PASSWORD } from '../../fixtures/cast.js';
import { reaches, ROLES, type Role, type SatkerPlace } from '../../src/domain/access/roles.js';
import { findTransition, mayEver } from '../../src/domain/lke/judge-transition.js';
import { STAGES, type Stage } from '../../src/domain/lke/stages.js';
import { STAGE_ACTIONS, TRANSITIONS, type StageAction } from '../../src/domain/lke/transitions.js';
import { refreshScore } from '../../src/features/lke/store.js';
import { hashPassword } from '../../src/features/sign-in/password.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { listen, type HttpClient, type Listening } from '../support/http-client.js';
import { visitorsOf, writesSoFar, type Visitors } from './visitors.js';

/**
 * Every action of the table of transitions at every stage, by every role, through HTTP. The table
 * itself is held to the law in transitions.test.ts, and what is lawful is walked in the journeys;
 * here everything else is refused and writes nothing.
 */
const PLACES: readonly SatkerPlace[] = [
  { code: '00', provinceCode: '00', level: 'pusat' },
  { code: '52', provinceCode: '52', level: 'provinsi' },
  { code: '52.71', provinceCode: '52', level: 'kabupaten/kota' },
];

/** Where each action is asked for, with a form that says everything but what a page would add. */
const FORMS: Record<StageAction, (at: string, code: string) => readonly [string, object]> = {
  submit: (at) => [`${at}/pengajuan`, { checked: 'on', confirmed: 'x' }],
  return: (at) => [`${at}/pengembalian`, { reason: 'Lengkapi.', opens: 'semua', version: '1' }],
  'decide-layak': decision('pendahuluan'),
  'decide-belum-layak-ends': decision('pendahuluan'),
  'decide-belum-layak-reopens': decision('pendahuluan'),
  'send-letter': (at) => [`${at}/surat/pengiriman`, { shown: 'x' }],
  'begin-tpi': (at) => [`${at}/penilaian-tpi`, { version: '1' }],
  'conclude-memenuhi': decision('tpi'),
  'conclude-belum-memenuhi-ends': decision('tpi'),
  'conclude-belum-memenuhi-reopens': decision('tpi'),
  propose: (_at, code) => [
    '/pengusulan/2026',
    {
      number: '1/2026',
      day: '2026-03-09',
      diperiksa: code,
      [`pilih-${code}`]: 'on',
      [`versi-${code}`]: '1',
    },
  ],
  'record-ditetapkan': decree('ditetapkan'),
  'record-tidak-ditetapkan': decree('tidak-ditetapkan'),
  'take-back-layak': takingBack,
  'take-back-belum-layak': takingBack,
  'take-back-memenuhi': takingBack,
  'take-back-belum-memenuhi': takingBack,
  'take-back-proposal': takingBack,
  'take-back-decree': takingBack,
};

/** One form for all; the choice says which. */
function takingBack(at: string): readonly [string, object] {
  return [`${at}/keputusan/penarikan`, { reason: 'Salah catat.', checked: 'on', version: '1' }];
}

function decision(tier: string) {
  return (at: string) =>
    [`${at}/keputusan/${tier}`, { reason: 'Belum cukup.', checked: 'on', basis: 'x' }] as const;
}

function decree(kind: string) {
  const said = { kind, number: '9/2026', day: '2026-03-09', reason: 'Survei.', version: '1' };
  return (at: string) => [`${at}/tpn/keputusan`, said] as const;
}

let test: TestApp;
let listening: Listening;
let visitors: Visitors;

beforeAll(async () => {
  test = await startTestApp();
  await seed();
  listening = await listen(test.app);
  visitors = visitorsOf(listening.url);
}, 60_000);

afterAll(async () => {
  await listening.close();
  await test.close();
});

it('counts every lawful step', () => {
  const steps = TRANSITIONS.map(({ levels, roles }) => levels.length * roles.length);
  const triples = PLACES.flatMap((place) =>
    STAGES.flatMap((stage) =>
      ROLES.flatMap((role) => STAGE_ACTIONS.map((action) => isLawful(place, stage, role, action))),
    ),
  );
  expect(triples.filter(Boolean)).toHaveLength(steps.reduce((a, b) => a + b, 0));
});

describe.each(PLACES)('of a $level', (place) => {
  it.each(STAGES)('whatever is not lawful at %s is refused and changes nothing', async (stage) => {
    await test.deps.store.write((tx) => tx.updateTable('lke').set({ stage }).execute());
    for (const role of ROLES) {
      const client = await visitors.person(nameOf(role, place));
      await client.token();
      const before = await writesSoFar(test.deps);
      for (const action of STAGE_ACTIONS) {
        if (isLawful(place, stage, role, action)) continue;
        const status = await ask(client, place, action);
        expect([role, action, status]).toEqual([role, action, expected(role, place, action)]);
      }
      expect([role, await writesSoFar(test.deps)]).toEqual([role, before]);
    }
  });
});

async function ask(client: HttpClient, place: SatkerPlace, action: StageAction): Promise<number> {
  const [path, fields] = FORMS[action](`/lke/${place.code}/2026`, place.code);
  const body = { _csrf: await client.token(), choice: action, ...fields };
  return (await client.post(path, body)).status;
}

function isLawful(place: SatkerPlace, stage: Stage, role: Role, action: StageAction): boolean {
  const found = findTransition({ action, stage, level: place.level });
  return found?.roles.includes(role) ?? false;
}

/** 404 where the satker is out of reach, 403 where it is never theirs, 409 where it is not now. */
function expected(role: Role, place: SatkerPlace, action: StageAction): 403 | 404 | 409 {
  const isSeen = reaches({ role, satkerCode: heldAt(role, place) }, place);
  // The list of the centre is nobody else's, whatever satker they see.
  if (!isSeen) return action === 'propose' ? 403 : 404;
  return mayEver(role, action, place.level) ? 409 : 403;
}

function heldAt(role: Role, { code }: SatkerPlace): string {
  if (role === 'admin' || role === 'penilai-pusat') return '00';
  return role.endsWith('-provinsi') ? '52' : code;
}

function nameOf(role: Role, { code }: SatkerPlace): string {
  return `${role}.${code}`;
}

/** KPU RI has an LKE too, and everybody holds one role only. */
async function seed(): Promise<void> {
  const { store, instruments, clock } = test.deps;
  const created_at = clock().toISOString();
  const password_hash = await hashPassword(CAST_PASSWORD);
  await store.write(async (tx) => {
    const { id } = await tx
      .insertInto('lke')
      .values({
        satker_code: '00',
        year: 2026,
        target: 'wbk',
        stage: 'pengisian',
        created_at,
        version: 1,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const scored = { id, instrumentId: 'lke-2026', rulesetId: 'zi-2026' };
    await refreshScore(tx, instruments, scored, 'mandiri', clock());
    for (const place of PLACES) {
      for (const role of ROLES) {
        const username = nameOf(role, place);
        const person = { username, name: username, email: null, password_hash };
        const user = await tx
          .insertInto('user')
          .values({ ...person, disabled_at: null, created_at, version: 1 })
          .returning('id')
          .executeTakeFirstOrThrow();
        const grant = { role, satker_code: heldAt(role, place), created_at };
        await tx
          .insertInto('user_role')
          .values({ user_id: user.id, ...grant })
          .execute();
      }
    }
  });
}
