import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../src/project-root.js';

/** The house, held by a test: layout, layers, sizes, words. See docs/decisions/0001. */
const root = projectRoot();
const tracked = execFileSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
  .split('\0')
  .filter((file) => file !== '');

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const sources = tracked.filter((file) => /^src\/.*\.ts$/.test(file) && !file.endsWith('.test.ts'));
const templates = tracked.filter((file) => file.startsWith('views/') && file.endsWith('.hbs'));
const lines = (file: string): number => read(file).split('\n').length - 1;

interface Import {
  from: string;
  to: string;
}

function importsOf(file: string): Import[] {
  const found = read(file).matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g);
  return [...found].map(([, specifier = '']) => ({
    from: file,
    to: path.posix.join(path.posix.dirname(file), specifier).replace(/\.js$/, '.ts'),
  }));
}

const imports = sources.flatMap(importsOf);
const layer = (file: string): string => /^src\/([^/]+)\//.exec(file)?.[1] ?? 'top';
const feature = (file: string): string | null =>
  /^src\/features\/([^/]+)\//.exec(file)?.[1] ?? null;

function breaking(rule: (one: Import) => boolean): string[] {
  return imports.filter(rule).map(({ from, to }) => `${from} → ${to}`);
}

describe('the house', () => {
  it('has only the agreed folders at the top', () => {
    const folders = new Set(
      tracked.filter((file) => file.includes('/')).map((file) => file.split('/')[0] ?? ''),
    );
    const allowed = ['src', 'views', 'migrations', 'fixtures', 'test', 'docs'];
    expect([...folders].filter((name) => !name.startsWith('.') && !allowed.includes(name))).toEqual(
      [],
    );
  });

  it('keeps every source file within 300 lines', () => {
    expect(sources.filter((file) => lines(file) > 300)).toEqual([]);
  });

  it('keeps every template within 120 lines', () => {
    expect(templates.filter((file) => lines(file) > 120)).toEqual([]);
  });

  it('lets the domain import the domain only', () => {
    expect(breaking(({ from, to }) => layer(from) === 'domain' && layer(to) !== 'domain')).toEqual(
      [],
    );
  });

  it('lets the domain use no framework, clock or chance', () => {
    const domain = sources.filter((file) => layer(file) === 'domain');
    const impure =
      /from '(?:node:|express|kysely|better-sqlite3|handlebars)|Date\.now|new Date\(\)|Math\.random/;
    expect(domain.filter((file) => impure.test(read(file)))).toEqual([]);
  });

  it('lets text import the domain and text only', () => {
    expect(
      breaking(({ from, to }) => layer(from) === 'text' && !['domain', 'text'].includes(layer(to))),
    ).toEqual([]);
  });

  it('lets db, web, text, workbook and blobs never import a feature', () => {
    const below = ['db', 'web', 'text', 'workbook', 'blobs'];
    expect(
      breaking(({ from, to }) => below.includes(layer(from)) && layer(to) === 'features'),
    ).toEqual([]);
  });

  it('lets a feature import of another feature only its store', () => {
    expect(
      breaking(({ from, to }) => {
        const [mine, theirs] = [feature(from), feature(to)];
        return mine !== null && theirs !== null && mine !== theirs && !to.endsWith('/store.ts');
      }),
    ).toEqual([]);
  });

  it('has no import cycle', () => {
    expect(cycles()).toEqual([]);
  });

  it('keeps ExcelJS in src/workbook', () => {
    const users = sources.filter((file) => /from 'exceljs'/.test(read(file)));
    expect(users.filter((file) => layer(file) !== 'workbook')).toEqual([]);
  });

  it('keeps SQL in stores and in src/db', () => {
    const sql = /\.(?:selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql`|sql\.raw/;
    const users = sources.filter((file) => sql.test(read(file)));
    expect(users.filter((file) => layer(file) !== 'db' && !/store\.ts$/.test(file))).toEqual([]);
  });

  it('uses the words of the glossary', () => {
    const banned = /\b(?:predicates?|unitKerja|workUnits?|satkers)\b/i;
    const offending = sources.filter((file) =>
      read(file)
        .split('\n')
        .some((line) => !/^\s*(?:\*|\/\*|\/\/)/.test(line) && banned.test(line)),
    );
    expect(offending).toEqual([]);
  });

  it('mocks nothing and leaves nothing for later', () => {
    const tests = tracked.filter(
      (file) => file.endsWith('.ts') && file !== 'test/architecture.test.ts',
    );
    expect(tests.filter((file) => /jest\.mock\(/.test(read(file)))).toEqual([]);
    expect(sources.filter((file) => /\b(?:TODO|FIXME|XXX)\b/.test(read(file)))).toEqual([]);
  });

  it('writes raw HTML into a page only for the body of the layout', () => {
    const raw = templates.flatMap((file) =>
      [...read(file).matchAll(/\{\{\{[^}]*\}\}\}|\{\{&[^}]*\}\}/g)].map(
        ([match]) => `${file} ${match}`,
      ),
    );
    expect(raw).toEqual(['views/layout.hbs {{{body}}}']);
  });

  it('quotes every attribute and takes every address through href', () => {
    const offending = templates.flatMap((file) =>
      [
        ...read(file).matchAll(
          /\s(?:href|src|action|formaction)="?\{\{(?!href )[^}]*\}\}|=\{\{[^}]*\}\}/g,
        ),
      ].map(([match]) => `${file}${match}`),
    );
    expect(offending).toEqual([]);
  });
});

function cycles(): string[] {
  const graph = new Map<string, string[]>();
  for (const { from, to } of imports) graph.set(from, [...(graph.get(from) ?? []), to]);
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  function visit(file: string, trail: string[]): void {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      found.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
      return;
    }
    state.set(file, 'open');
    for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
    state.set(file, 'done');
  }
  for (const file of graph.keys()) visit(file, []);
  return found;
}
