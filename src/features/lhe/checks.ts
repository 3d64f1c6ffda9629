import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../project-root.js';

const CHECKS = z.object({
  source: z.string(),
  checks: z
    .array(
      z.object({
        key: z.string().regex(/^[a-z-]+$/),
        title: z.string(),
        hint: z.string(),
        indicators: z.array(z.string()),
        data: z.array(z.enum(['evidence', 'years'])),
      }),
    )
    .length(8),
});
export type LheCheck = z.infer<typeof CHECKS>['checks'][number];

let checks: readonly LheCheck[] | undefined;

/** TPI's eight checks, with the indicators that say something of each. */
export function lheChecks(): readonly LheCheck[] {
  const file = path.join(projectRoot(), 'fixtures/reference/lhe-checks.json');
  checks ??= CHECKS.parse(JSON.parse(readFileSync(file, 'utf8'))).checks;
  return checks;
}
