/**
 * Everything the history can tell of, by what it does to the LKE of the satker and year it names:
 * `work` is the satker's own, `step` somebody else's act that brings it on; `none` leaves it where
 * it stands: reading, showing, looking after accounts and registers.
 */
const EFFECTS = {
  'answer.record': 'work',
  'answer.no-evidence': 'work',
  'evidence.add': 'work',
  'evidence.version': 'work',
  'evidence.details': 'work',
  'evidence.withdraw': 'work',
  'evidence.link': 'work',
  'evidence.unlink': 'work',
  'evidence.purge': 'none',
  'lke.import': 'work',
  'lke.import-undo': 'work',
  'lke.open': 'step',
  'lke.target': 'step',
  'lke.submit': 'step',
  'lke.return': 'step',
  'lke.decide': 'step',
  'lke.begin-tpi': 'step',
  'lke.conclude': 'step',
  'lke.propose': 'step',
  'lke.decree': 'step',
  'lke.take-back': 'step',
  'assessment.record': 'step',
  'assessment.confirm': 'step',
  'assessment.recommend': 'step',
  'note.open': 'step',
  'note.follow-up': 'step',
  'note.reply': 'step',
  'note.close': 'step',
  'note.reopen': 'step',
  'review.assign': 'step',
  'letter.draft': 'step',
  'letter.send': 'step',
  'lhe.number': 'step',
  'lhe.text': 'step',
  'requirement.record': 'step',
  'tpn.answers': 'step',
  'tpn.totals': 'step',
  'tpn.clear': 'step',
  'letterhead.edit': 'none',
  'proposal.signatory': 'none',
  'proposal.statement': 'none',
  'share.make': 'none',
  'share.revoke': 'none',
  'share.open': 'none',
  'share.file': 'none',
  'feed.edit': 'none',
  'feed-token.make': 'none',
  'feed-token.revoke': 'none',
  'user.create': 'none',
  'user.edit': 'none',
  'user.import': 'none',
  'user.role.add': 'none',
  'user.role.remove': 'none',
  'user.disable': 'none',
  'user.enable': 'none',
  'user.reset-link': 'none',
  'user.password': 'none',
  'team.invite': 'none',
  'team.areas': 'none',
  'team.remove': 'none',
  'satker.edit': 'none',
  'predikat.add': 'none',
  'predikat.edit': 'none',
  'predikat.revoke': 'none',
  'year.open': 'none',
  'year.dates': 'none',
  'year.settings': 'none',
  'wording.load': 'none',
  'wording.remove': 'none',
  'setting.edit': 'none',
} as const;

export type HistoryAction = keyof typeof EFFECTS;

export const HISTORY_ACTIONS = Object.keys(EFFECTS) as readonly HistoryAction[];

/** What the satker itself did. */
export const WORK_ACTIONS = HISTORY_ACTIONS.filter((action) => EFFECTS[action] === 'work');

/** What ends a standstill, whoever did it. */
export const MOVING_ACTIONS = HISTORY_ACTIONS.filter((action) => EFFECTS[action] !== 'none');

/** Brings an LKE on from outside its tiers: whoever does it judges nothing. */
const NO_PART: readonly HistoryAction[] = [
  'lke.open',
  'lke.target',
  'review.assign',
  'requirement.record',
];

/** By which a person takes part in one tier of an LKE, and from then on in no other. */
export const TIER_ACTIONS = MOVING_ACTIONS.filter((action) => !NO_PART.includes(action));
