import type { SatkerLevel } from '../access/roles.js';
import type { Stage } from './stages.js';

/** The way of an LKE as a person follows it: what is done, what is now, what comes. */
export interface Step {
  readonly stage: Stage;
  readonly state: 'done' | 'now' | 'next' | 'ended';
}

const WAY = [
  'pengisian',
  'pendahuluan',
  'menunggu-tpi',
  'tpi',
  'siap-diusulkan',
  'tpn',
  'ditetapkan',
] as const satisfies readonly Stage[];

/** KPU RI's own units go straight to TPI. */
const NOT_AT_CENTRE: readonly Stage[] = ['pendahuluan', 'menunggu-tpi'];

/** Where the attempt ended, if it ended before the last step. */
const ENDED_AT: Partial<Readonly<Record<Stage, Stage>>> = {
  'belum-layak': 'pendahuluan',
  'belum-memenuhi': 'tpi',
  'tidak-ditetapkan': 'ditetapkan',
};

export function stepsOf(stage: Stage, level: SatkerLevel): readonly Step[] {
  const way = WAY.filter((one) => level !== 'pusat' || !NOT_AT_CENTRE.includes(one));
  const end = ENDED_AT[stage];
  const at = way.findIndex((one) => one === (end ?? stage));
  return way.map((one, index) => {
    if (index < at) return { stage: one, state: 'done' };
    if (index > at) return { stage: one, state: 'next' };
    if (end !== undefined) return { stage, state: 'ended' };
    return { stage: one, state: stage === 'ditetapkan' ? 'done' : 'now' };
  });
}

/** Who has to act next; null where the year's attempt is over. */
export type Ball = 'team' | 'province' | 'centre' | 'handover' | 'tpi' | 'tpn';

export function ballOf(stage: Stage, level: SatkerLevel): Ball | null {
  switch (stage) {
    case 'pengisian':
      return 'team';
    case 'pendahuluan':
      return level === 'kabupaten/kota' ? 'province' : 'centre';
    case 'menunggu-tpi':
      return 'handover';
    case 'tpi':
      return 'tpi';
    case 'siap-diusulkan':
      return 'centre';
    case 'tpn':
      return 'tpn';
    case 'ditetapkan':
    case 'tidak-ditetapkan':
    case 'belum-layak':
    case 'belum-memenuhi':
      return null;
  }
}
