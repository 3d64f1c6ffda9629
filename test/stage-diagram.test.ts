import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../src/project-root.js';
import { stageDocument } from './support/stage-diagram.js';

describe('docs/tahapan.md', () => {
  it('is what the table of transitions draws now', () => {
    const committed = readFileSync(path.join(projectRoot(), 'docs/tahapan.md'), 'utf8');
    expect(committed).toBe(stageDocument());
  });
});
