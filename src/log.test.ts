import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openLog } from './log.js';

describe('the log', () => {
  it('writes a warning or a failure at once, with what came before it', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tapak-log-'));
    const file = path.join(folder, 'log');
    const log = openLog(file);
    const lines = () => readFileSync(file, 'utf8').trim().split('\n').filter(Boolean);
    log.info('a request');
    expect(lines()).toHaveLength(0);
    log.error({ reference: '1f' }, 'request failed');
    expect(lines().map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
      'a request',
      'request failed',
    ]);
    rmSync(folder, { recursive: true });
  });
});
