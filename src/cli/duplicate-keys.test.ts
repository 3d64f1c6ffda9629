import { duplicateKeys } from './duplicate-keys.js';

describe('duplicate keys', () => {
  it.each([
    ['none in an empty object', '{}', []],
    ['none in a scalar', '"a"', []],
    ['none where objects repeat a key of each other', '{"a":{"a":1},"b":{"a":2}}', []],
    ['none where a value repeats', '{"a":"a","b":"a"}', []],
    ['a key twice', '{"a":1,"b":2,"a":3}', [['a']]],
    ['a key three times is two too many', '{"a":1,"a":2,"a":3}', [['a'], ['a']]],
    ['a key written with an escape', '{"a":1,"\\u0061":2}', [['a']]],
    ['a key inside', '{"x":{"a":[1,{"b":1,"b":{}}]}}', [['x', 'a', 1, 'b']]],
    [
      'keys in the items of an array',
      '[{"a":1,"a":2},{"a":1},{"a":1,"a":1}]',
      [
        [0, 'a'],
        [2, 'a'],
      ],
    ],
    ['brackets and quotes inside texts', '{"a":"{\\"a\\":[,","b":1}', []],
    ['the name of a prototype', '{"__proto__":1,"__proto__":2}', [['__proto__']]],
    ['the empty key', '{"":1,"":2}', [['']]],
  ])('%s', (_title, text, paths) => {
    expect(duplicateKeys(text)).toEqual(paths);
  });
});
