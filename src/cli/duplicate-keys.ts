/** Where a value stands in a JSON text: keys of objects and positions in arrays. */
export type JsonPath = readonly (string | number)[];

interface Level {
  /** null for an array. */
  readonly keys: Set<string> | null;
  at: string | number;
  expectsKey: boolean;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/**
 * The keys that an object of a JSON text names more than once; JSON.parse would keep the last one
 * silently. The text must be valid JSON.
 */
export function duplicateKeys(text: string): JsonPath[] {
  const levels: Level[] = [];
  const found: JsonPath[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === '{') levels.push({ keys: new Set(), at: '', expectsKey: true });
    else if (token === '[') levels.push({ keys: null, at: 0, expectsKey: false });
    else if (token === '}' || token === ']') levels.pop();
    else if (level !== undefined && !enter(level, token)) found.push(levels.map(({ at }) => at));
  }
  return found;
}

/** Takes a comma, a colon or a string; false when it is a key the object already has. */
function enter(level: Level, token: string): boolean {
  if (token === ',') {
    if (typeof level.at === 'number') level.at += 1;
    else level.expectsKey = true;
    return true;
  }
  if (!level.expectsKey || level.keys === null) return true;
  level.at = JSON.parse(token) as string;
  level.expectsKey = false;
  const isNew = !level.keys.has(level.at);
  level.keys.add(level.at);
  return isNew;
}
