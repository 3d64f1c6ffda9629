import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { signInText } from '../../text/messages/sign-in.js';
import { fieldProblem } from '../../web/form-problems.js';
import type { PageBase } from '../../web/pages.js';
import { newPasswordFields, type NewPasswordFields } from './password-page.js';

export interface LinkPage extends PageBase, NewPasswordFields {
  readonly action: string;
  readonly username: string;
  readonly name: string;
}

/** A link that opens nothing; why is not said, it would tell apart what exists. */
export interface InvalidLinkPage extends PageBase {
  readonly signInHref: string;
  readonly isSetup: boolean;
}

export interface FirstAdminPage extends PageBase, NewPasswordFields {
  readonly action: string;
  readonly token: string;
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly usernameProblem: string | null;
  readonly nameProblem: string | null;
  readonly emailProblem: string | null;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'sign-in/link': LinkPage;
    'sign-in/link-invalid': InvalidLinkPage;
    'sign-in/first-admin': FirstAdminPage;
  }
}

export function linkPage(
  text: string,
  account: { readonly username: string; readonly name: string },
  problems: readonly Problem[],
): LinkPage {
  return {
    title: signInText.linkTitle,
    action: paths.oneTimeLink(text),
    username: account.username,
    name: account.name,
    ...newPasswordFields(problems),
  };
}

export function invalidLinkPage(isSetup: boolean): InvalidLinkPage {
  return { title: signInText.linkInvalidTitle, signInHref: paths.signIn(), isSetup };
}

export function firstAdminPage(
  token: string,
  typed: { readonly username: string; readonly name: string; readonly email: string },
  problems: readonly Problem[],
): FirstAdminPage {
  return {
    title: signInText.firstAdminTitle,
    action: paths.firstAdmin(),
    token,
    ...typed,
    usernameProblem: fieldProblem(problems, 'username'),
    nameProblem: fieldProblem(problems, 'name'),
    emailProblem: fieldProblem(problems, 'email'),
    ...newPasswordFields(problems),
  };
}
