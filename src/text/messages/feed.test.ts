import { feedText } from './feed.js';

describe('evidence as the portal receives it', () => {
  const address = 'https://kpu.example/sk';
  it.each([
    ['its name and address', 'SK Tim', address, `SK Tim: ${address}`],
    ['its name alone where nothing opens without an account', 'SK Tim', null, 'SK Tim'],
    ['a link that nobody named, its address once', address, address, address],
  ])('is told as %s', (_told, name, given, expected) => {
    expect(feedText.evidence(name, given)).toBe(expected);
  });
});
