import { nextDay, startOfDay } from './start-of-day.js';

describe('the start of a day in a zone', () => {
  it.each([
    ['2026-03-10', 'Asia/Jakarta', '2026-03-09T17:00:00.000Z'],
    ['2026-03-10', 'Asia/Makassar', '2026-03-09T16:00:00.000Z'],
    ['2026-03-10', 'Asia/Jayapura', '2026-03-09T15:00:00.000Z'],
    ['2026-01-01', 'Asia/Makassar', '2025-12-31T16:00:00.000Z'],
    ['2026-03-10', 'UTC', '2026-03-10T00:00:00.000Z'],
  ])('%s in %s is %s', (day, zone, instant) => {
    expect(startOfDay(day, zone)?.toISOString()).toBe(instant);
  });

  it.each(['', '2026-3-10', '2026-02-30', '2026-13-01', 'besok', '2026-03-10T00:00'])(
    '%j is no day',
    (day) => {
      expect(startOfDay(day, 'Asia/Makassar')).toBeNull();
    },
  );

  it.each([
    ['2026-03-31', '2026-04-01'],
    ['2026-12-31', '2027-01-01'],
    ['2028-02-28', '2028-02-29'],
  ])('%s is followed by %s', (day, next) => {
    expect(nextDay(day)).toBe(next);
  });
});
