import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../src/project-root.js';

/** The guide speaks of the product as it is: labels that exist, pictures that exist. */
const root = projectRoot();
const guide = readFileSync(path.join(root, 'docs/panduan.md'), 'utf8');
const pictures = path.join(root, 'docs/gambar');

function filesUnder(folder: string, ending: string): string {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(path.join(root, folder, name), 'utf8'))
    .join('\n');
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

describe('the guide', () => {
  it('names buttons, fields and headings exactly as the pages do', () => {
    const product =
      filesUnder('views', '.hbs') +
      filesUnder('views/assets', '.js') +
      filesUnder('src/text', '.ts');
    const labels = matches(guide.replace(/\s+/g, ' '), /\*\*([^*]+)\*\*/g);
    expect(labels.length).toBeGreaterThan(50);
    expect(labels.filter((label) => !product.includes(label))).toEqual([]);
  });

  it('shows every picture once, with words for those who do not see it', () => {
    const markdown = matches(guide, /!\[[^\]]{20,}\]\(gambar\/([^)]+)\)/g);
    const html = matches(guide, /<img src="gambar\/([^"]+)" alt="[^"]{20,}"/g);
    expect([...markdown, ...html].sort()).toEqual(readdirSync(pictures).sort());
  });

  it('is light enough for a slow line', () => {
    const sizes = readdirSync(pictures).map((name) => statSync(path.join(pictures, name)).size);
    expect(Math.max(...sizes)).toBeLessThan(200_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(5_000_000);
  });

  it('leads nowhere that is not there', () => {
    const anchors = matches(guide, /^#{1,4} (.+)$/gm).map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s-]/gu, '')
        .replace(/\s/g, '-'),
    );
    const links = matches(guide, /\]\(#([^)]+)\)/g);
    expect(links.filter((link) => !anchors.includes(link))).toEqual([]);
    const files = matches(guide, /\]\(([\w./-]+\.md)\)/g);
    const there = new Set(readdirSync(path.join(root, 'docs')));
    expect(files.filter((file) => !there.has(file))).toEqual([]);
  });
});
