import type { Messages } from './message-table.js';

export const satkerMessages = {} as const satisfies Messages;
