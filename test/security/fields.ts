import { ableAt, REGISTRY, type RouteCase } from '../access/registry.js';
import type { At } from '../access/places.js';
import type { Visitors } from '../access/visitors.js';
import { formsIn, type Form } from '../support/html.js';
import { multipart, type HttpClient, type Reply } from '../support/http-client.js';

/** One input of one form, found by reading the pages: a new field is tested without being named. */
export interface Field {
  readonly title: string;
  readonly username: string;
  readonly form: Form;
  readonly name: string;
  /** What a harmless person would send. */
  readonly fields: Readonly<Record<string, string>>;
}

const NEVER_TYPED = new Set(['_csrf', 'version', 'seen']);
const TYPED = new Set(['text', 'textarea', 'search', 'email', 'date', 'number', 'url', 'hidden']);

/** Every input of every form that changes something, as somebody sees it who may. */
export async function postedFields(visitors: Visitors, at: At): Promise<Field[]> {
  const found: Field[] = [];
  for (const [key, route] of Object.entries(REGISTRY)) {
    const { form: known } = route;
    if (known === undefined || known.page === null || route.isRefused === true) continue;
    const username = ableAt(route, 'mataram');
    const client = await visitors.person(username);
    const page = await client.get(known.page(at));
    const form = formFor(page, route, at);
    if (form === null) continue;
    const fields = { ...form.fields, ...filling(route, at) };
    const names = new Set(
      form.controls
        .filter(({ type }) => TYPED.has(type) || type === 'option')
        .map((one) => one.name),
    );
    for (const name of names) {
      if (NEVER_TYPED.has(name)) continue;
      found.push({ title: `${key} ${name}`, username, form, name, fields });
    }
  }
  return found;
}

/** Every input of every form that only asks: searches and filters. */
export async function askedFields(visitors: Visitors, at: At): Promise<Field[]> {
  const found = new Map<string, Field>();
  for (const [key, route] of Object.entries(REGISTRY)) {
    if (!key.startsWith('GET ') || route.kind !== undefined || route.deed === 'open') continue;
    const username = ableAt(route, 'mataram');
    const page = await (await visitors.person(username)).get(route.path(at));
    for (const form of formsIn(page.text).filter(({ method }) => method === 'get')) {
      for (const { name } of form.controls.filter(({ type }) => type !== 'button')) {
        const title = `GET ${form.action} ${name}`;
        found.set(title, { title, username, form, name, fields: form.fields });
      }
    }
  }
  return [...found.values()];
}

/** Sends the form with this text in the field; gives every page that came of it. */
export async function sendText(client: HttpClient, field: Field, text: string): Promise<Reply[]> {
  const { form, name } = field;
  if (form.method === 'get') {
    const query = new URLSearchParams({ ...field.fields, [name]: text }).toString();
    return followed(client, await client.get(`${form.action}?${query}`));
  }
  const fields = { ...field.fields, _csrf: await client.token(), [name]: text };
  const parts = Object.entries(fields).map(([key, value]) => ({ name: key, value }));
  const reply = form.isMultipart
    ? await client.send('POST', form.action, multipart(parts))
    : await client.post(form.action, fields);
  return followed(client, reply);
}

async function followed(client: HttpClient, reply: Reply): Promise<Reply[]> {
  const { location } = reply.headers;
  if (location === undefined) return [reply];
  return [reply, await client.get(location)];
}

function formFor(page: Reply, route: RouteCase, at: At): Form | null {
  const action = route.path(at).split('?')[0] ?? '';
  const fits = formsIn(page.text).filter((form) => form.action === action);
  return fits.find((form) => form.isMultipart === (route.form?.file !== undefined)) ?? null;
}

function filling(route: RouteCase, at: At): Readonly<Record<string, string>> {
  const fill = route.form?.fill;
  return typeof fill === 'function' ? fill(at) : (fill ?? {});
}
