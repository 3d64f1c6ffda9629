import type { Problem } from '../../domain/problem.js';
import { AREA_KEYS, type AreaKey } from '../../domain/instrument/instrument.js';
import type { Instruments } from '../../instruments.js';
import { paths } from '../../paths.js';
import { areaText } from '../../text/messages/sheet.js';
import { teamText } from '../../text/messages/team.js';
import { usersText } from '../../text/messages/users.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { PageBase } from '../../web/pages.js';
import { EMPTY_INVITE, type TypedInvite } from './form.js';
import type { Member } from './store.js';

export interface TeamPage extends PageBase {
  readonly problems: readonly ProblemLine[];
  readonly members: readonly MemberRow[];
  readonly isAlone: boolean;
  readonly uncovered: string;
  readonly invite: InviteFields;
}

export interface MemberRow {
  readonly href: string;
  readonly name: string;
  readonly username: string;
  readonly role: string;
  readonly areas: string;
  readonly state: string;
  readonly stateClass: string;
}

export interface AreaBox {
  readonly name: string;
  readonly label: string;
  readonly checked: boolean;
}

interface InviteFields {
  readonly action: string;
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly usernameProblem: string | null;
  readonly nameProblem: string | null;
  readonly emailProblem: string | null;
  readonly areas: readonly AreaBox[];
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'team/team': TeamPage;
  }
}

export interface TeamView {
  readonly satker: { readonly code: string; readonly name: string };
  readonly members: readonly Member[];
  readonly instruments: Instruments;
  readonly typed?: TypedInvite;
  readonly problems?: readonly Problem[];
}

export function teamPage(view: TeamView): TeamPage {
  const { satker, members, problems = [], typed = EMPTY_INVITE } = view;
  return {
    title: teamText.title(satker.name),
    problems: problemLines(problems),
    members: members.map((member) => memberRow(satker.code, member)),
    isAlone: members.length < 2,
    uncovered: uncoveredText(members),
    invite: {
      action: paths.teamInvite(satker.code),
      username: typed.username,
      name: typed.name,
      email: typed.email,
      usernameProblem: fieldProblem(problems, 'username'),
      nameProblem: fieldProblem(problems, 'name'),
      emailProblem: fieldProblem(problems, 'email'),
      areas: areaBoxes(view.instruments, typed.areas),
    },
  };
}

/** A box per area, named as in the newest instrument. */
export function areaBoxes(
  instruments: Instruments,
  chosen: readonly AreaKey[],
): readonly AreaBox[] {
  const { instrument } = instruments.forYear(Math.max(...instruments.years));
  return instrument.areas.map(({ key, name }) => ({
    name: `area-${key}`,
    label: areaText.name(key, name),
    checked: chosen.includes(key),
  }));
}

export function areasInWords(areas: readonly AreaKey[]): string {
  if (areas.length === 0) return teamText.noAreas;
  if (areas.length === AREA_KEYS.length) return teamText.allAreas;
  return teamText.areaList(areas.map(teamText.areaShort));
}

export function memberState(member: Member): { state: string; stateClass: string } {
  if (member.isDisabled) return { state: usersText.states.nonaktif, stateClass: 'zi-fail' };
  return member.hasPassword
    ? { state: usersText.states.aktif, stateClass: 'zi-pass' }
    : { state: usersText.states['belum-masuk'], stateClass: 'zi-open' };
}

function memberRow(satkerCode: string, member: Member): MemberRow {
  return {
    href: paths.teamMember(satkerCode, member.userId),
    name: member.name,
    username: member.username,
    role: teamText.roles[member.role],
    areas: member.role === 'ketua' ? teamText.allAreas : areasInWords(member.areas),
    ...memberState(member),
  };
}

/** Areas no active person but the lead answers for; domain.md wants the work spread. */
function uncoveredText(members: readonly Member[]): string {
  const active = members.filter((member) => !member.isDisabled);
  const open = AREA_KEYS.filter((area) => !active.some((member) => member.areas.includes(area)));
  return open.length === 0
    ? ''
    : teamText.uncovered(teamText.areaList(open.map(teamText.areaShort)));
}
