import type { Kysely } from 'kysely';
import * as firstLight from './0001-first-light.js';
import * as imports from './0002-imports.js';
import * as jobs from './0003-jobs.js';
import * as officialWording from './0004-official-wording.js';
import * as stages from './0005-stages.js';
import * as assessment from './0006-assessment.js';
import * as shareLinks from './0007-share-links.js';
import * as oversight from './0008-oversight.js';
import * as letters from './0009-letters.js';
import * as proposals from './0010-proposals.js';
import * as papers from './0011-papers.js';
import * as firstDays from './0012-first-days.js';
import * as takeBacks from './0013-take-backs.js';
import * as sealedProposals from './0014-sealed-proposals.js';
import * as recommendations from './0015-recommendations.js';
import * as confirmedTexts from './0016-confirmed-texts.js';

export interface Migration {
  up(db: Kysely<unknown>): Promise<void>;
}

/** Every migration, oldest first; a shipped one never changes. */
export const migrations: ReadonlyMap<string, Migration> = new Map([
  ['0001-first-light', firstLight],
  ['0002-imports', imports],
  ['0003-jobs', jobs],
  ['0004-official-wording', officialWording],
  ['0005-stages', stages],
  ['0006-assessment', assessment],
  ['0007-share-links', shareLinks],
  ['0008-oversight', oversight],
  ['0009-letters', letters],
  ['0010-proposals', proposals],
  ['0011-papers', papers],
  ['0012-first-days', firstDays],
  ['0013-take-backs', takeBacks],
  ['0014-sealed-proposals', sealedProposals],
  ['0015-recommendations', recommendations],
  ['0016-confirmed-texts', confirmedTexts],
]);
