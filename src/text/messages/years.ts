import type { Messages } from './message-table.js';

export const yearsMessages = {} as const satisfies Messages;
