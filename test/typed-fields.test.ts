import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../src/project-root.js';
import { typedName } from '../src/text/messages/fields.js';

/**
 * A form that met an ended session is shown as it was typed. So every field into which a person types
 * must be known by name, and none that the page sends along by itself.
 */
const views = path.join(projectRoot(), 'views');
const FIELD = /<(input|textarea)\b((?:[^>"{]|"[^"]*"|\{\{[^}]*\}\})*)>/g;
const OWN = new Set(['hidden', 'checkbox', 'radio', 'file', 'password', 'submit']);
/** Of forms that only search and filter, which change nothing. */
const SEARCHING = ['cari', 'dari', 'q', 'sampai'];

const fields = readdirSync(views, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.hbs'))
  .flatMap((file) => fieldsOf(readFileSync(path.join(views, file), 'utf8')));

function fieldsOf(source: string) {
  return [...source.matchAll(FIELD)].flatMap(([, tag = '', attributes = '']) => {
    const [, name] = /\bname="([^"]+)"/.exec(attributes) ?? [];
    const [, type = 'text'] = /\btype="([^"]+)"/.exec(attributes) ?? [];
    if (name === undefined || name.includes('{{')) return [];
    return [{ name, kind: tag === 'textarea' ? tag : type }];
  });
}

it('every field that a person types into has a name to be shown by', () => {
  const typed = fields.filter(({ kind }) => !OWN.has(kind)).map(({ name }) => name);
  expect(typed.length).toBeGreaterThan(30);
  const unnamed = typed.filter((name) => typedName(name) === null && !SEARCHING.includes(name));
  expect([...new Set(unnamed)]).toEqual([]);
});

it.each(['version', 'versi-52.71', 'seen', 'basis', 'claim', 'shown', 'confirmed', 'key', 'from'])(
  'what the page sends along is never shown as typed: %s',
  (name) => {
    expect(typedName(name)).toBeNull();
  },
);

it.each([
  ['alasan-52.71', 'Alasan 52.71'],
  ['jawaban-A.I.1.i.a', 'Jawaban A.I.1.i.a'],
  ['balasan-12', 'Balasan'],
  ['catatan-baru', 'Catatan baru'],
  ['count-agen', 'Angka (agen)'],
])('one of several fields is told from the others: %s', (field, name) => {
  expect(typedName(field)).toBe(name);
});
