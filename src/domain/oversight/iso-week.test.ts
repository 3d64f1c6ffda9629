import { shiftWeek, weekOfCode, weekOfDay } from './iso-week.js';

describe('the week of a day', () => {
  it.each([
    ['2026-03-10', '2026-W11', '2026-03-09', '2026-03-15'],
    ['2026-03-15', '2026-W11', '2026-03-09', '2026-03-15'],
    ['2026-01-01', '2026-W01', '2025-12-29', '2026-01-04'],
    ['2027-01-03', '2026-W53', '2026-12-28', '2027-01-03'],
    ['2024-12-30', '2025-W01', '2024-12-30', '2025-01-05'],
  ])('%s lies in %s', (day, code, monday, sunday) => {
    expect(weekOfDay(day)).toEqual({ code, monday, sunday });
    expect(weekOfCode(code)).toEqual({ code, monday, sunday });
  });

  it.each(['2025-W53', '2026-W00', '2026-W54', '2026-11', 'W11', '', '2026-W1'])(
    '%s is no week',
    (code) => {
      expect(weekOfCode(code)).toBeNull();
    },
  );

  it('follows over the end of a year', () => {
    expect(shiftWeek(weekOfDay('2026-12-30'), 1).code).toBe('2027-W01');
    expect(shiftWeek(weekOfDay('2026-01-05'), -1).code).toBe('2026-W01');
  });
});
