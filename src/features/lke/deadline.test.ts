import { comingDates, stageDeadline } from './deadline.js';
import type { YearDay } from '../years/store.js';

const day = (code: string, at: string, isOwn = false): YearDay => ({
  code,
  name: code,
  day: at,
  isOwn,
  begins: code.endsWith('-mulai'),
  pressingDays: 7,
});
const closes = (at: string, isOwn = false) => [day('mandiri-tutup', at, isOwn)];
const WITA = 'Asia/Makassar';

describe('the deadline of a stage', () => {
  it.each([
    ['two days before', '2026-03-29T03:00:00Z', '2 hari lagi'],
    ['the evening before in WIB, already the day in WITA', '2026-03-30T16:30:00Z', '1 hari lagi'],
    ['on the day', '2026-03-31T03:00:00Z', 'Hari ini'],
    ['in its last minute in WIB, already the next day in WITA', '2026-03-31T16:59:00Z', 'Hari ini'],
    ['one minute later', '2026-03-31T17:00:00Z', 'Lewat 1 hari'],
  ])('%s', (_title, now, left) => {
    const deadline = stageDeadline(closes('2026-03-31'), 'pengisian', new Date(now), WITA);
    expect(deadline?.left).toBe(left);
  });

  it('is stated in the own zone where it is an exception for the satker', () => {
    const now = new Date('2026-03-31T16:30:00Z');
    const deadline = stageDeadline(closes('2026-03-31', true), 'pengisian', now, WITA);
    expect(deadline).toMatchObject({
      left: 'Lewat 1 hari',
      at: '31 Maret 2026 23.59 WITA (31 Maret 2026 22.59 WIB)',
    });
  });

  it('is a day without an hour where something begins', () => {
    const now = new Date('2026-03-01T00:00:00Z');
    const [begins] = comingDates([day('tpi-mulai', '2026-05-01')], now, WITA);
    expect(begins?.at).toBe('1 Mei 2026');
  });

  it('says one zone only where the satker is in WIB', () => {
    const now = new Date('2026-03-01T00:00:00Z');
    const deadline = stageDeadline(closes('2026-03-31'), 'pengisian', now, 'Asia/Jakarta');
    expect(deadline?.at).toBe('31 Maret 2026 23.59 WIB');
  });

  it.each([
    [7, '2026-03-23T03:00:00Z', false],
    [7, '2026-03-24T03:00:00Z', true],
    [3, '2026-03-27T03:00:00Z', false],
    [3, '2026-03-28T03:00:00Z', true],
    [0, '2026-03-31T03:00:00Z', true],
  ])('is pressing from %i days before it on, as the calendar of the year says', (days, now, is) => {
    const closing = closes('2026-03-31').map((one) => ({ ...one, pressingDays: days }));
    const deadline = stageDeadline(closing, 'pengisian', new Date(now), WITA);
    expect(deadline?.isNear).toBe(is);
  });

  it.each([
    ['filled again after a return of the first assessors', 'pengisian', 'pendahuluan', 'B'],
    ['filled again after a return of TPI', 'pengisian', 'tpi', 'C'],
    ['assessed again after a return of TPI', 'pendahuluan', 'tpi', 'C'],
    ['waiting for TPI again after its return', 'menunggu-tpi', 'tpi', 'C'],
    ['assessed again after a return of its own', 'pendahuluan', 'pendahuluan', 'B'],
    ['assessed by TPI, whoever sent it back', 'tpi', 'pendahuluan', 'C'],
    ['ready, whoever sent it back', 'siap-diusulkan', 'tpi', 'D'],
  ] as const)('what is %s is due by the tier that sent it back', (_title, stage, by, due) => {
    const days = [
      { ...day('mandiri-tutup', '2026-03-31'), name: 'A' },
      { ...day('pendahuluan-tutup', '2026-04-30'), name: 'B' },
      { ...day('tpi-mulai', '2026-05-01'), name: 'B' },
      { ...day('tpi-tutup', '2026-05-31'), name: 'C' },
      { ...day('usulan-tpn', '2026-06-05'), name: 'D' },
    ];
    const now = new Date('2026-05-20T03:00:00Z');
    expect(stageDeadline(days, stage, now, WITA, by)?.name).toBe(due);
  });

  it('keeps a date that was put off for the satker beyond that of the tier', () => {
    const days = [day('pendahuluan-tutup', '2026-06-10', true), day('tpi-tutup', '2026-05-31')];
    const now = new Date('2026-05-20T03:00:00Z');
    const deadline = stageDeadline(days, 'pendahuluan', now, WITA, 'tpi');
    expect(deadline).toMatchObject({ name: 'pendahuluan-tutup', isOwn: true, why: null });
    expect(stageDeadline(days.slice(1), 'pendahuluan', now, WITA, 'tpi')?.why).toContain('TPI');
  });

  it('is none where no date is set or the stage has no end', () => {
    const now = new Date('2026-03-01T00:00:00Z');
    expect(stageDeadline([], 'pengisian', now, WITA)).toBeNull();
    expect(stageDeadline(closes('2026-03-31'), 'ditetapkan', now, WITA)).toBeNull();
  });
});

describe('the dates to come', () => {
  it('leave out what is over', () => {
    const days = [day('a', '2026-02-28'), day('b', '2026-03-01'), day('c', '2026-04-01')];
    const coming = comingDates(days, new Date('2026-03-01T03:00:00Z'), WITA);
    expect(coming.map(({ name }) => name)).toEqual(['b', 'c']);
  });
});
