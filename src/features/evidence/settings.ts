import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../project-root.js';

const SETTINGS = z.object({
  'evidence.file-bytes': z.int().positive(),
  'evidence.per-indicator': z.int().positive(),
  'evidence.quota-bytes': z.int().positive(),
});
const KINDS = z.object({ kinds: z.array(z.object({ code: z.string(), name: z.string() })).min(1) });

export type Settings = Readonly<z.infer<typeof SETTINGS>>;
export type EvidenceKind = Readonly<z.infer<typeof KINDS>['kinds'][number]>;

let settings: Settings | undefined;
let kinds: readonly EvidenceKind[] | undefined;

/** Shipped limits; a row of the table `setting` goes before. */
export function defaultSettings(): Settings {
  settings ??= SETTINGS.parse(readReference('settings.json'));
  return settings;
}

/** Kinds of documents a person can choose, in the order shown. */
export function evidenceKinds(): readonly EvidenceKind[] {
  kinds ??= KINDS.parse(readReference('evidence-kinds.json')).kinds;
  return kinds;
}

function readReference(name: string): unknown {
  const file = join(projectRoot(), 'fixtures', 'reference', name);
  return JSON.parse(readFileSync(file, 'utf8')) as unknown;
}
