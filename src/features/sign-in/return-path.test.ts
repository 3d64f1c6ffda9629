import { safeReturnPath } from './return-path.js';

describe('where signing in leads', () => {
  it.each(['/', '/lke/52.71/2026', '/lke/52.71/2026/cari?q=sk%20tim', '/masuk?ke=%2F', '/a#b'])(
    'follows our own address %s',
    (path) => {
      expect(safeReturnPath(path)).toBe(path);
    },
  );

  it.each([
    undefined,
    '',
    'lke/52.71',
    'https://jahat.example/',
    '//jahat.example',
    '///jahat.example',
    '/\\jahat.example',
    '\\/jahat.example',
    '/\t/jahat.example',
    '/\n/jahat.example',
    '\t//jahat.example',
    ' //jahat.example',
    '/.//jahat.example',
    '/a/..//jahat.example',
    '/%0d%0aSet-Cookie:x\r\n',
    'javascript:alert(1)',
    'data:text/html,x',
    '@jahat.example',
    '/a b',
    `/${'a'.repeat(2001)}`,
  ])('leads home instead of to %j', (path) => {
    expect(safeReturnPath(path)).toBe('/');
  });
});
