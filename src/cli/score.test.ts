import { instrument, instruments } from '../../test/support/shipped.js';
import { fullInput } from '../../test/support/sheets.js';
import { GATE_CODES } from '../domain/predikat/gate.js';
import { runScore } from './score.js';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(argv: readonly string[], input = ''): Promise<Ran> {
  let out = '';
  let err = '';
  const io = {
    stdin: () => Promise.resolve(input),
    readFile: (file: string) =>
      file === 'ada.json' ? Promise.resolve(input) : Promise.reject(new Error('ENOENT')),
    stdout: (text: string) => (out += text),
    stderr: (text: string) => (err += text),
  };
  const code = await runScore(argv, io, instruments);
  return { code, out, err };
}

async function problems(input: string, argv: readonly string[] = ['-']): Promise<string[]> {
  const { code, out, err } = await run(argv, input);
  expect([code, out]).toEqual([2, '']);
  const told = JSON.parse(err) as { problems: { code: string; field: string; message: string }[] };
  for (const problem of told.problems) {
    expect(Object.keys(problem)).toEqual(['code', 'field', 'message']);
    expect(problem.message).toMatch(/^\p{Lu}.*(\.|json)$/u);
  }
  return told.problems.map(({ field, code: why }) => `${field} ${why}`);
}

const EXAMPLE =
  '{"answers":{"A.I.1.i.a":"Ya","A.I.1.i.b":"A","A.II.1.i.a":{"agen":7,"perubahan":7},"B.I.a":"3,60"}}';

