import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/project-root.js';
import { stageDocument } from './stage-diagram.js';

writeFileSync(path.join(projectRoot(), 'docs/tahapan.md'), stageDocument());
