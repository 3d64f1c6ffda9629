import { ROLES, type Role, type SatkerLevel } from '../access/roles.js';
import { judgeTransition, type Facts } from './judge-transition.js';
import { isEndStage, STAGES, type Stage } from './stages.js';
import { isTakeBack } from './take-back.js';
import { CONDITIONS, STAGE_ACTIONS, TRANSITIONS, type StageAction } from './transitions.js';

const LEVELS = ['pusat', 'provinsi', 'kabupaten/kota'] as const satisfies readonly SatkerLevel[];
const ALL_MET: Facts = Object.fromEntries(CONDITIONS.map((condition) => [condition, true]));

type Lawful = readonly [SatkerLevel, Stage, Role, StageAction, Stage];

/** Written a second time from domain.md, not from the table: level, stage, role, action → stage. */
const kabupatenKota: readonly Lawful[] = [
  ['kabupaten/kota', 'pengisian', 'ketua', 'submit', 'pendahuluan'],
  ['kabupaten/kota', 'pendahuluan', 'penilai-provinsi', 'return', 'pengisian'],
  ['kabupaten/kota', 'pendahuluan', 'sekretaris-provinsi', 'return', 'pengisian'],
  ['kabupaten/kota', 'pendahuluan', 'sekretaris-provinsi', 'decide-layak', 'menunggu-tpi'],
  [
    'kabupaten/kota',
    'pendahuluan',
    'sekretaris-provinsi',
    'decide-belum-layak-ends',
    'belum-layak',
  ],
  [
    'kabupaten/kota',
    'pendahuluan',
    'sekretaris-provinsi',
    'decide-belum-layak-reopens',
    'pengisian',
  ],
  ['kabupaten/kota', 'menunggu-tpi', 'sekretaris-provinsi', 'send-letter', 'menunggu-tpi'],
  ['kabupaten/kota', 'menunggu-tpi', 'sekretaris-provinsi', 'take-back-layak', 'pendahuluan'],
  ['kabupaten/kota', 'belum-layak', 'sekretaris-provinsi', 'take-back-belum-layak', 'pendahuluan'],
];
const provinsi: readonly Lawful[] = [
  ['provinsi', 'pengisian', 'ketua', 'submit', 'pendahuluan'],
  ['provinsi', 'pendahuluan', 'penilai-pusat', 'return', 'pengisian'],
  ['provinsi', 'pendahuluan', 'penilai-pusat', 'decide-layak', 'menunggu-tpi'],
  ['provinsi', 'pendahuluan', 'penilai-pusat', 'decide-belum-layak-ends', 'belum-layak'],
  ['provinsi', 'pendahuluan', 'penilai-pusat', 'decide-belum-layak-reopens', 'pengisian'],
  ['provinsi', 'menunggu-tpi', 'penilai-pusat', 'send-letter', 'menunggu-tpi'],
  ['provinsi', 'menunggu-tpi', 'penilai-pusat', 'take-back-layak', 'pendahuluan'],
  ['provinsi', 'belum-layak', 'penilai-pusat', 'take-back-belum-layak', 'pendahuluan'],
];
const TEAM = ['tpi-anggota', 'tpi-ketua', 'tpi-dalnis'] as const;
const throughTpi = (level: SatkerLevel): readonly Lawful[] => [
  ...(level === 'pusat'
    ? []
    : TEAM.map((role): Lawful => [level, 'menunggu-tpi', role, 'begin-tpi', 'tpi'])),
  ...TEAM.map((role): Lawful => [
    level,
    'tpi',
    role,
    'return',
    level === 'pusat' ? 'pengisian' : 'pendahuluan',
  ]),
  [level, 'tpi', 'tpi-ketua', 'conclude-memenuhi', 'siap-diusulkan'],
  [level, 'tpi', 'tpi-ketua', 'conclude-belum-memenuhi-ends', 'belum-memenuhi'],
  [level, 'tpi', 'tpi-ketua', 'conclude-belum-memenuhi-reopens', 'pengisian'],
  [level, 'siap-diusulkan', 'penilai-pusat', 'propose', 'tpn'],
  [level, 'tpn', 'penilai-pusat', 'record-ditetapkan', 'ditetapkan'],
  [level, 'tpn', 'penilai-pusat', 'record-tidak-ditetapkan', 'tidak-ditetapkan'],
  [level, 'siap-diusulkan', 'tpi-ketua', 'take-back-memenuhi', 'tpi'],
  [level, 'belum-memenuhi', 'tpi-ketua', 'take-back-belum-memenuhi', 'tpi'],
  [level, 'tpn', 'penilai-pusat', 'take-back-proposal', 'siap-diusulkan'],
  [level, 'ditetapkan', 'penilai-pusat', 'take-back-decree', 'tpn'],
  [level, 'tidak-ditetapkan', 'penilai-pusat', 'take-back-decree', 'tpn'],
];
const LAW: readonly Lawful[] = [
  ...kabupatenKota,
  ...provinsi,
  ['pusat', 'pengisian', 'ketua', 'submit', 'tpi'],
  ...LEVELS.flatMap(throughTpi),
];

