import { findTransition } from './judge-transition.js';
import { isTakeBack, TAKE_BACKS, validityOf, type DecisionKind } from './take-back.js';
import { STAGE_ACTIONS, TRANSITIONS, type Transition } from './transitions.js';

const DECIDED = /^(decide|conclude|record)-|^propose$/;

describe('taking a decision back', () => {
  it('is every action that is named so', () => {
    const named = STAGE_ACTIONS.filter((action) => action.startsWith('take-back-'));
    expect(named).toEqual(Object.keys(TAKE_BACKS));
    expect(named.every(isTakeBack)).toBe(true);
    expect(['propose', 'toString', 'return'].some(isTakeBack)).toBe(false);
  });

  it('leads back to where it was decided, for whoever decides, with a reason', () => {
    const decided = TRANSITIONS.filter(
      ({ action }) => DECIDED.test(action) && !action.endsWith('-reopens'),
    );
    const backOf = ({ from, to, levels, roles }: Transition) =>
      levels.map((level) => {
        const row = TRANSITIONS.find(
          (one) => isTakeBack(one.action) && one.from === to && one.levels.includes(level),
        );
        const isSame = row?.to === from && String(row.roles) === String(roles);
        return isSame && row.needsReason;
      });
    expect(decided.flatMap(backOf).every(Boolean)).toBe(true);
    expect(decided).toHaveLength(9);
  });

  it('waits for nothing, but that TPN has recorded no result of the proposal', () => {
    const asked = TRANSITIONS.filter(
      ({ action, conditions }) => isTakeBack(action) && conditions.length > 0,
    );
    expect(asked.map(({ action, conditions }) => [action, conditions])).toEqual([
      ['take-back-proposal', ['no-tpn-result']],
    ]);
  });

  it('ends where somebody acted on it: TPI began, or the team fills again', () => {
    for (const stage of ['tpi', 'pengisian', 'pendahuluan'] as const) {
      const open = Object.keys(TAKE_BACKS).filter(
        (action) =>
          isTakeBack(action) && findTransition({ action, stage, level: 'kabupaten/kota' }),
      );
      expect([stage, open]).toEqual([stage, []]);
    }
  });
});

describe('whether a decision counts', () => {
  const made = (kind: DecisionKind, takenBack: object | null = null) => {
    return { kind, round: 1, at: '2026-04-10T01:00:00Z', takenBack };
  };
  const nothing = { round: 1, returnedAt: [] };
  const later = { round: 1, returnedAt: ['2026-05-02T01:00:00Z'] };

  it.each([
    ['layak, and nothing since', made('layak'), nothing, 'stands'],
    ['layak, returned before', made('layak'), { round: 1, returnedAt: ['2026-04-01'] }, 'stands'],
    ['layak, returned since', made('layak'), later, 'overtaken'],
    ['memenuhi, submitted anew since', made('memenuhi'), { ...nothing, round: 2 }, 'overtaken'],
    ['a no, whatever came since', made('belum-layak'), later, 'stands'],
    ['a proposal, whatever came since', made('diusulkan'), later, 'stands'],
    ['what was taken back', made('memenuhi', {}), later, 'taken-back'],
  ] as const)('%s: %s', (_title, decision, since, expected) => {
    expect(validityOf(decision, since)).toBe(expected);
  });
});
