/** Passwords that are a pattern and not a word. */

const LONGEST_UNIT = 4;

/** "aaaaaaaaaaaa", "abababababab", "12341234123": one unit of up to four characters, repeated. */
export function repeatsShortUnit(text: string): boolean {
  const characters = Array.from(text);
  for (let unit = 1; unit <= LONGEST_UNIT; unit += 1) {
    if (characters.every((character, at) => character === characters[at % unit])) return true;
  }
  return false;
}

const ROWS = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop[]',
  "asdfghjkl;'",
  'zxcvbnm,./',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'a1b2c3d4e5f6g7h8i9j0',
] as const;

const RUNS = ROWS.flatMap((row) => [row, Array.from(row).reverse().join('')]);
const SHORTEST_RUN = 3;

/** The whole text is made of runs along rows of the keyboard, the alphabet or the digits. */
export function isKeyboardRun(text: string): boolean {
  let at = 0;
  while (at < text.length) {
    const length = longestRun(text, at);
    if (length < SHORTEST_RUN) return false;
    at += length;
  }
  return text.length > 0;
}

function longestRun(text: string, at: number): number {
  let length = 0;
  while (at + length < text.length) {
    const piece = text.slice(at, at + length + 1);
    if (!RUNS.some((run) => run.includes(piece))) break;
    length += 1;
  }
  return length;
}
