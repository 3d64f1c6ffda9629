import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadInstruments } from './instruments.js';
import { projectRoot } from './project-root.js';

const folders: string[] = [];

/** A root with a copy of the fixtures, to be broken. */
function copyRoot(): string {
  const root = mkdtempSync(path.join(os.tmpdir(), 'tapak-zi-instruments-'));
  folders.push(root);
  for (const part of ['instruments', 'rulesets']) {
    const from = path.join(projectRoot(), 'fixtures', part);
    cpSync(from, path.join(root, 'fixtures', part), { recursive: true });
  }
  return root;
}

function rewrite(root: string, file: string, change: (text: string) => string): void {
  const full = path.join(root, 'fixtures', file);
  writeFileSync(full, change(readFileSync(full, 'utf8')));
}

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

describe('the shipped instruments', () => {
  it('are found by id and by year', () => {
    const instruments = loadInstruments();
    expect(instruments.ids).toEqual(['lke-2026']);
    expect(instruments.years).toEqual([2026]);
    expect(instruments.forYear(2026).instrument).toBe(instruments.instrument('lke-2026'));
    expect(instruments.forYear(2026).ruleset).toBe(instruments.ruleset('zi-2026'));
  });

  it('are frozen', () => {
    const { instrument, ruleset } = loadInstruments().forYear(2026);
    expect(Object.isFrozen(instrument)).toBe(true);
    expect(Object.isFrozen(instrument.indicators[0])).toBe(true);
    expect(Object.isFrozen(ruleset.gates.wbk[0])).toBe(true);
  });

  it.each([
    ['year', '2027', () => loadInstruments().forYear(2027)],
    ['instrument', 'lke-2027', () => loadInstruments().instrument('lke-2027')],
    ['instrument', '__proto__', () => loadInstruments().instrument('__proto__')],
    ['ruleset', 'lke-2026', () => loadInstruments().ruleset('lke-2026')],
  ])('throw for an unknown %s and name it: %s', (_what, name, get) => {
    expect(get).toThrow(name);
  });

  it('throw for a file whose name is not its id', () => {
    const root = copyRoot();
    rewrite(root, 'instruments/lke-2026.json', (text) => text.replace('"lke-2026"', '"lke-2025"'));
    expect(() => loadInstruments(root)).toThrow('lke-2026.json holds lke-2025');
  });

  it('throw for a ruleset of a year without instrument', () => {
    const root = copyRoot();
    rewrite(root, 'rulesets/zi-2026.json', (text) => text.replace('"year": 2026', '"year": 2027'));
    expect(() => loadInstruments(root)).toThrow('2027');
  });

  it('throw for a fault in a file', () => {
    const root = copyRoot();
    rewrite(root, 'instruments/lke-2026.json', (text) =>
      text.replace('"totalWeight": "100"', '"totalWeight": "99"'),
    );
    expect(() => loadInstruments(root)).toThrow('weights-do-not-add-up');
  });
});
