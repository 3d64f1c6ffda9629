import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { signInText } from '../../text/messages/sign-in.js';
import { problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { PageBase } from '../../web/pages.js';

export interface SignInPage extends PageBase {
  readonly action: string;
  readonly username: string;
  /** Where to go afterwards, or null for home. */
  readonly returnTo: string | null;
  readonly problems: readonly ProblemLine[];
  readonly hasProblem: boolean;
  /** Nobody administers yet: the way in is on the server's console. */
  readonly noAdmin: boolean;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'sign-in/sign-in': SignInPage;
  }
}

export interface TypedSignIn {
  readonly username: string;
  readonly returnTo: string;
  readonly problems: readonly Problem[];
  readonly noAdmin: boolean;
}

export function signInPage(typed: TypedSignIn): SignInPage {
  return {
    title: signInText.title,
    action: paths.signIn(),
    username: typed.username,
    returnTo: typed.returnTo === paths.home() ? null : typed.returnTo,
    problems: problemLines(typed.problems),
    hasProblem: typed.problems.length > 0,
    noAdmin: typed.noAdmin,
  };
}