const keyOf = (...parts: readonly string[]): string => parts.join(' · ');
const lawful = new Map(
  LAW.map(([level, stage, role, action, to]) => [keyOf(level, stage, role, action), to]),
);

describe('the table of transitions', () => {
  it.each(LEVELS)('does for every stage, role and action of a %s what the law says', (level) => {
    const differing: string[] = [];
    for (const stage of STAGES) {
      for (const role of ROLES) {
        for (const action of STAGE_ACTIONS) {
          const verdict = judgeTransition({ action, stage, level, roles: [role] }, ALL_MET);
          const to = verdict.verdict === 'allowed' ? verdict.transition.to : undefined;
          const key = keyOf(level, stage, role, action);
          if (to !== lawful.get(key)) differing.push(`${key}: ${to ?? verdict.verdict}`);
        }
      }
    }
    expect(differing).toEqual([]);
  });

  it('refuses a role that never may before it looks at the stage', () => {
    const wish = { action: 'submit', stage: 'tpn', level: 'kabupaten/kota' } as const;
    expect(judgeTransition({ ...wish, roles: ['anggota'] }, ALL_MET)).toEqual({
      verdict: 'wrong-role',
    });
    expect(judgeTransition({ ...wish, roles: ['ketua'] }, ALL_MET)).toEqual({
      verdict: 'wrong-stage',
      stage: 'tpn',
    });
  });

  it('never lets the administrator or a reader move anything', () => {
    const movers = new Set(TRANSITIONS.flatMap(({ roles }) => roles));
    expect(
      [...movers].filter((role) => ['admin', 'evaluator-baca', 'anggota'].includes(role)),
    ).toEqual([]);
  });

  it('has one row at most for a level, stage and action', () => {
    const keys = TRANSITIONS.flatMap(({ levels, from, action }) =>
      levels.map((level) => keyOf(level, from, action)),
    );
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('leads out of every stage but those where an attempt ends', () => {
    const forth = TRANSITIONS.filter(({ from, to, action }) => from !== to && !isTakeBack(action));
    const left = new Set(forth.map(({ from }) => from));
    expect(STAGES.filter((stage) => left.has(stage) === isEndStage(stage))).toEqual([]);
  });

  it('reaches every stage', () => {
    const reached = new Set<Stage>(['pengisian', ...TRANSITIONS.map(({ to }) => to)]);
    expect(STAGES.filter((stage) => !reached.has(stage))).toEqual([]);
  });

  it('asks a reason for everything that sends an LKE back, ends it early or is taken back', () => {
    const back = TRANSITIONS.filter(
      ({ action }) => action === 'return' || action.includes('-belum-') || isTakeBack(action),
    );
    expect(back.every(({ needsReason }) => needsReason)).toBe(true);
    expect(TRANSITIONS.filter(({ needsReason }) => needsReason)).toHaveLength(back.length);
  });

  it.each([
    ['submit', 'pengisian', 'ketua', ['complete', 'evidence-or-reason']],
    ['decide-layak', 'pendahuluan', 'sekretaris-provinsi', ['all-assessed', 'tier-gates-passed']],
    ['decide-belum-layak-ends', 'pendahuluan', 'sekretaris-provinsi', []],
    ['begin-tpi', 'menunggu-tpi', 'tpi-anggota', ['letter-recorded']],
    [
      'conclude-memenuhi',
      'tpi',
      'tpi-ketua',
      ['all-assessed', 'tier-gates-passed', 'checks-written', 'confirmed'],
    ],
    ['conclude-belum-memenuhi-ends', 'tpi', 'tpi-ketua', ['confirmed']],
    ['take-back-proposal', 'tpn', 'penilai-pusat', ['no-tpn-result']],
  ] as const)('%s needs what the law asks for, each by itself', (action, stage, role, needed) => {
    const wish = { action, stage, level: 'kabupaten/kota', roles: [role] } as const;
    const missing = judgeTransition(wish, {});
    expect(missing.verdict === 'unmet' ? missing.unmet : []).toEqual(needed);
    for (const condition of needed) {
      const verdict = judgeTransition(wish, { ...ALL_MET, [condition]: false });
      expect(verdict).toEqual({ verdict: 'unmet', unmet: [condition] });
    }
  });
});
