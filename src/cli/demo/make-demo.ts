import { NATIONAL_ZONE } from '../../domain/time-zone.js';
import {
  CAST,
  CAST_PASSWORD,
  CAST_YEAR,
  DENPASAR,
  NTB_SATKER,
  type CastMember,
} from '../../../fixtures/cast.js';
import { insertAccount, insertGrant } from '../../db/accounts.js';
import { appendHistory } from '../../db/history.js';
import type { Actor } from '../../db/store.js';
import { addPredikat } from '../../features/satker/add-predikat.js';
import { hashPassword } from '../../features/sign-in/password.js';
import { calendarOf } from '../../features/years/calendar.js';
import { saveDates } from '../../features/years/save-dates.js';
import { addLke, openYear } from '../../features/years/open-year.js';
import { dayIn, daysBetween } from '../../text/format.js';
import type { Deps } from '../../web/deps.js';
import { OPERATOR } from '../actor.js';
import { insertAreas, markAsDemo } from './demo-store.js';
import { fillDemoEvidence } from './demo-evidence.js';
import { fillDemoSheets } from './demo-sheets.js';
import { playDemoStages, type Players } from './demo-stages.js';
import { readStory, type Story } from './story.js';

/**
 * The example data, made by the same actions as the pages use: people, the year, a register of
 * predikat, LKEs in telling states and their evidence. The mark comes first, so that data that
 * were broken off half way are known as examples.
 */
export async function makeDemo(deps: Deps): Promise<void> {
  await deps.store.write((tx) => markAsDemo(tx));
  const story = readStory();
  const people = await addPeople(deps);
  await openDemoYear(deps, story);
  for (const { satker, ...details } of story.predikat) {
    const entry = { ...details, grantedBy: 'tpn' as const };
    must(await addPredikat(deps.store, OPERATOR, satker, entry, deps.clock()));
  }
  const leads = leadsOf(people);
  await fillDemoSheets(deps, leads, story);
  await fillDemoEvidence(deps, leads, story);
  await playDemoStages(deps, playersOf(people), story);
}

/** One hash for all: the demo's password is printed anyway. */
async function addPeople(deps: Deps): Promise<ReadonlyMap<CastMember, number>> {
  const passwordHash = await hashPassword(CAST_PASSWORD);
  const at = deps.clock();
  return deps.store.write(async (tx) => {
    const ids = new Map<CastMember, number>();
    for (const person of CAST) {
      const { username, name } = person;
      const id = await insertAccount(tx, { username, name, email: null, passwordHash }, at);
      for (const { role, satker } of person.roles) {
        await insertGrant(tx, id, { role, satkerCode: satker }, at);
      }
      await insertAreas(tx, id, person.roles[0]?.satker ?? '', person.areas ?? []);
      const after = { name, roles: person.roles };
      await appendHistory(tx, OPERATOR, { action: 'user.create', subject: username, after }, at);
      ids.set(person, id);
    }
    return ids;
  });
}

async function openDemoYear(deps: Deps, { targets, deadlineInDays }: Story): Promise<void> {
  const all = [...NTB_SATKER, DENPASAR];
  const wbk = all.filter((code) => (targets[code] ?? 'wbk') === 'wbk');
  const wbbm = all.filter((code) => targets[code] === 'wbbm');
  const year = CAST_YEAR;
  const now = deps.clock();
  must(await openYear(deps, OPERATOR, { year, target: 'wbk', satkerCodes: wbk }));
  must(await addLke(deps, OPERATOR, { year, target: 'wbbm', satkerCodes: wbbm }));
  const days = shiftedDates(deps, deadlineInDays);
  const saved = await saveDates(deps.store, OPERATOR, { year, version: 1, days }, now);
  must({ ok: saved.kind === 'done' });
}

/** All dates of the year moved alike, so that the self-assessment closes so many days from now. */
function shiftedDates(deps: Deps, deadlineInDays: number): ReadonlyMap<string, string> {
  const { dates } = calendarOf(deps.instruments.forYear(CAST_YEAR).ruleset.id);
  const closing = dates.find(({ code }) => code === 'mandiri-tutup');
  if (closing === undefined) throw new Error('the calendar has no end of the self-assessment');
  const shift = daysBetween(closing.day, dayIn(deps.clock(), NATIONAL_ZONE)) + deadlineInDays;
  return new Map(dates.map(({ code, day }) => [code, addDays(day, shift)]));
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Everybody by user name, in the first of their roles. */
function playersOf(people: ReadonlyMap<CastMember, number>): Players {
  return new Map(
    [...people].map(([{ username, name, roles }, userId]) => {
      return [username, { userId, name, role: roles[0]?.role ?? '', origin: 'cli' }];
    }),
  );
}

/** The lead of each satker, as the history names who filled its LKE. */
function leadsOf(people: ReadonlyMap<CastMember, number>): ReadonlyMap<string, Actor> {
  const leads = new Map<string, Actor>();
  for (const [person, userId] of people) {
    for (const { role, satker } of person.roles) {
      if (role !== 'ketua') continue;
      leads.set(satker, { userId, name: person.name, role, origin: 'cli' });
    }
  }
  return leads;
}

function must(outcome: { readonly ok: boolean }): void {
  if (!outcome.ok) throw new Error(`the demo was refused: ${JSON.stringify(outcome)}`);
}
