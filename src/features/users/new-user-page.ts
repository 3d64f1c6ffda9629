import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { usersText } from '../../text/messages/users.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { PageBase } from '../../web/pages.js';
import type { TypedUser } from './form.js';
import type { Places } from './satker-choice.js';
import { grantFields, type GrantFields } from './user-page.js';

export interface NewUserPage extends PageBase {
  readonly backHref: string;
  readonly action: string;
  readonly problems: readonly ProblemLine[];
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly usernameProblem: string | null;
  readonly nameProblem: string | null;
  readonly emailProblem: string | null;
  readonly grant: GrantFields;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'users/new': NewUserPage;
  }
}

export function newUserPage(
  typed: TypedUser,
  places: Places,
  problems: readonly Problem[] = [],
): NewUserPage {
  return {
    title: usersText.newTitle,
    backHref: paths.adminUsers(),
    action: paths.adminUserNew(),
    problems: problemLines(problems),
    username: typed.username,
    name: typed.name,
    email: typed.email,
    usernameProblem: fieldProblem(problems, 'username'),
    nameProblem: fieldProblem(problems, 'name'),
    emailProblem: fieldProblem(problems, 'email'),
    grant: grantFields(typed, places, problems),
  };
}
