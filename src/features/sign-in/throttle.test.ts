import { ACCOUNT_POLICY, ADDRESS_POLICY, waitMs } from './throttle.js';

const NOW = new Date('2026-03-10T02:00:00Z');
const after = (count: number) => ({ count, lastAt: NOW });

describe('the wait after failed sign-ins', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 1],
    [6, 2],
    [7, 4],
    [10, 32],
    [14, 512],
    [15, 900],
    [500, 900],
  ])('of one account is, after %i failures, %i seconds', (count, seconds) => {
    expect(waitMs(ACCOUNT_POLICY, after(count), NOW)).toBe(seconds * 1000);
  });

  it.each([
    [99, 0],
    [100, 1],
    [101, 2],
    [103, 5],
    [100_000, 5],
  ])('of one address is, after %i failures, %i seconds and never more', (count, seconds) => {
    expect(waitMs(ADDRESS_POLICY, after(count), NOW)).toBe(seconds * 1000);
  });

  it('passes with the clock', () => {
    const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
    expect(waitMs(ACCOUNT_POLICY, after(7), later(3))).toBe(1000);
    expect(waitMs(ACCOUNT_POLICY, after(7), later(4))).toBe(0);
  });

  it('is forgotten after a day without a failure', () => {
    const lastAt = new Date(NOW.getTime() - 24 * 60 * 60 * 1000 - 1);
    expect(waitMs({ ...ACCOUNT_POLICY, mostMs: 1e12 }, { count: 60, lastAt }, NOW)).toBe(0);
  });

  it('is nothing for a name never tried', () => {
    expect(waitMs(ACCOUNT_POLICY, null, NOW)).toBe(0);
  });
});
