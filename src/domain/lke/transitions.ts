import { TPI_ROLES, type Role, type SatkerLevel } from '../access/roles.js';
import type { Stage } from './stages.js';

/** What moves an LKE, or is recorded of it, at one of its stages. */
export const STAGE_ACTIONS = [
  'submit',
  'return',
  'decide-layak',
  'decide-belum-layak-ends',
  'decide-belum-layak-reopens',
  'send-letter',
  'begin-tpi',
  'conclude-memenuhi',
  'conclude-belum-memenuhi-ends',
  'conclude-belum-memenuhi-reopens',
  'propose',
  'record-ditetapkan',
  'record-tidak-ditetapkan',
  'take-back-layak',
  'take-back-belum-layak',
  'take-back-memenuhi',
  'take-back-belum-memenuhi',
  'take-back-proposal',
  'take-back-decree',
] as const;
export type StageAction = (typeof STAGE_ACTIONS)[number];

/**
 * Facts an action may depend on, each checked by whoever reads the data:
 * complete: every indicator filled by the satker;
 * evidence-or-reason: each answer above the lowest option has evidence or a written reason;
 * all-assessed: the tier of the stage has assessed every indicator;
 * tier-gates-passed: that tier's own gates for the target are passed;
 * letter-recorded: the recommendation letter to TPI has its number and date;
 * checks-written: TPI's report says something of each of the eight checks (90/2021 Lampiran II);
 * no-tpn-result: TPN's result was recorded neither as totals nor per indicator;
 * confirmed: ketua and dalnis of TPI confirmed what TPI wrote, and nothing changed since.
 */
export const CONDITIONS = [
  'complete',
  'evidence-or-reason',
  'all-assessed',
  'tier-gates-passed',
  'letter-recorded',
  'checks-written',
  'no-tpn-result',
  'confirmed',
] as const;
export type Condition = (typeof CONDITIONS)[number];

/** One row: who may lead an LKE from where to where, on which conditions. */
export interface Transition {
  readonly action: StageAction;
  readonly from: Stage;
  readonly to: Stage;
  readonly levels: readonly SatkerLevel[];
  readonly roles: readonly Role[];
  readonly conditions: readonly Condition[];
  readonly needsReason: boolean;
}

const DISTRICT = ['kabupaten/kota'] as const satisfies readonly SatkerLevel[];
const PROVINCE = ['provinsi'] as const satisfies readonly SatkerLevel[];
const CENTRE = ['pusat'] as const satisfies readonly SatkerLevel[];
const BELOW_CENTRE = ['provinsi', 'kabupaten/kota'] as const satisfies readonly SatkerLevel[];
const ALL = ['pusat', 'provinsi', 'kabupaten/kota'] as const satisfies readonly SatkerLevel[];

const FILLED = ['complete', 'evidence-or-reason'] as const satisfies readonly Condition[];
const JUDGED = ['all-assessed', 'tier-gates-passed'] as const satisfies readonly Condition[];
const REPORTED = [...JUDGED, 'checks-written', 'confirmed'] as const;

/**
 * The one table (90/2021 Lampiran II Bab I A.1; domain.md, Tiers and Who). A kabupaten/kota is
 * assessed first by its province, whose head decides; a KPU Provinsi by the centre, which does
 * both; KPU RI's own units go straight to TPI. TPI returns through whoever assessed first: the
 * LKE stands at `pendahuluan` until they pass the return on. What was decided by mistake its decider
 * takes back, while nobody has acted on it: the LKE stands again where it was decided.
 */
export const TRANSITIONS: readonly Transition[] = [
  row('submit', 'pengisian', 'pendahuluan', BELOW_CENTRE, ['ketua'], FILLED),
  row('submit', 'pengisian', 'tpi', CENTRE, ['ketua'], FILLED),

  ...pendahuluan(DISTRICT, ['penilai-provinsi', 'sekretaris-provinsi'], ['sekretaris-provinsi']),
  ...pendahuluan(PROVINCE, ['penilai-pusat'], ['penilai-pusat']),

  row('begin-tpi', 'menunggu-tpi', 'tpi', BELOW_CENTRE, TPI_ROLES, ['letter-recorded']),
  withReason(row('return', 'tpi', 'pendahuluan', BELOW_CENTRE, TPI_ROLES)),
  withReason(row('return', 'tpi', 'pengisian', CENTRE, TPI_ROLES)),
  row('conclude-memenuhi', 'tpi', 'siap-diusulkan', ALL, ['tpi-ketua'], REPORTED),
  withReason(
    row('conclude-belum-memenuhi-ends', 'tpi', 'belum-memenuhi', ALL, ['tpi-ketua'], ['confirmed']),
  ),
  withReason(
    row('conclude-belum-memenuhi-reopens', 'tpi', 'pengisian', ALL, ['tpi-ketua'], ['confirmed']),
  ),

  withReason(row('take-back-memenuhi', 'siap-diusulkan', 'tpi', ALL, ['tpi-ketua'])),
  withReason(row('take-back-belum-memenuhi', 'belum-memenuhi', 'tpi', ALL, ['tpi-ketua'])),

  row('propose', 'siap-diusulkan', 'tpn', ALL, ['penilai-pusat']),
  withReason(
    row('take-back-proposal', 'tpn', 'siap-diusulkan', ALL, ['penilai-pusat'], ['no-tpn-result']),
  ),
  row('record-ditetapkan', 'tpn', 'ditetapkan', ALL, ['penilai-pusat']),
  row('record-tidak-ditetapkan', 'tpn', 'tidak-ditetapkan', ALL, ['penilai-pusat']),
  withReason(row('take-back-decree', 'ditetapkan', 'tpn', ALL, ['penilai-pusat'])),
  withReason(row('take-back-decree', 'tidak-ditetapkan', 'tpn', ALL, ['penilai-pusat'])),
];

function pendahuluan(
  levels: readonly SatkerLevel[],
  assessors: readonly Role[],
  deciders: readonly Role[],
): readonly Transition[] {
  const from = 'pendahuluan';
  return [
    withReason(row('return', from, 'pengisian', levels, assessors)),
    row('decide-layak', from, 'menunggu-tpi', levels, deciders, JUDGED),
    withReason(row('decide-belum-layak-ends', from, 'belum-layak', levels, deciders)),
    withReason(row('decide-belum-layak-reopens', from, 'pengisian', levels, deciders)),
    row('send-letter', 'menunggu-tpi', 'menunggu-tpi', levels, deciders),
    withReason(row('take-back-layak', 'menunggu-tpi', from, levels, deciders)),
    withReason(row('take-back-belum-layak', 'belum-layak', from, levels, deciders)),
  ];
}

function row(
  action: StageAction,
  from: Stage,
  to: Stage,
  levels: readonly SatkerLevel[],
  roles: readonly Role[],
  conditions: readonly Condition[] = [],
): Transition {
  return { action, from, to, levels, roles, conditions, needsReason: false };
}

function withReason(transition: Transition): Transition {
  return { ...transition, needsReason: true };
}
