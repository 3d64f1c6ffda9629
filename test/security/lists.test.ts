import { sqlPayloads } from './sql-payloads.js';
import { xssPayloads } from './xss-payloads.js';

describe('the lists of payloads', () => {
  it('holds 200 different attempts to run a script', () => {
    expect(new Set(xssPayloads()).size).toBe(200);
  });

  it('holds 500 different attempts to reach the database', () => {
    expect(new Set(sqlPayloads()).size).toBe(500);
  });
});
