import { stageText } from '../../text/messages/lke.js';
import { readOnlyText } from '../../text/messages/sheet.js';
import type { Lke } from '../lke/store.js';
import type { MayFill } from './may-fill.js';

/** The sentence that tells why there is no form; null where there is one. */
export function readOnlyReason(may: MayFill, lke: Lke): string | null {
  switch (may) {
    case 'yes':
      return null;
    case 'role':
      return readOnlyText.role;
    case 'area':
      return readOnlyText.area;
    case 'stage':
      return readOnlyText.stage(stageText[lke.stage]);
    case 'not-returned':
      return readOnlyText.notReturned;
  }
}
