import { z } from 'zod';
import { refused, type Outcome } from '../../domain/problem.js';
import type { Store } from '../../db/store.js';
import { LAYOUTS, type Layout } from '../../workbook/lke-workbook-input.js';
import { insertJob, jobsAt, type JobPlace } from './job-store.js';
import type { ProvinceSatker } from './store.js';

const FORM = z.record(z.string(), z.unknown()).catch({});

/** One name per layout: `susunan-portalrb=on`. */
export function layoutField(layout: Layout): string {
  return `susunan-${layout}`;
}

export function readLayouts(body: unknown): readonly Layout[] {
  const typed = FORM.parse(body);
  return LAYOUTS.filter((layout) => typed[layoutField(layout)] === 'on');
}

/**
 * Queues the worksheets of what is in scope now. Somebody whose last one has not ended is led to
 * that: the same form sent twice makes one file. Only reads follow, so the history has no entry.
 */
export async function startJob(
  store: Store,
  place: JobPlace,
  scope: readonly ProvinceSatker[],
  layouts: readonly Layout[],
  at: Date,
): Promise<Outcome<number>> {
  const total = scope.filter(({ lke }) => lke !== null).length;
  if (total === 0) return refused('', 'nothing-opened');
  if (layouts.length === 0) return refused('susunan', 'layout-needed');
  const { province, year, userId: createdBy } = place;
  const satkerCodes = scope.map(({ place: { code } }) => code);
  const value = await store.write(async (tx) => {
    const active = (await jobsAt(tx, place)).find(
      ({ state }) => state === 'queued' || state === 'running',
    );
    const job = { province, year, layouts, satkerCodes, total, createdBy };
    return active?.id ?? insertJob(tx, job, at);
  });
  return { ok: true, value };
}
