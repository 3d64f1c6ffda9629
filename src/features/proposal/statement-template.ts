import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Fact, PaperBlock } from '../../paper/paper.js';
import { projectRoot } from '../../project-root.js';

/** What the words of the statement may stand for, each written in braces. */
export const STATEMENT_FIELDS = [
  'nama',
  'jabatan',
  'instansi',
  'jumlah',
  'predikat',
  'tahun',
  'nomor',
  'tanggal',
] as const;
export type StatementField = (typeof STATEMENT_FIELDS)[number];
export type StatementValues = Readonly<Record<StatementField, string>>;

const SHIPPED = z.object({ source: z.string(), text: z.string() });
const FIELD = /\{([^{}\n]*)\}/g;
const FACT = /^([^\s:{}][^:{}]{0,38}):\s+(.*\{.*)$/;
const ITEM = /^\d{1,2}[.)]\s+(.+)$/;

let shipped: z.infer<typeof SHIPPED> | undefined;

/** The product's own words, used in a year until the administrator writes others. */
export function shippedStatement(): z.infer<typeof SHIPPED> {
  const file = path.join(projectRoot(), 'fixtures/reference/statement.json');
  shipped ??= SHIPPED.parse(JSON.parse(readFileSync(file, 'utf8')));
  return shipped;
}

/** Names in braces that stand for nothing. */
export function unknownFields(template: string): readonly string[] {
  const names = [...template.matchAll(FIELD)].map(([, name = '']) => name);
  return names.filter((name) => !(STATEMENT_FIELDS as readonly string[]).includes(name));
}

/**
 * The words as they are set. Numbered lines are a list, "label: {field}" lines a table of facts, all
 * others paragraphs. What is filled in never makes structure.
 */
export function statementBlocks(template: string, values: StatementValues): readonly PaperBlock[] {
  const blocks: PaperBlock[] = [];
  let facts: Fact[] = [];
  let items: string[] = [];
  const close = (): void => {
    if (facts.length > 0) blocks.push({ kind: 'facts', facts });
    if (items.length > 0) blocks.push({ kind: 'list', items, isNumbered: true });
    facts = [];
    items = [];
  };
  for (const line of template.split('\n').map((one) => one.trim())) {
    const [, label, value] = FACT.exec(line) ?? [];
    const [, item] = ITEM.exec(line) ?? [];
    if (value === undefined && facts.length > 0) close();
    if (item === undefined && items.length > 0) close();
    if (label !== undefined && value !== undefined) {
      facts.push({ label, value: filled(value, values) });
    } else if (item !== undefined) items.push(filled(item, values));
    else if (line !== '') blocks.push({ kind: 'text', text: filled(line, values) });
  }
  close();
  return blocks;
}

function filled(text: string, values: StatementValues): string {
  return text.replace(FIELD, (whole, name: string) =>
    name in values ? values[name as StatementField] : whole,
  );
}
