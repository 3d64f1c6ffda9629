import type { Messages } from './message-table.js';

export const exchangeMessages = {} as const satisfies Messages;
