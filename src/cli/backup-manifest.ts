import { createHash } from 'node:crypto';
import { z } from 'zod';

export const MANIFEST_NAME = 'manifest.json';
export const DATABASE_NAME = 'tapak.sqlite';
export const HEAD_NAME = 'history-head.json';
export const SHARE_SECRET_NAME = 'share-secret';

/** Nothing else may be named, so that a manifest never leads outside its folder. */
const FILE_PATH =
  /^(tapak\.sqlite|history-head\.json|share-secret|evidence\/[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{64})$/;
const SHA256 = z.string().regex(/^[0-9a-f]{64}$/);

const MANIFEST = z.strictObject({
  format: z.literal('tapak-zi-backup-1'),
  time: z.string(),
  /** Migrations applied, oldest first. */
  schema: z.array(z.string()),
  historyHead: z.strictObject({ seq: z.int(), hash: z.string() }),
  tables: z.record(z.string(), z.strictObject({ rows: z.int(), sha256: SHA256 })),
  files: z.array(
    z.strictObject({ path: z.string().regex(FILE_PATH), size: z.int(), sha256: SHA256 }),
  ),
});
export type Manifest = z.infer<typeof MANIFEST>;
export type ManifestFile = Manifest['files'][number];

const SIGNED = z.strictObject({ manifest: MANIFEST, sha256: SHA256 });

export function evidencePath(sha256: string): string {
  return `evidence/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}

export function serialiseManifest(manifest: Manifest): string {
  const sha256 = createHash('sha256').update(JSON.stringify(manifest)).digest('hex');
  return `${JSON.stringify({ manifest, sha256 }, null, 2)}\n`;
}

/** Null unless it is, byte for byte, what {@link serialiseManifest} wrote. */
export function parseManifest(text: string): Manifest | null {
  const parsed = SIGNED.safeParse(jsonOrNull(text));
  if (!parsed.success) return null;
  return serialiseManifest(parsed.data.manifest) === text ? parsed.data.manifest : null;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
