import type { Role } from '../../src/domain/access/roles.js';
import type { Visitors } from '../access/visitors.js';
import type { TestApp } from './app.js';
import { formsIn, type Form } from './html.js';
import { multipart, type HttpClient, type Reply } from './http-client.js';
import { linksOn, type Fetched } from './page-walk.js';
import { readableText } from './reading.js';
import { lkeOf } from './submitting.js';
import { lookAround } from './year-look.js';
import { yearPeople } from './year-people.js';
import type { Step } from './year-forms.js';
import type { YearPlayer } from './year-plan.js';
import { acceptAll, fillAll } from './year-seed.js';
import type { Sightings } from './year-sightings.js';

/** The year of one satker through HTTP: forms as a page shows them, links as it leads. */
export async function yearOverHttp(
  zi: TestApp,
  visitors: Visitors,
  satker: string,
  seen: Sightings,
): Promise<YearPlayer> {
  const people = await yearPeople(zi, satker);
  const as = (role: Role): Promise<HttpClient> => visitors.person(people[role]);
  const read = async (who: Role, page: string): Promise<string> => {
    const { status, text, headers } = await (await as(who)).get(page);
    if (headers.location !== undefined) return read(who, headers.location);
    expect([who, page, status]).toEqual([who, page, 200]);
    return text;
  };
  return {
    satker,
    fill: () => fillAll(zi, satker, people),
    accept: (tier) => acceptAll(zi, satker, tier, people),
    send: async (step) => {
      const reply = await sendStep(await as(step.who), step);
      if (reply.status === 303 || reply.status === 200) return;
      const said = readableText(reply.text).slice(0, 400);
      throw new Error(`${step.who} at ${step.page}: ${reply.status} ${said}`);
    },
    reads: async (who, page, ...said) => {
      const text = readableText(await read(who, page));
      for (const one of said) expect(text).toContain(one);
    },
    follows: async (who, ...addresses) => {
      for (const [at, address] of addresses.entries()) {
        const from = addresses[at - 1] ?? '/';
        expect([who, from, linksOn(await read(who, from))]).toEqual([
          who,
          from,
          expect.arrayContaining([address]),
        ]);
      }
    },
    look: async (stage, begun) => {
      expect((await lkeOf(zi, satker)).stage).toBe(stage);
      const get = async (role: Role, address: string) =>
        fetched(await (await as(role)).get(address));
      const faults = await lookAround({
        satker,
        stage,
        begun,
        seen,
        most: 2,
        known: new Set(),
        get,
      });
      expect([stage, faults]).toEqual([stage, []]);
    },
  };
}

async function sendStep(client: HttpClient, step: Step): Promise<Reply> {
  const page = await client.get(step.page);
  const form = formOf(page.text, step);
  if (form === undefined) throw new Error(`${step.who}: no such form on ${step.page}`);
  const typed = Object.entries(step.fields ?? {}).map(([name, value]) => [
    form.controls.find((one) => one.name === name || one.name.startsWith(`${name}-`))?.name ?? name,
    value,
  ]);
  const pressed = form.controls.find(({ type, name }) => type === 'button' && name === step.button);
  const fields: Record<string, string> = {
    ...form.fields,
    ...(Object.fromEntries(typed) as Record<string, string>),
    ...(pressed === undefined ? {} : { [pressed.name]: pressed.value }),
  };
  if (step.file === undefined) {
    const reply = await client.post(form.action, fields);
    return step.ticks === undefined ? reply : tick(client, reply, step.ticks);
  }
  const parts = Object.entries(fields).map(([name, value]) => ({ name, value }));
  const file = { name: 'files', file: step.file.name, bytes: step.file.bytes };
  const type = 'application/octet-stream';
  return client.send('POST', form.action, multipart([...parts, { ...file, type }]));
}

/** The page that answers names what is about to happen, and asks. */
async function tick(client: HttpClient, { text }: Reply, name: string): Promise<Reply> {
  const isAsked = ({ controls }: Form): boolean => controls.some((one) => one.name === name);
  const form = formsIn(text).find(isAsked);
  const value = form?.controls.find((one) => one.name === name)?.value;
  if (form === undefined || value === undefined) throw new Error(`no tick ${name} is asked for`);
  return client.post(form.action, { ...form.fields, [name]: value });
}

function formOf(html: string, { page, action = page, file }: Step): Form | undefined {
  return formsIn(html).find(
    (form) => form.action.endsWith(action) && form.isMultipart === (file !== undefined),
  );
}

function fetched({ status, headers, text }: Reply): Fetched {
  const type = headers['content-type'] ?? '';
  return { status, type, location: headers.location ?? null, html: text };
}
