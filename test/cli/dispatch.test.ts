import { dispatch } from '../../src/cli/dispatch.js';
import type { CommandIo } from '../../src/cli/commands.js';
import { parseOptions } from '../../src/cli/parse-options.js';
import { testIo } from '../support/cli.js';

describe('the command line', () => {
  it('lists its commands on --help', async () => {
    const io = testIo();
    expect(await dispatch(['--help'], io, {})).toBe(0);
    expect(io.out()).toContain('npm run -s zi -- PERINTAH');
    for (const name of ['score', 'answers', 'export', 'user', 'demo', 'backup', 'restore']) {
      expect(io.out()).toContain(`  ${name} `);
    }
  });

  it('shows how one command is called', async () => {
    const io = testIo();
    expect(await dispatch(['export', '--help'], io, {})).toBe(0);
    expect(io.out()).toContain('export --satker KODE --year TAHUN --layout lampiran-iii|portalrb');
  });

  it.each([
    ['no command', [], 'command-needed', ''],
    ['an unknown command', ['nilai'], 'unknown-command', 'nilai'],
    ['an unknown option', ['answers', '--kode', '52'], 'unknown-option', 'kode'],
    ['a missing option', ['answers', '--satker', '52.71'], 'option-needed', 'year'],
  ])('refuses %s with 2 and says why', async (_what, argv, code, field) => {
    const io = testIo();
    expect(await dispatch(argv, io, {})).toBe(2);
    expect(io.out()).toBe('');
    expect(io.problems()).toContainEqual(
      expect.objectContaining({ code, field, message: expect.stringMatching(/\.$/) }),
    );
  });

  it('answers 1 with the stack and without partial output when something breaks', async () => {
    const io: CommandIo & ReturnType<typeof testIo> = {
      ...testIo(),
      stdin: () => Promise.reject(new Error('the pipe broke')),
    };
    expect(await dispatch(['score', '-'], io, {})).toBe(1);
    expect(io.out()).toBe('');
    expect(io.err()).toContain('Error: the pipe broke\n    at ');
  });
});

describe('options', () => {
  const spec = { required: ['satker'], optional: ['tier'], flags: ['force'] };

  it('takes values after a space or an equals sign, and flags', () => {
    const parsed = parseOptions(['--satker', '52.71', '--tier=tpi', '--force'], spec);
    expect(parsed).toEqual({
      ok: true,
      value: {
        values: new Map([
          ['satker', '52.71'],
          ['tier', 'tpi'],
        ]),
        flags: new Set(['force']),
      },
    });
  });

  it.each([
    [['--satker'], 'satker', 'option-without-value'],
    [['--satker='], 'satker', 'option-without-value'],
    [['--satker', '--force'], 'satker', 'option-without-value'],
    [['--satker', '52', '--satker', '51'], 'satker', 'option-repeated'],
    [['--satker', '52', '--force=ya'], 'force', 'option-with-value'],
    [['--satker', '52', '-x'], 'x', 'unknown-option'],
    [['--satker', '52', '52.71'], '', 'unexpected-argument'],
    [[], 'satker', 'option-needed'],
  ])('refuses %j', (argv, field, code) => {
    const parsed = parseOptions(argv, spec);
    expect(parsed).toMatchObject({ ok: false, problems: [{ field, code }] });
  });
});
