import type { IssuedToken } from '../../db/one-time-token.js';
import type { Problem } from '../../domain/problem.js';
import type { Instruments } from '../../instruments.js';
import { paths } from '../../paths.js';
import { formatInstant } from '../../text/format.js';
import { teamText } from '../../text/messages/team.js';
import { usersText } from '../../text/messages/users.js';
import { problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { PageBase } from '../../web/pages.js';
import type { TypedDuties } from './form.js';
import type { Member } from './store.js';
import { TEAM_ROLES } from './store.js';
import { areaBoxes, memberState, type AreaBox } from './team-page.js';

export interface MemberPage extends PageBase {
  readonly backHref: string;
  readonly backText: string;
  readonly facts: string;
  readonly state: string;
  readonly stateClass: string;
  readonly problems: readonly ProblemLine[];
  readonly action: string;
  readonly version: number;
  readonly roles: readonly { id: string; value: string; label: string; checked: boolean }[];
  readonly areas: readonly AreaBox[];
  /** Null where this lead may not make one; `noLink` then says why. */
  readonly link: { readonly action: string; readonly label: string } | null;
  readonly noLink: string;
  /** Null on one's own page. */
  readonly removal: { readonly href: string } | null;
}

export interface MemberLinkPage extends PageBase {
  readonly done: string;
  /** Invited without an area: can only read so far. */
  readonly idle: { readonly text: string; readonly href: string; readonly label: string } | null;
  readonly whose: string;
  readonly link: string;
  readonly until: string;
  readonly backHref: string;
  readonly backText: string;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'team/member': MemberPage;
    'team/link': MemberLinkPage;
  }
}

export interface MemberView {
  readonly satker: { readonly code: string; readonly name: string };
  readonly member: Member;
  readonly viewerId: number;
  readonly instruments: Instruments;
  readonly typed?: TypedDuties;
  readonly problems?: readonly Problem[];
}

export function memberPage(view: MemberView): MemberPage {
  const { satker, member, problems = [] } = view;
  const isSelf = member.userId === view.viewerId;
  const role = view.typed?.role ?? member.role;
  const mayHaveLink = !isSelf && !member.isElsewhere && !member.isDisabled;
  return {
    title: member.name,
    backHref: paths.team(satker.code),
    backText: teamText.title(satker.name),
    facts: teamText.facts(member.username),
    ...memberState(member),
    problems: problemLines(problems),
    action: paths.teamMember(satker.code, member.userId),
    version: member.version,
    roles: TEAM_ROLES.map((value) => ({
      id: value === TEAM_ROLES[0] ? 'role' : `role-${value}`,
      value,
      label: teamText.roles[value],
      checked: value === role,
    })),
    areas: areaBoxes(view.instruments, view.typed?.areas ?? member.areas),
    link: mayHaveLink ? linkButton(satker.code, member) : null,
    noLink: member.isElsewhere && !isSelf ? teamText.elsewhere : '',
    removal: isSelf ? null : { href: paths.teamMemberRemoval(satker.code, member.userId) },
  };
}

export function memberLinkPage(
  publicUrl: string,
  satker: { readonly code: string; readonly name: string; readonly timeZone: string },
  person: { readonly userId: number; readonly name: string; readonly username: string },
  token: IssuedToken,
  { done, mayFill }: { readonly done: string; readonly mayFill: boolean },
): MemberLinkPage {
  return {
    title: teamText.linkTitle,
    done,
    idle: mayFill
      ? null
      : {
          text: teamText.idle(person.name),
          href: paths.teamMember(satker.code, person.userId),
          label: teamText.assign(person.name),
        },
    whose: usersText.linkFor(person.name, person.username),
    link: `${publicUrl}${paths.oneTimeLink(token.text)}`,
    until: usersText.linkUntil(formatInstant(token.expiresAt.toISOString(), satker.timeZone)),
    backHref: paths.team(satker.code),
    backText: teamText.title(satker.name),
  };
}

function linkButton(satkerCode: string, member: Member): { action: string; label: string } {
  const label = member.hasPassword ? usersText.newLink : usersText.newInvitation;
  return { action: paths.teamMemberLink(satkerCode, member.userId), label };
}