describe('score', () => {
  it('gives the documented members in their order', async () => {
    const { code, out, err } = await run(['-'], EXAMPLE);
    const result = JSON.parse(out) as Record<string, Record<string, unknown>>;
    expect([code, err]).toEqual([0, '']);
    expect(Object.keys(result).join(' ')).toBe(
      'instrument answered of total pengungkit pemenuhan reform areas hasil subcomponents indicators gates',
    );
    expect(out).toMatch(
      /^\{"instrument":"lke-2026","answered":4,"of":113,"total":"17.25","pengungkit":"1.5","pemenuhan":"0.5","reform":"1","areas":\{"1":\{"pemenuhan":"0.5","reform":"1","score":"1.5","weight":"8","ratio":"0.1875"\},/,
    );
    expect(out).toContain('"hasil":{"score":"15.75","B.I":"15.75","B.II":"0"}');
    expect(Object.keys(result['areas'] ?? {})).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(Object.keys(result['subcomponents'] ?? {})).toEqual(
      instrument.subcomponents.map((sub) => sub.code),
    );
    expect(Object.keys(result['gates'] ?? {})).toEqual(['wbk', 'wbbm']);
  });

  it('lists all 113 indicators in order, null where unanswered', async () => {
    const { out } = await run(['-'], EXAMPLE);
    const { indicators } = JSON.parse(out) as { indicators: Record<string, string | null> };
    expect(Object.keys(indicators)).toEqual(instrument.indicators.map((each) => each.code));
    expect(indicators).toMatchObject({ 'A.I.1.i.a': '1', 'B.I.a': '0.9', 'A.I.1.ii.a': null });
    expect(Object.values(indicators).filter((value) => value !== null)).toHaveLength(4);
  });

  it('lists the twelve gates in order with what is short', async () => {
    const { out } = await run(['-'], EXAMPLE);
    const { gates } = JSON.parse(out) as { gates: Record<string, { items: { code: string }[] }> };
    expect(gates['wbbm']?.items.map((item) => item.code)).toEqual(GATE_CODES);
    expect(gates['wbk']?.items.slice(0, 3)).toEqual([
      { code: 'total', value: '17.25', minimum: '75', short: '57.75', passed: false },
      { code: 'pengungkit', value: '1.5', minimum: '40', short: '38.5', passed: false },
      { code: 'area-1', value: '0.1875', minimum: '0.6', short: '0.4125', passed: false },
    ]);
    expect(gates['wbk']?.items[9]).toEqual({
      code: 'ipak',
      value: '15.75',
      minimum: '15.75',
      short: '0',
      passed: true,
    });
  });

  it('reads a file as it reads standard input, with or without byte order mark', async () => {
    const piped = await run(['-'], EXAMPLE);
    expect(await run(['ada.json'], `\uFEFF${EXAMPLE}`)).toEqual(piped);
  });

  it.each([
    ['its instrument', '{"instrument":"lke-2026","answers":{}}'],
    ['its year', '{"year":2026,"answers":{}}'],
    ['both', '{"year":2026,"instrument":"lke-2026","answers":{}}'],
    ['neither', '{"answers":{}}'],
    ['a name of its own', '{"satker":"52.71","answers":{}}'],
  ])('takes a sheet that names %s', async (_title, input) => {
    const { code, out } = await run(['-'], input);
    expect([code, out.slice(0, 40)]).toEqual([0, '{"instrument":"lke-2026","answered":0,"o']);
  });

  it('answers an array with an array in its order', async () => {
    const sheets = [{ answers: {} }, { answers: fullInput('best') }, { answers: { 'B.I.b': 'c' } }];
    const { out } = await run(['-'], JSON.stringify(sheets));
    const results = JSON.parse(out) as { total: string }[];
    expect(results.map((result) => result.total)).toEqual(['0', '100', '2.5']);
  });

  it('answers an empty array with an empty array', async () => {
    expect(await run(['-'], '[]')).toEqual({ code: 0, out: '[]\n', err: '' });
  });

  it('scores a thousand sheets in one process', async () => {
    const sheets = Array.from({ length: 1000 }, () => ({ answers: fullInput('best') }));
    const { out } = await run(['-'], JSON.stringify(sheets));
    const results = JSON.parse(out) as { total: string }[];
    expect(results.filter((result) => result.total === '100')).toHaveLength(1000);
  });
});

describe('score refuses', () => {
  it.each([
    ['text that is not JSON', '{"answers":', [' not-json']],
    ['nothing', '', [' not-json']],
    ['a number', '5', [' not-a-sheet']],
    ['null', 'null', [' not-a-sheet']],
    ['a sheet without answers', '{}', ['answers answers-missing']],
    ['answers in a list', '{"answers":[]}', ['answers answers-not-an-object']],
    ['answers of null', '{"answers":null}', ['answers answers-not-an-object']],
    [
      'an unknown instrument',
      '{"instrument":"lke-2020","answers":{}}',
      ['instrument unknown-instrument'],
    ],
    [
      'an instrument named like a method',
      '{"instrument":"toString","answers":{}}',
      ['instrument unknown-instrument'],
    ],
    ['an unknown year', '{"year":2027,"answers":{}}', ['year unknown-year']],
    ['a year as text', '{"year":"2026","answers":{}}', ['year unknown-year']],
    ['an unknown code', '{"answers":{"A.I.9.i.a":"Ya"}}', ['A.I.9.i.a unknown-indicator']],
    [
      'an unknown code even unanswered',
      '{"answers":{"a.i.1.i.a":null}}',
      ['a.i.1.i.a unknown-indicator'],
    ],
    ['a prototype as code', '{"answers":{"__proto__":"Ya"}}', ['__proto__ unknown-indicator']],
    [
      'a constructor as count',
      '{"answers":{"A.II.1.i.a":{"constructor":1}}}',
      ['A.II.1.i.a:constructor unknown-count'],
    ],
    ['a blank letter', '{"answers":{"A.I.1.i.a":""}}', ['A.I.1.i.a not-on-scale']],
    [
      'every wrong field',
      '{"answers":{"A.I.1.i.a":"X","B.I.a":"4,01","A.II.1.i.a":{"agen":"1/2","perubahan":-1}}}',
      [
        'A.I.1.i.a not-on-scale',
        'B.I.a index-out-of-range',
        'A.II.1.i.a:agen count-not-whole',
        'A.II.1.i.a:perubahan count-negative',
      ],
    ],
    [
      'an answer given twice',
      '{"answers":{"A.I.1.i.a":"Ya","A.I.1.i.a":"Tidak"}}',
      ['A.I.1.i.a duplicate-key'],
    ],
    [
      'a count given twice',
      '{"answers":{"A.II.1.i.a":{"agen":1,"agen":2}}}',
      ['A.II.1.i.a:agen duplicate-key'],
    ],
    ['answers given twice', '{"answers":{},"answers":{}}', ['answers duplicate-key']],
  ])('%s', async (_title, input, expected) => {
    expect(await problems(input)).toEqual(expected);
  });

  it('a whole array for one bad item, with its index before the field', async () => {
    const items = [
      { answers: {} },
      { answers: { 'A.I.1.i.a': 'Y' } },
      7,
      { answers: { 'A.II.1.i.a': { agen: '1.234' } } },
    ];
    expect(await problems(JSON.stringify(items))).toEqual([
      '[1]A.I.1.i.a not-on-scale',
      '[2] not-a-sheet',
      '[3]A.II.1.i.a:agen count-not-whole',
    ]);
  });

  it('an answer given twice within an array', async () => {
    const input = '[{"answers":{}},{"answers":{"B.I.b":"A","B.I.b":"B"}}]';
    expect(await problems(input)).toEqual(['[1]B.I.b duplicate-key']);
  });

  it.each([
    ['no file', []],
    ['two files', ['a', 'b']],
  ])('%s', async (_title, argv) => {
    expect(await problems('', argv)).toEqual(['FILE score-usage']);
  });

  it('a file that cannot be read', async () => {
    expect(await problems('', ['tiada.json'])).toEqual(['FILE file-unreadable']);
  });
});
