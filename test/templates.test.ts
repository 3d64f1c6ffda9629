import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';
import ts from 'typescript';
import { projectRoot } from '../src/project-root.js';

/**
 * Handlebars' strict mode does not see a slip of the pen in {{#if}} or {{#each}}. Here the names of
 * every template are held against the TypeScript type of its page object.
 */
const root = projectRoot();
const views = path.join(root, 'views');

interface Frame {
  readonly type: ts.Type;
  readonly parents: readonly ts.Type[];
}

const { checker, pageTypes, chromeType } = loadTypes();

const templates = readdirSync(path.join(views, 'pages'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.hbs'))
  .map((file) => file.slice(0, -4).split(path.sep).join('/'))
  .sort();

describe('templates and their page types', () => {
  it('has a template for every page type and a page type for every template', () => {
    expect(templates).toEqual([...pageTypes.keys()].sort());
  });

  it.each(templates)('%s uses only names that its page has', (name) => {
    const type = pageTypes.get(name);
    if (type === undefined) throw new Error(`no page type for ${name}`);
    const source = readFileSync(path.join(views, 'pages', `${name}.hbs`), 'utf8');
    expect(unknownNames(source, { type, parents: [] }, type)).toEqual([]);
  });

  it('sees a planted slip of the pen in if, each and a plain name', () => {
    const type = pageTypes.get('error');
    if (type === undefined) throw new Error('no error page');
    const source = '{{titel}}{{#if refrence}}x{{/if}}{{#each itmes}}y{{/each}}{{title}}';
    expect(unknownNames(source, { type, parents: [] }, type)).toEqual([
      'titel',
      'refrence',
      'itmes',
    ]);
  });
});

function unknownNames(source: string, start: Frame, page: ts.Type): string[] {
  const unknown: string[] = [];
  visitProgram(Handlebars.parse(source), start);
  return unknown;

  function visitProgram(program: hbs.AST.Program, frame: Frame): void {
    for (const statement of program.body) visit(statement, frame);
  }

  function visit(node: hbs.AST.Statement, frame: Frame): void {
    switch (node.type) {
      case 'MustacheStatement': {
        const mustache = node as hbs.AST.MustacheStatement;
        if (mustache.params.length === 0) resolve(mustache.path, frame);
        for (const param of mustache.params) resolve(param, frame);
        return;
      }
      case 'BlockStatement':
        visitBlock(node as hbs.AST.BlockStatement, frame);
        return;
      case 'PartialStatement':
        visitPartial(node as hbs.AST.PartialStatement, frame);
        return;
      default:
        return;
    }
  }

  function visitBlock(block: hbs.AST.BlockStatement, frame: Frame): void {
    const helper = block.path.original;
    const param = block.params[0];
    const found = param === undefined ? null : resolve(param, frame);
    const inner = found === null ? null : innerType(helper, found);
    if (inner !== null) visitProgram(block.program, push(frame, inner));
    else if (helper === 'if' || helper === 'unless') visitProgram(block.program, frame);
    const inverse: hbs.AST.Program | undefined = block.inverse;
    if (inverse !== undefined) visitProgram(inverse, frame);
  }

  function visitPartial(partial: hbs.AST.PartialStatement, frame: Frame): void {
    const name = (partial.name as hbs.AST.PathExpression).original;
    const text = readFileSync(path.join(views, 'partials', `${name}.hbs`), 'utf8');
    const argument = partial.params[0];
    const context = argument === undefined ? frame.type : resolve(argument, frame);
    const hash = partial.hash as hbs.AST.Hash | undefined;
    for (const pair of hash?.pairs ?? []) resolve(pair.value, frame);
    if (context === null) return;
    const given = new Set((hash?.pairs ?? []).map((pair) => pair.key));
    const inner = argument === undefined ? frame : push(frame, context);
    const names = unknownNames(text, inner, page).filter(
      (one) => !given.has(one.split('.')[0] ?? ''),
    );
    unknown.push(...names.map((one) => `${name}: ${one}`));
  }

  function resolve(expression: hbs.AST.Expression, frame: Frame): ts.Type | null {
    if (expression.type !== 'PathExpression') return null;
    const place = expression as hbs.AST.PathExpression;
    const parts = place.parts.map(String);
    if (place.data) return resolveData(parts, place.original, frame);
    let type: ts.Type | null = frame.type;
    for (let up = 0; up < place.depth; up += 1) type = frame.parents[up] ?? null;
    return follow(type, parts, place.original);
  }

  function resolveData(parts: string[], original: string, frame: Frame): ts.Type | null {
    if (parts[0] === 'root') return follow(page, parts.slice(1), original);
    if (['index', 'first', 'last', 'key'].includes(parts[0] ?? '')) return frame.type;
    unknown.push(original);
    return null;
  }

  function follow(start: ts.Type | null, parts: string[], original: string): ts.Type | null {
    let type = start;
    for (const part of parts) {
      if (type === null) return null;
      if (part === 'chrome' && type === page) {
        type = chromeType;
        continue;
      }
      const property: ts.Symbol | undefined = propertyOf(type, part);
      if (property === undefined) {
        unknown.push(original);
        return null;
      }
      type = checker.getNonNullableType(checker.getTypeOfSymbol(property));
    }
    return type;
  }
}

function push(frame: Frame, type: ts.Type): Frame {
  return { type, parents: [frame.type, ...frame.parents] };
}

/** A property that at least one member of a union has (pages with variants use flags). */
function propertyOf(type: ts.Type, name: string): ts.Symbol | undefined {
  const direct = checker.getPropertyOfType(checker.getNonNullableType(type), name);
  if (direct !== undefined || !type.isUnion()) return direct;
  return type.types.map((member) => propertyOf(member, name)).find((found) => found !== undefined);
}

function innerType(helper: string, type: ts.Type): ts.Type | null {
  if (helper === 'with') return type;
  if (helper !== 'each') return null;
  const element = checker.getIndexTypeOfType(checker.getNonNullableType(type), ts.IndexKind.Number);
  return element === undefined ? null : checker.getNonNullableType(element);
}

function loadTypes(): {
  checker: ts.TypeChecker;
  pageTypes: Map<string, ts.Type>;
  chromeType: ts.Type;
} {
  const config = ts.readConfigFile(path.join(root, 'tsconfig.json'), (file) =>
    ts.sys.readFile(file),
  );
  const parsed = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const files = parsed.fileNames.filter((file) => !file.endsWith('.test.ts'));
  const program = ts.createProgram(files, { ...parsed.options, noEmit: true });
  const types = program.getTypeChecker();
  const declared = (file: string, name: string): ts.Type => {
    const source = program.getSourceFile(path.join(root, file));
    const module = source === undefined ? undefined : types.getSymbolAtLocation(source);
    const symbol = module?.exports?.get(ts.escapeLeadingUnderscores(name));
    if (symbol === undefined) throw new Error(`${name} is not in ${file}`);
    return types.getDeclaredTypeOfSymbol(symbol);
  };
  const registry = declared('src/web/pages.ts', 'PageTypes');
  const map = new Map(
    types
      .getPropertiesOfType(registry)
      .map((property) => [property.name, types.getTypeOfSymbol(property)]),
  );
  return { checker: types, pageTypes: map, chromeType: declared('src/web/chrome.ts', 'Chrome') };
}
