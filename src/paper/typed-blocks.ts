import type { PaperBlock } from './paper.js';

const ITEM = /^\s*[-•*]\s+/;

/** What somebody typed as it is set: paragraphs, and lists where lines begin with a dash. */
export function typedBlocks(typed: string): readonly PaperBlock[] {
  const blocks: PaperBlock[] = [];
  let items: string[] = [];
  const closeList = (): void => {
    if (items.length > 0) blocks.push({ kind: 'list', items });
    items = [];
  };
  for (const line of typed.split('\n')) {
    if (ITEM.test(line)) {
      items.push(line.replace(ITEM, '').trimEnd());
      continue;
    }
    closeList();
    if (line.trim() !== '') blocks.push({ kind: 'text', text: line.trim() });
  }
  closeList();
  return blocks;
}
