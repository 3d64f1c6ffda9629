import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../project-root.js';

const SETTINGS = z.object({
  'share.requests-per-minute': z.int().positive(),
  'share.longest-days': z.int().positive(),
  'share.usual-days': z.int().positive(),
  'feed.requests-per-minute': z.int().positive(),
  'feed.note-characters': z.int().positive(),
});

export type PublicAccess = Readonly<z.infer<typeof SETTINGS>>;

let settings: PublicAccess | undefined;

/** Bounds of what is open without an account; ours, no rule of the law. */
export function publicAccess(): PublicAccess {
  settings ??= SETTINGS.parse(JSON.parse(readFileSync(file(), 'utf8')));
  return settings;
}

function file(): string {
  return path.join(projectRoot(), 'fixtures', 'reference', 'public-access.json');
}
