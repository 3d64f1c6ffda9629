import type { Kind } from './kind.js';
import { cellKinds } from './kinds/cell-kinds.js';
import { fileKinds } from './kinds/file-kinds.js';
import { xmlKinds } from './kinds/xml-kinds.js';
import { zipKinds } from './kinds/zip-kinds.js';

/** Every crafted file, by what is wrong or odd about it. */
export const CORPUS: readonly Kind[] = [...fileKinds, ...zipKinds, ...xmlKinds, ...cellKinds];
