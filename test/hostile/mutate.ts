import type { Random } from '../support/random.js';
import { bookParts, EXTERNAL, relation, type Parts } from './book.js';
import { zipBytes } from './zip-bytes.js';

/** Sound files that mutations start from. */
export const RICH_PARTS: Parts = bookParts({
  before: '<dimension ref="A1:D9"/><cols><col min="1" max="4" width="9"/></cols>',
  rows: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s" s="1"><v>1</v></c></row>
<row r="2"><c r="A2" t="inlineStr"><is><r><t>a</t></r><r><t> b</t></r></is></c><c r="B2" s="2"><v>46265</v></c></row>
<row r="3"><c r="A3"><f t="shared" ref="A3:A5" si="0">B3*2</f><v>4</v></c><c r="B3"><v>2</v></c></row>
<row r="4"><c r="A4"><f t="shared" si="0"/><v>0</v></c><c r="C4" t="b"><v>1</v></c><c r="D4" t="e"><v>#DIV/0!</v></c></row>
<row><c><f>SUM(A1:A4)</f><v>1E-3</v></c><c t="str"><f>"a"&amp;"b"</f><v>ab_x0041_</v></c></row>`,
  after: `<mergeCells count="2"><mergeCell ref="A1:A2"/><mergeCell ref="C5:D9"/></mergeCells>
<dataValidations><dataValidation type="list" sqref="A1:A9"><formula1>"Ya,Tidak"</formula1></dataValidation></dataValidations>
<hyperlinks><hyperlink ref="B3" r:id="rId1"/><hyperlink ref="B1:B2" location="'LKE ZI'!A1"/></hyperlinks>`,
  strings:
    '<si><t>Penilaian</t></si><si><r><t>Jawaban </t></r><r><t>Unit</t></r><rPh><t>x</t></rPh></si>',
  styles:
    '<numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs>',
  sheetRelations: relation('rId1', 'hyperlink', 'https://kpu.go.id/', EXTERNAL),
});

/** Changes the archive itself: what a bad disk or a line cut off would do. */
export function mutatedBytes(bytes: Buffer, random: Random): Buffer {
  let mutated: Buffer = bytes;
  for (let left = 1 + random.below(4); left > 0; left -= 1) {
    mutated = random.pick(BYTE_CHANGES)(mutated, random);
  }
  return mutated;
}

/** Changes the XML of one or more parts and packs them soundly, so that the parser meets the damage. */
export function mutatedParts(parts: Parts, random: Random): Buffer {
  const changed = new Map<string, Buffer>(
    Object.entries(parts).map(([name, data]) => [name, Buffer.from(data)]),
  );
  for (let left = 1 + random.below(3); left > 0; left -= 1) {
    const name = random.pick([...changed.keys()]);
    const before = changed.get(name) ?? Buffer.alloc(0);
    const change = random.pick([...BYTE_CHANGES, ...TEXT_CHANGES, ...TEXT_CHANGES]);
    changed.set(name, change(before, random));
  }
  return zipBytes([...changed].map(([name, data]) => ({ name, data })));
}

/** Other values in cells of a sound sheet: texts of other cells, odd words, cells that are gone. */
export function shuffledCells(parts: Parts, sheet: string, random: Random): Buffer {
  const xml = Buffer.from(parts[sheet] ?? '').toString('utf8');
  const share = random.pick([20, 100, 500]);
  const texts = [...xml.matchAll(/t="s"[^>]*><v>(\d+)<\/v>/g)].map((found) => found[1] ?? '');
  const shuffled = xml.replace(/<c [^>]*?(?:\/>|>.*?<\/c>)/gs, (cell) => {
    if (random.below(share) > 0) return cell;
    if (random.below(4) === 0) return '';
    if (random.below(2) === 0) return cell.replace(/<v>[^<]*/, `<v>${random.pick(texts)}`);
    const asText = cell.replace(/ t="\w+"/, '').replace('<c ', '<c t="str" ');
    return asText.replace(/<v>[^<]*/, `<v>${random.pick(ODD_VALUES)}`);
  });
  const changed: Parts = { ...parts, [sheet]: shuffled };
  return zipBytes(Object.entries(changed).map(([name, data]) => ({ name, data })));
}

const ODD_VALUES = [
  '0',
  '1',
  '-1',
  '1e300',
  '0.1',
  '4',
  '99',
  'Ya',
  'ya ',
  'TIDAK',
  'a',
  'E',
  '3,6',
  '',
  '%',
  '__proto__',
];

type Change = (bytes: Buffer, random: Random) => Buffer;

const BYTE_CHANGES: readonly Change[] = [
  function flip(bytes, random) {
    const copy = Buffer.from(bytes);
    for (let left = 1 + random.below(8); left > 0 && copy.length > 0; left -= 1) {
      const at = random.below(copy.length);
      copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
    }
    return copy;
  },
  function drop(bytes, random) {
    const { from, to } = stretch(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  function repeat(bytes, random) {
    const { from, to } = stretch(bytes, random);
    const times = 1 + random.below(20);
    const more = Array.from({ length: times }, () => bytes.subarray(from, to));
    return Buffer.concat([bytes.subarray(0, to), ...more, bytes.subarray(to)]);
  },
  function move(bytes, random) {
    const { from, to } = stretch(bytes, random);
    const rest = Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
    const at = random.below(rest.length + 1);
    return Buffer.concat([rest.subarray(0, at), bytes.subarray(from, to), rest.subarray(at)]);
  },
  function cut(bytes, random) {
    return bytes.subarray(0, random.below(bytes.length + 1));
  },
  function fill(bytes, random) {
    const copy = Buffer.from(bytes);
    const { from, to } = stretch(bytes, random);
    return copy.fill(random.pick([0, 0xff, 0x20, 0x41]), from, Math.min(to, from + 8));
  },
  function noise(bytes, random) {
    const at = random.below(bytes.length + 1);
    const added = Buffer.from(
      Array.from({ length: 1 + random.below(64) }, () => random.below(256)),
    );
    return Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at)]);
  },
];

const NASTY = [
  ...['', '0', '-1', '1e999', '99999999999999999999', '4294967296', '2147483648', 'NaN', '1048577'],
  ...[
    'XFE1',
    'A0',
    'A1:XFD1048576',
    'ZZZ9999999',
    '__proto__',
    'constructor',
    '../../../etc/passwd',
  ],
  ...[
    '&lol;',
    '&#0;',
    '&#xFFFF;',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<?x',
    '<!DOCTYPE x>',
    '"',
    "'",
  ],
  ...['_xD800_', '_x0000_', '\ud83c', '\u0000', '\ufeff', '[h]', '%', 'a'.repeat(40_000)],
];

const TEXT_CHANGES: readonly Change[] = [
  function number(bytes, random) {
    return replaceOne(bytes, /\d+/g, random.pick(NASTY), random);
  },
  function attribute(bytes, random) {
    return replaceOne(bytes, /="[^"]*"/g, `="${random.pick(NASTY)}"`, random);
  },
  function content(bytes, random) {
    return replaceOne(bytes, />[^<]*</g, `>${random.pick(NASTY)}<`, random);
  },
  function tag(bytes, random) {
    return replaceOne(
      bytes,
      /<[^>]*>/g,
      random.pick(['', '<c>', '</c>', '<x:row/>', '<a><a><a>']),
      random,
    );
  },
  function element(bytes, random) {
    const [found] = pickMatch(bytes, /<(\w+)[^>]*>[^<]*<\/\1>|<\w+[^>]*\/>/g, random);
    return found === undefined
      ? bytes
      : replaceOne(bytes, /<\w+[^>]*\/>/g, found.repeat(1 + random.below(200)), random);
  },
];

function replaceOne(bytes: Buffer, pattern: RegExp, by: string, random: Random): Buffer {
  const [found, at] = pickMatch(bytes, pattern, random);
  if (found === undefined) return bytes;
  const text = bytes.toString('utf8');
  return Buffer.from(text.slice(0, at) + by + text.slice(at + found.length));
}

function pickMatch(
  bytes: Buffer,
  pattern: RegExp,
  random: Random,
): readonly [string, number] | readonly [undefined, 0] {
  const found = [...bytes.toString('utf8').matchAll(pattern)];
  if (found.length === 0) return [undefined, 0];
  const match = random.pick(found);
  return [match[0], match.index];
}

function stretch(bytes: Buffer, random: Random): { from: number; to: number } {
  const from = random.below(bytes.length + 1);
  const most = random.pick([1, 4, 30, 300, bytes.length]);
  return { from, to: Math.min(bytes.length, from + 1 + random.below(most)) };
}
