import { checkPassword } from './password-rules.js';

const COMMON = new Set(['password', 'indonesiamerdeka', 'bismillah', 'sayangku']);
const KNOWN = ['lalu.suryadi', 'Lalu Suryadi', 'KPU Kota Mataram'];

const verdict = (password: string): string | null =>
  checkPassword(password, KNOWN, COMMON)?.code ?? null;

describe('what a new password may be', () => {
  it.each([
    ['four unrelated words', 'lesung kabut perahu sirih'],
    ['exactly twelve characters', 'gerbang~u7kd'],
    ['exactly 128 characters', 'kabut-'.padEnd(127, 'xyzw9') + '!'],
    ['letters of other scripts', 'ᬧᬸᬭᬲᬫᬸᬤ᭄ᬭᬩᬮᬶᬓ'],
    ['emoji counted as one character each', '🐎🌶🏝🧵🪘🛶🐟🌋🦎🌾🥥🧂'],
    ['spaces at the ends kept', '  perahu dayung '],
    ['the own name among other words', 'suryadi menjala ombak'],
  ])('takes %s', (_, password) => {
    expect(verdict(password)).toBeNull();
  });

  it.each([
    ['eleven characters', 'gerbang~u7k', 'password-too-short'],
    ['eleven emoji', '🐎🌶🏝🧵🪘🛶🐟🌋🦎🌾🥥', 'password-too-short'],
    ['129 characters', 'gerbang~u7kd'.padEnd(129, 'kabut9'), 'password-too-long'],
    ['one letter', 'aaaaaaaaaaaaaaa', 'password-one-character'],
    ['a short pattern', 'abcabcabcabcab', 'password-one-character'],
    ['digits in order', '123456789012', 'password-row'],
    ['keyboard rows', 'qwertyuiopasdfgh', 'password-row'],
    ['a row backwards', 'poiuytrewqlkjh', 'password-row'],
    ['columns of the keyboard', '1qaz2wsx3edc', 'password-row'],
    ['a common phrase', 'IndonesiaMerdeka', 'password-common'],
    ['a common word with digits', 'Password123456!', 'password-common'],
    ['a common word with swapped letters', 'P@ssw0rd-2026', 'password-common'],
    ['a common word in full width', 'ｂｉｓｍｉｌｌａｈ１２３', 'password-common'],
    ['the user name', 'lalu.suryadi2026', 'password-personal'],
    ['the own name', 'Suryadi-Lalu-1', 'password-personal'],
    ['the office', 'kpu-kota-mataram-2026', 'password-personal'],
    ['the product', 'tapakzi-2026-wbk', 'password-personal'],
  ])('refuses %s', (_, password, code) => {
    expect(verdict(password)).toBe(code);
  });
});
