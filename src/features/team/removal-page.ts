import { paths } from '../../paths.js';
import { teamText } from '../../text/messages/team.js';
import type { PageBase } from '../../web/pages.js';
import type { Member } from './store.js';
import { areasInWords } from './team-page.js';

export interface TeamRemovalPage extends PageBase {
  readonly backHref: string;
  readonly backText: string;
  readonly facts: string;
  readonly effects: readonly string[];
  readonly action: string;
  readonly version: number;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'team/removal': TeamRemovalPage;
  }
}

/** What leaving the team ends, what stays, and the way back. */
export function removalPage(
  satker: { readonly code: string; readonly name: string },
  member: Member,
): TeamRemovalPage {
  const words = teamText.removal;
  return {
    title: words.title(member.name),
    backHref: paths.teamMember(satker.code, member.userId),
    backText: member.name,
    facts: teamText.facts(member.username),
    effects: [
      words.ends(satker.name, teamText.roles[member.role], areasOf(member)),
      words.stays,
      member.isElsewhere ? words.elsewhere : words.access,
      wayBack(member),
    ],
    action: paths.teamMemberRemoval(satker.code, member.userId),
    version: member.version,
  };
}

function areasOf(member: Member): string {
  const words = teamText.removal;
  if (member.role === 'ketua') return words.allAreas;
  return member.areas.length === 0 ? words.noAreas : words.areas(areasInWords(member.areas));
}

/** As an invitation would judge this account afterwards. */
function wayBack(member: Member): string {
  const words = teamText.removal.back;
  return member.isElsewhere || member.isDisabled ? words.admin : words.lead(member.username);
}
