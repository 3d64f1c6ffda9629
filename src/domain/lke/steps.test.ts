import type { SatkerLevel } from '../access/roles.js';
import { isEndStage, STAGES, type Stage } from './stages.js';
import { ballOf, stepsOf } from './steps.js';

const LEVELS: readonly SatkerLevel[] = ['pusat', 'provinsi', 'kabupaten/kota'];
const short = (stage: Stage, level: SatkerLevel) =>
  stepsOf(stage, level).map((step) => `${step.stage} ${step.state}`);

describe('the steps of an LKE', () => {
  it('are done, now and next', () => {
    expect(short('pendahuluan', 'kabupaten/kota').slice(0, 3)).toEqual([
      'pengisian done',
      'pendahuluan now',
      'menunggu-tpi next',
    ]);
  });

  it('leave out the assessment that KPU RI’s own units do not have', () => {
    expect(short('tpi', 'pusat').slice(0, 2)).toEqual(['pengisian done', 'tpi now']);
  });

  it.each([
    ['belum-layak', 'pendahuluan'],
    ['belum-memenuhi', 'tpi'],
    ['tidak-ditetapkan', 'ditetapkan'],
  ] as const)('say where an attempt ended: %s in place of %s', (stage, place) => {
    const steps = stepsOf(stage, 'kabupaten/kota');
    expect(steps.filter(({ state }) => state === 'ended')).toEqual([{ stage, state: 'ended' }]);
    expect(steps.some((step) => step.stage === place)).toBe(false);
    expect(steps.some(({ state }) => state === 'now')).toBe(false);
  });

  it('are all done in the end', () => {
    expect(stepsOf('ditetapkan', 'provinsi').every(({ state }) => state === 'done')).toBe(true);
  });

  it('give the ball to somebody until an attempt is over', () => {
    for (const level of LEVELS) {
      for (const stage of STAGES) {
        expect([level, stage, ballOf(stage, level) === null]).toEqual([
          level,
          stage,
          isEndStage(stage),
        ]);
      }
    }
  });

  it('give the assessment of a KPU Provinsi to the centre', () => {
    expect(ballOf('pendahuluan', 'provinsi')).toBe('centre');
    expect(ballOf('pendahuluan', 'kabupaten/kota')).toBe('province');
  });
});
