import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Request, RequestHandler, Response } from 'express';
import { dataFolder } from '../../db/data-folder.js';
import { findOpenYear } from '../../db/open-years.js';
import { paths } from '../../paths.js';
import { jobText } from '../../text/messages/recap.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import { userOf } from '../../web/signed-in.js';
import { archiveFileName } from '../../workbook/file-name.js';
import { yearParam } from '../lke/store.js';
import { isVisible } from './build-recap.js';
import { jobFile, jobFileSize } from './job-files.js';
import { jobPage, jobsPage, type JobProvince } from './job-page.js';
import { findJob, jobsAt, moveJob, type Job, type JobPlace } from './job-store.js';
import { readLayouts, startJob } from './start-job.js';
import { readProvince, type ProvinceSatker } from './store.js';

type Params = { readonly province: string; readonly year: string };
type JobParams = Params & { readonly job: string };

/** What of the province is in scope now; missing, not open and out of scope answer alike. */
interface Scope {
  readonly place: JobPlace;
  readonly province: JobProvince;
  readonly satkerList: readonly ProvinceSatker[];
}

export function showJobs(deps: Deps): RequestHandler<Params> {
  return async (req, res) => {
    const scope = await scopeOf(deps, req, res, req.params);
    if (scope === null) return;
    const jobs = await jobsAt(deps.store.db, scope.place);
    const page = jobsPage(scope.province, jobs, ['lampiran-iii'], []);
    deps.pages.render(req, res, 'recap/jobs', page);
  };
}

export function postJob(deps: Deps): RequestHandler<Params> {
  return async (req, res) => {
    const scope = await scopeOf(deps, req, res, req.params);
    if (scope === null) return;
    const { place, province, satkerList } = scope;
    const layouts = readLayouts(req.body);
    const result = await startJob(deps.store, place, satkerList, layouts, deps.clock());
    if (!result.ok) {
      const jobs = await jobsAt(deps.store.db, place);
      const page = jobsPage(province, jobs, layouts, result.problems);
      deps.pages.render(req, res, 'recap/jobs', page, 422);
      return;
    }
    deps.jobs.wake();
    res.redirect(303, paths.job(place.province, place.year, result.value));
  };
}

export function showJob(deps: Deps): RequestHandler<JobParams> {
  return async (req, res) => {
    const found = await jobOf(deps, req, res, req.params);
    if (found === null) return;
    const { job, scope } = found;
    const facts = {
      job,
      hasFile: (await jobFileSize(exportsOf(deps), job.id)) !== null,
      isInScope: isInScope(job, scope),
      appVersion: deps.version,
    };
    deps.pages.render(req, res, 'recap/job', jobPage(scope.province, facts));
  };
}

/** Scope is asked again: what left it since the start is not handed out. */
export function downloadJob(deps: Deps): RequestHandler<JobParams> {
  return async (req, res) => {
    const found = await jobOf(deps, req, res, req.params);
    if (found === null) return;
    const { job, scope } = found;
    const size = job.state === 'done' ? await jobFileSize(exportsOf(deps), job.id) : null;
    if (size === null || !isInScope(job, scope)) {
      renderError(req, res, size === null ? 404 : 403);
      return;
    }
    res.attachment(archiveFileName(job.province, job.year)).type('application/zip');
    res.set('Content-Length', String(size));
    try {
      await pipeline(createReadStream(jobFile(exportsOf(deps), job.id)), res);
    } catch (error) {
      // The reader went away: nothing is left to answer.
      if (!res.destroyed) throw error;
    }
  };
}

export function cancelJob(deps: Deps): RequestHandler<JobParams> {
  return async (req, res) => {
    const found = await jobOf(deps, req, res, req.params);
    if (found === null) return;
    const { job, scope } = found;
    const endedAt = deps.clock().toISOString();
    const isCancelled = await deps.store.write((tx) =>
      moveJob(tx, job.id, ['queued', 'running'], { state: 'cancelled', endedAt }),
    );
    if (isCancelled) {
      deps.jobs.cancelled(job.id);
      setFlash(req, 'done', jobText.cancelled);
    }
    res.redirect(303, paths.job(scope.place.province, scope.place.year, job.id));
  };
}

function exportsOf(deps: Deps): string {
  return dataFolder(deps.config.dataFolder).exports;
}

function isInScope(job: Job, { satkerList }: Scope): boolean {
  const codes = new Set(satkerList.map(({ place }) => place.code));
  return job.satkerCodes.every((code) => codes.has(code));
}

async function scopeOf(
  deps: Deps,
  req: Request<Params & Record<string, string>>,
  res: Response,
  params: Params,
): Promise<Scope | null> {
  const { db } = deps.store;
  const user = userOf(res);
  const [year, code] = [yearParam(params.year), params.province];
  const all =
    (await findOpenYear(db, year)) === null ? [] : await readProvince(db, code, year, 'mandiri');
  const satkerList = all.filter(({ place }) => isVisible(user, place));
  const [first] = satkerList;
  if (first === undefined) {
    renderError(req, res, 404);
    return null;
  }
  const own = all.find(({ place }) => place.level !== 'kabupaten/kota') ?? first;
  const { name: satkerName, timeZone } = own.place;
  const opened = satkerList.filter(({ lke }) => lke !== null).length;
  return {
    place: { province: code, year, userId: user.userId },
    province: { code, satkerName, year, timeZone, opened },
    satkerList,
  };
}

/** Somebody else's job, and one of another province or year, is missing. */
async function jobOf(
  deps: Deps,
  req: Request<JobParams & Record<string, string>>,
  res: Response,
  params: JobParams,
): Promise<{ job: Job; scope: Scope } | null> {
  const scope = await scopeOf(deps, req, res, params);
  if (scope === null) return null;
  const { province, year, userId } = scope.place;
  const id = /^[1-9]\d{0,14}$/.test(params.job) ? Number(params.job) : 0;
  const job = await findJob(deps.store.db, id);
  if (job?.createdBy === userId && job.province === province && job.year === year) {
    return { job, scope };
  }
  renderError(req, res, 404);
  return null;
}
