import { paths } from '../../paths.js';
import { formatDay, formatInstant, formatSize, dayIn } from '../../text/format.js';
import { problemText } from '../../text/messages.js';
import { jobText as text } from '../../text/messages/recap.js';
import { layoutText } from '../../text/messages/exchange.js';
import { provinceName } from '../../text/messages/satker.js';
import type { Problem } from '../../domain/problem.js';
import type { PageBase } from '../../web/pages.js';
import { LAYOUTS, type Layout } from '../../workbook/lke-workbook-input.js';
import { KEEP_DAYS } from './job-files.js';
import type { Job } from './job-store.js';
import { layoutField } from './start-job.js';

/** The province as the pages of jobs name it. */
export interface JobProvince {
  readonly code: string;
  readonly satkerName: string;
  readonly year: number;
  readonly timeZone: string;
  readonly opened: number;
}

export interface JobsPage extends PageBase {
  readonly intro: string;
  readonly recapHref: string;
  readonly action: string;
  readonly legend: string;
  readonly problems: readonly { readonly fieldId: string; readonly text: string }[];
  readonly layouts: readonly {
    readonly id: string;
    readonly name: string;
    readonly label: string;
    readonly checked: boolean;
  }[];
  readonly start: string;
  readonly listHeading: string;
  readonly jobs: readonly {
    readonly when: string;
    readonly href: string;
    readonly layouts: string;
    readonly state: string;
    readonly look: string;
  }[];
  readonly empty: { readonly title: string; readonly text: string };
}

export interface JobPage extends PageBase {
  readonly asked: string;
  readonly listHref: string;
  readonly state: string;
  readonly look: string;
  readonly detail: string;
  /** null while it has not begun, and once it has ended. */
  readonly progress: { readonly done: string; readonly total: string } | null;
  readonly isActive: boolean;
  readonly refreshHref: string;
  readonly downloadHref: string | null;
  readonly cancelAction: string | null;
  /** The form that asks for the same once more. */
  readonly again: { readonly action: string; readonly fields: readonly string[] } | null;
  readonly script: string;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'recap/jobs': JobsPage;
    'recap/job': JobPage;
  }
}

const LOOKS = {
  queued: 'zi-open',
  running: 'zi-open',
  done: 'zi-pass',
  failed: 'zi-fail',
  cancelled: 'zi-warn',
} as const;

export function jobsPage(
  province: JobProvince,
  jobs: readonly Job[],
  chosen: readonly Layout[],
  problems: readonly Problem[],
): JobsPage {
  const { code, year } = province;
  return {
    title: text.title(provinceName(province.satkerName), year),
    intro: text.intro(province.opened),
    recapHref: paths.recap(code, year),
    action: paths.jobs(code, year),
    legend: text.layouts,
    problems: problems.map((problem) => ({
      fieldId: layoutField(LAYOUTS[0]),
      text: problemText(problem),
    })),
    layouts: LAYOUTS.map((layout) => ({
      id: layoutField(layout),
      name: layoutField(layout),
      label: layoutText[layout].name,
      checked: chosen.includes(layout),
    })),
    start: text.start,
    listHeading: text.listHeading,
    jobs: jobs.map((job) => ({
      when: formatInstant(job.createdAt, province.timeZone),
      href: paths.job(code, year, job.id),
      layouts: layoutNames(job),
      state: text.state[job.state],
      look: LOOKS[job.state],
    })),
    empty: text.none,
  };
}

export interface JobFacts {
  readonly job: Job;
  /** The finished file is still there. */
  readonly hasFile: boolean;
  /** Everything in it is in scope now. */
  readonly isInScope: boolean;
  readonly appVersion: string;
}

export function jobPage(province: JobProvince, facts: JobFacts): JobPage {
  const { job } = facts;
  const at = [province.code, province.year] as const;
  const isActive = job.state === 'queued' || job.state === 'running';
  const isFetchable = job.state === 'done' && facts.hasFile && facts.isInScope;
  return {
    title: text.jobTitle(provinceName(province.satkerName), province.year),
    asked: text.asked(formatInstant(job.createdAt, province.timeZone), layoutNames(job)),
    listHref: paths.jobs(...at),
    state: text.state[job.state],
    look: LOOKS[job.state],
    detail: detailOf(facts, province.timeZone),
    progress: isActive ? { done: String(job.done), total: String(job.total) } : null,
    isActive,
    refreshHref: paths.job(...at, job.id),
    downloadHref: isFetchable ? paths.jobFile(...at, job.id) : null,
    cancelAction: isActive ? paths.jobCancellation(...at, job.id) : null,
    again:
      isActive || isFetchable
        ? null
        : { action: paths.jobs(...at), fields: job.layouts.map(layoutField) },
    script: `${paths.asset('job.js')}?v=${encodeURIComponent(facts.appVersion)}`,
  };
}

function detailOf({ job, hasFile, isInScope }: JobFacts, timeZone: string): string {
  const { detail } = text;
  switch (job.state) {
    case 'queued':
      return detail.queued;
    case 'running':
      return detail.running(job.done, job.total);
    case 'done':
      if (!isInScope) return detail.outOfScope;
      return hasFile ? detail.done(formatSize(job.size ?? 0), untilOf(job, timeZone)) : detail.gone;
    case 'failed':
      return job.failure === 'job-interrupted'
        ? text.failure['job-interrupted']
        : text.failure['job-broke'];
    case 'cancelled':
      return detail.cancelled;
  }
}

function untilOf({ endedAt, createdAt }: Job, timeZone: string): string {
  const end = new Date(endedAt ?? createdAt);
  end.setUTCDate(end.getUTCDate() + KEEP_DAYS);
  return formatDay(dayIn(end, timeZone));
}

function layoutNames({ layouts }: Job): string {
  return layouts.map((layout) => layoutText[layout].name).join(', ');
}
