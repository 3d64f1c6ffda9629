import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { signInText } from '../../text/messages/sign-in.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { PageBase } from '../../web/pages.js';

/** The two fields of a new password, wherever one is chosen. */
export interface NewPasswordFields {
  readonly problems: readonly ProblemLine[];
  readonly newProblem: string | null;
  readonly repeatProblem: string | null;
}

export interface PasswordPage extends PageBase, NewPasswordFields {
  readonly action: string;
  readonly username: string;
  readonly currentProblem: string | null;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'sign-in/password': PasswordPage;
  }
}

export function passwordPage(username: string, problems: readonly Problem[]): PasswordPage {
  return {
    title: signInText.passwordTitle,
    action: paths.password(),
    username,
    currentProblem: fieldProblem(problems, 'currentPassword'),
    ...newPasswordFields(problems),
  };
}

export function newPasswordFields(problems: readonly Problem[]): NewPasswordFields {
  return {
    problems: problemLines(problems),
    newProblem: fieldProblem(problems, 'newPassword'),
    repeatProblem: fieldProblem(problems, 'repeatPassword'),
  };
}
