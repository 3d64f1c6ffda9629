import { MOST_RELATIONS } from './limits.js';
import { refuse } from './refusal.js';
import { parseXml } from './parse-xml.js';
import type { PackageParts } from './package-parts.js';

export interface Relation {
  /** The last part of the type's address, which the strict and the transitional standard share. */
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

/** Relations of a part by id; none where it has no `.rels`. "" stands for the package itself. */
export function readRelations(parts: PackageParts, part: string): ReadonlyMap<string, Relation> {
  const relations = new Map<string, Relation>();
  const bytes = parts.read(relationsName(part));
  if (bytes === null) return relations;
  parseXml(bytes, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      relations.set(attributes.Id ?? '', {
        type: (attributes.Type ?? '').split('/').at(-1) ?? '',
        target: attributes.Target ?? '',
        isExternal: attributes.TargetMode === 'External',
      });
      if (relations.size > MOST_RELATIONS) refuse('workbook-too-much-content');
    },
  });
  return relations;
}

/** The part that a relation of `part` points to; null where it points out of the package. */
export function targetPart(part: string, { target, isExternal }: Relation): string | null {
  if (isExternal) return null;
  const path = target.replaceAll('\\', '/');
  const steps = path.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return null;
  }
  return steps.join('/');
}

function relationsName(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}
