import { spawn, spawnSync } from 'node:child_process';
import { projectRoot } from '../../src/project-root.js';

const COMMAND = ['--import', 'tsx', 'src/cli.ts'];
const ENVIRONMENT = { ...process.env, ZI_DATA: '/dev/null/zi', NODE_ENV: 'production' };

function run(argv: readonly string[], input = '') {
  return spawnSync(process.execPath, [...COMMAND, ...argv], {
    cwd: projectRoot(),
    env: ENVIRONMENT,
    input,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
}

describe('the command as a process', () => {
  it('scores two thousand sheets through a pipe and prints every one of them', () => {
    const sheet = { answers: { 'A.I.1.i.a': ' ya ', 'B.I.a': '3,60' } };
    const sheets = Array.from({ length: 2000 }, () => sheet);
    const done = run(['score', '-'], JSON.stringify(sheets));
    expect(done.status).toBe(0);
    const results = JSON.parse(done.stdout) as { answered: number }[];
    expect(results).toHaveLength(2000);
    expect(results.every(({ answered }) => answered === 2)).toBe(true);
  });

  it('ends with 2 and problems on standard error for refused input', () => {
    const refused = run(['score', '-'], '[{"answers":{}},{"answers":{"A.I.1.i.a":"F"}}]');
    expect(refused.status).toBe(2);
    expect(refused.stdout).toBe('');
    expect(JSON.parse(refused.stderr)).toMatchObject({
      problems: [{ code: 'not-on-scale', field: '[1]A.I.1.i.a' }],
    });
  });

  it('ends with 1 and the stack on standard error when something breaks', () => {
    const broken = run(['migrate']);
    expect(broken.status).toBe(1);
    expect(broken.stdout).toBe('');
    expect(broken.stderr).toContain('\n    at ');
  });

  it('ends quietly when nobody reads on', async () => {
    const child = spawn(process.execPath, [...COMMAND, 'score', '-'], {
      cwd: projectRoot(),
      env: ENVIRONMENT,
    });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdout.destroy();
    child.stdin.on('error', () => {});
    child.stdin.end(JSON.stringify(Array.from({ length: 500 }, () => ({ answers: {} }))));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('');
    expect(code).toBe(1);
  });
});
