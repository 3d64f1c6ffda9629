import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runScore } from '../../src/cli/score.js';
import { projectRoot } from '../../src/project-root.js';
import { fullInput, type SheetInput } from '../support/sheets.js';

/** Sheets whose figures were worked out by hand (`derivation`), through the command itself. */
interface Golden {
  readonly title: string;
  readonly base: 'best' | 'worst' | 'empty';
  readonly changes: SheetInput;
  readonly expected: {
    /** By code of an indicator (0..1), sub-component, part or gate, or by name of a total. */
    readonly figures: Readonly<Record<string, string | number | null>>;
    readonly failing: Readonly<Record<'wbk' | 'wbbm', readonly string[]>>;
    readonly short?: Readonly<Record<'wbk' | 'wbbm', Readonly<Record<string, string>>>>;
  };
}

interface GateItem {
  readonly code: string;
  readonly value: string;
  readonly short: string;
  readonly passed: boolean;
}

interface Result {
  readonly [name: string]: unknown;
  readonly hasil: Readonly<Record<string, string>>;
  readonly subcomponents: Readonly<Record<string, string>>;
  readonly indicators: Readonly<Record<string, string | null>>;
  readonly gates: Readonly<Record<'wbk' | 'wbbm', { passed: boolean; items: GateItem[] }>>;
}

const folder = path.join(projectRoot(), 'test', 'golden', 'scoring');
const sheets = readdirSync(folder).map(
  (name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Golden,
);

async function score(golden: Golden): Promise<Result> {
  const base = golden.base === 'empty' ? {} : fullInput(golden.base);
  let out = '';
  const code = await runScore(['-'], {
    stdin: () => Promise.resolve(JSON.stringify({ answers: { ...base, ...golden.changes } })),
    readFile: () => Promise.reject(new Error('no file')),
    stdout: (text) => (out += text),
    stderr: (text) => {
      throw new Error(text);
    },
  });
  expect(code).toBe(0);
  return JSON.parse(out) as Result;
}

function figure(result: Result, name: string): unknown {
  if (name === 'hasil') return result.hasil['score'];
  const gate = result.gates.wbk.items.find((item) => item.code === name);
  const places = [result, result.hasil, result.subcomponents, result.indicators];
  const place = places.find((candidate) => Object.hasOwn(candidate, name));
  return place === undefined ? gate?.value : place[name];
}

describe('golden sheets', () => {
  it.each(sheets.map((golden) => [golden.title, golden] as const))('%s', async (_title, golden) => {
    const result = await score(golden);
    const names = Object.keys(golden.expected.figures);
    const found = Object.fromEntries(names.map((name) => [name, figure(result, name)]));
    expect(found).toEqual(golden.expected.figures);
    for (const target of ['wbk', 'wbbm'] as const) {
      const { passed, items } = result.gates[target];
      const failing = items.filter((item) => !item.passed).map((item) => item.code);
      expect([target, failing]).toEqual([target, golden.expected.failing[target]]);
      expect(passed).toBe(failing.length === 0);
      expect(items.filter((item) => !item.passed && item.short === '0')).toEqual([]);
      const short = Object.fromEntries(items.map((item) => [item.code, item.short]));
      expect(short).toMatchObject(golden.expected.short?.[target] ?? {});
    }
  });

  it('there are a dozen of them', () => {
    expect(sheets.length).toBeGreaterThanOrEqual(12);
  });
});
