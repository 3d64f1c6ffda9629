import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/project-root.js';
import { cliCommands } from '../../src/text/messages/cli.js';

const read = (file: string): string => readFileSync(path.join(projectRoot(), file), 'utf8');
const doc = read('docs/operations.md');

describe('docs/operations.md', () => {
  it.each(Object.keys(cliCommands))('has a section on %s', (name) => {
    expect(doc).toMatch(new RegExp(`^### ${name}\\b`, 'm'));
  });

  it.each(Object.entries(cliCommands))('names every option of %s', (name, { usage }) => {
    const start = doc.search(new RegExp(`^### ${name}\\b`, 'm'));
    const section = doc.slice(start).split(/\n##+ /)[0] ?? '';
    const options = usage.match(/--[a-z-]+/g) ?? [];
    expect(options.filter((option) => !section.includes(option))).toEqual([]);
  });

  it('names every setting that the program reads', () => {
    const names = read('src/config.ts').match(/^ {2}([A-Z_]+): z\b/gm) ?? [];
    const settings = names.map((line) => line.trim().split(':')[0] ?? '');
    expect(settings).toContain('ZI_DATA');
    expect(settings.filter((name) => !doc.includes(`| \`${name}\` |`))).toEqual([]);
  });
});
