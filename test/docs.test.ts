import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../src/project-root.js';

/** The index of docs/ names what there is, and links lead somewhere. */
const root = projectRoot();
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const index = read('docs/README.md');

const folders = (of: string): readonly string[] =>
  readdirSync(path.join(root, of), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

const documents = ['docs', 'docs/decisions'].flatMap((folder) =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`),
);

describe('the index of the documentation', () => {
  it.each(documents.filter((one) => one !== 'docs/README.md'))('leads to %s', (file) => {
    expect(index).toContain(`](${path.relative('docs', file)})`);
  });

  it.each(folders('src/features'))('says what people do in the feature %s', (name) => {
    expect(index).toMatch(new RegExp(`^\\|.*\`${name}\`.*\\|.+\\|$`, 'm'));
  });

  it.each(folders('src'))('says what src/%s holds', (name) => {
    expect(index).toContain(`\`src/${name}\``);
  });

  it.each(folders('src/domain'))('names the part %s of the domain', (name) => {
    expect(index).toContain(`\`${name}\``);
  });
});

describe('links between documents', () => {
  it.each(['README.md', 'CHANGELOG.md', ...documents])('of %s all lead to a file', (file) => {
    const links = [...read(file).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)];
    const dead = links
      .map(([, to = '']) => path.join(path.dirname(file), to))
      .filter((to) => !existsSync(path.join(root, to)));
    expect(dead).toEqual([]);
  });
});
