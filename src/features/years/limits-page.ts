import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { yearsText } from '../../text/messages/years.js';
import type { Conflict } from '../../web/conflict-page.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { PageBase } from '../../web/pages.js';
import { LIMIT_FIELD_NAMES, LIMIT_FIELDS, limitsToken } from './save-limits.js';
import type { LimitField, Limits, LimitsTyped } from './save-limits.js';

export interface LimitsPage extends PageBase {
  readonly problems: readonly ProblemLine[];
  readonly backHref: string;
  readonly action: string;
  readonly seen: string;
  readonly fields: readonly {
    readonly id: LimitField;
    readonly label: string;
    readonly value: string;
    readonly problem: string | null;
  }[];
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'years/limits': LimitsPage;
  }
}

export function limitsPage(
  limits: Limits,
  typed: LimitsTyped | null,
  problems: readonly Problem[],
): LimitsPage {
  return {
    title: yearsText.settingsTitle,
    problems: problemLines(problems),
    backHref: paths.adminYears(),
    action: paths.adminSettings(),
    seen: typed?.seen ?? limitsToken(limits),
    fields: LIMIT_FIELD_NAMES.map((id) => ({
      id,
      label: yearsText.limits[id],
      value: typed?.[id] ?? shown(limits, id),
      problem: fieldProblem(problems, id),
    })),
  };
}

export function limitsConflict(stored: Limits, typed: LimitsTyped): Conflict {
  const { fileMb, perIndicator, quotaGb } = typed;
  return {
    subject: yearsText.limitsSubject,
    rows: LIMIT_FIELD_NAMES.map((id) => ({
      label: yearsText.limits[id],
      stored: shown(stored, id),
      typed: typed[id],
    })),
    action: paths.adminSettings(),
    fields: { fileMb, perIndicator, quotaGb, seen: limitsToken(stored) },
    backHref: paths.adminSettings(),
  };
}

function shown(limits: Limits, field: LimitField): string {
  const { limit, unit } = LIMIT_FIELDS[field];
  return String(Math.round(limits[limit] / unit));
}
