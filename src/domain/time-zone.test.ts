import { lastMinuteOf, ZONES } from './time-zone.js';

describe('the zones of Indonesia', () => {
  it.each([
    ['Asia/Jakarta', '2026-03-31T16:59:00.000Z'],
    ['Asia/Makassar', '2026-03-31T15:59:00.000Z'],
    ['Asia/Jayapura', '2026-03-31T14:59:00.000Z'],
  ])('a day in %s ends at its own midnight', (zone, last) => {
    expect(lastMinuteOf('2026-03-31', zone).toISOString()).toBe(last);
  });

  it('count as the platform counts them, in every month of the year', () => {
    for (const zone of ZONES) {
      for (let month = 1; month <= 12; month += 1) {
        const day = `2026-${String(month).padStart(2, '0')}-15`;
        const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' });
        expect(clock.format(lastMinuteOf(day, zone))).toBe('23:59');
      }
    }
  });

  it('are three and no other', () => {
    expect(() => lastMinuteOf('2026-03-31', 'Asia/Tokyo')).toThrow('Asia/Tokyo');
  });
});
