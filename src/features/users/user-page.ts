import { reaches } from '../../domain/access/roles.js';
import { otherTier } from '../../domain/access/tiers.js';
import type { Problem } from '../../domain/problem.js';
import { NATIONAL_ZONE } from '../../domain/time-zone.js';
import { paths } from '../../paths.js';
import { formatInstant } from '../../text/format.js';
import { tierText } from '../../text/messages/review.js';
import { roleChoices, roleText, usersText } from '../../text/messages/users.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { PageBase } from '../../web/pages.js';
import type { Part } from '../../web/tier-store.js';
import { EMPTY_GRANTS, type TypedDetails, type TypedGrants } from './form.js';
import { stateView } from './list-page.js';
import { stateOf } from './list-store.js';
import { satkerOptions, type Places } from './satker-choice.js';
import type { HeldGrant, UserAccount } from './store.js';

/** The fields that give a role, on the page of a person and of a new one. */
export interface GrantFields {
  readonly roles: readonly { value: string; label: string; selected: boolean }[];
  readonly satker: string;
  readonly moreSatker: string;
  readonly satkerOptions: readonly string[];
  readonly roleProblem: string | null;
  readonly satkerProblem: string | null;
  readonly moreProblem: string | null;
}

export interface UserPage extends PageBase {
  readonly backHref: string;
  readonly facts: string;
  readonly state: string;
  readonly stateClass: string;
  readonly disabledText: string;
  readonly problems: readonly ProblemLine[];
  readonly version: number;
  readonly edit: EditFields;
  readonly grants: readonly GrantRow[];
  /** What a held role does not reach, because of what was written in another tier. */
  readonly barred: readonly string[];
  readonly add: GrantFields & { readonly action: string };
  /** Null for a disabled account. */
  readonly link: { readonly action: string; readonly label: string } | null;
  readonly access: { readonly action: string; readonly isDisabled: boolean } | null;
}

interface EditFields {
  readonly action: string;
  readonly name: string;
  readonly email: string;
  readonly nameProblem: string | null;
  readonly emailProblem: string | null;
}

interface GrantRow {
  readonly role: string;
  readonly satker: string;
  readonly action: string;
  readonly removeLabel: string;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'users/user': UserPage;
  }
}

export interface UserView {
  readonly user: UserAccount;
  readonly places: Places;
  /** The administrator who looks. */
  readonly viewerId: number;
  /** Every LKE in which the person took part. */
  readonly parts: readonly Part[];
  readonly details?: TypedDetails;
  readonly typedGrants?: TypedGrants;
  readonly problems?: readonly Problem[];
}

export function userPage(view: UserView): UserPage {
  const { user, problems = [] } = view;
  const isDisabled = user.disabledAt !== null;
  const details = view.details ?? { name: user.name, email: user.email ?? '' };
  return {
    title: user.name,
    backHref: paths.adminUsers(),
    facts: usersText.facts(user.username, formatInstant(user.createdAt, NATIONAL_ZONE)),
    ...stateView(stateOf(isDisabled, user.hasPassword)),
    disabledText: disabledText(user),
    problems: problemLines(problems),
    version: user.version,
    edit: {
      action: paths.adminUser(user.id),
      name: details.name,
      email: details.email,
      nameProblem: fieldProblem(problems, 'name'),
      emailProblem: fieldProblem(problems, 'email'),
    },
    grants: user.grants.map((grant) => grantRow(user.id, grant)),
    barred: barredOf(view),
    add: {
      action: paths.adminUserRoles(user.id),
      ...grantFields(view.typedGrants ?? EMPTY_GRANTS, view.places, problems),
    },
    link: isDisabled ? null : linkButton(user),
    access: user.id === view.viewerId ? null : accessButton(user.id, isDisabled),
  };
}

/** A role may be given for other years and satker; of these LKE its holder only reads. */
function barredOf({ user, places, parts }: UserView): readonly string[] {
  return parts.flatMap(({ satkerCode, year, roles }) => {
    const place = places.get(satkerCode);
    if (place === undefined) return [];
    return user.grants
      .filter((grant) => reaches(grant, place))
      .flatMap(({ role }) => {
        const tier = otherTier(roles, role, place);
        return tier === null
          ? []
          : [usersText.barred(roleText[role], tierText[tier], year, place.name)];
      });
  });
}

export function grantFields(
  typed: Pick<TypedGrants, 'role' | 'satker' | 'moreSatker'>,
  places: Places,
  problems: readonly Problem[],
): GrantFields {
  return {
    roles: roleChoices.map((choice) => ({ ...choice, selected: choice.value === typed.role })),
    satker: typed.satker,
    moreSatker: typed.moreSatker,
    satkerOptions: satkerOptions(places),
    roleProblem: fieldProblem(problems, 'role'),
    satkerProblem: fieldProblem(problems, 'satker'),
    moreProblem: fieldProblem(problems, 'moreSatker'),
  };
}

function disabledText(user: UserAccount): string {
  if (user.disabledAt === null) return '';
  return usersText.disabledSince(formatInstant(user.disabledAt, NATIONAL_ZONE));
}

function grantRow(userId: number, grant: HeldGrant): GrantRow {
  const role = roleText[grant.role];
  return {
    role,
    satker: usersText.satkerOption(grant.satkerCode, grant.satkerName),
    action: paths.adminUserRoleRemoval(userId, grant.id),
    removeLabel: usersText.removeRole(role, grant.satkerName),
  };
}

function linkButton(user: UserAccount): { action: string; label: string } {
  const label = user.hasPassword ? usersText.newLink : usersText.newInvitation;
  return { action: paths.adminUserLink(user.id), label };
}

function accessButton(
  userId: number,
  isDisabled: boolean,
): { action: string; isDisabled: boolean } {
  const action = isDisabled ? paths.adminUserEnabling(userId) : paths.adminUserDisabling(userId);
  return { action, isDisabled };
}
