/** How SQLite keeps what has no type of its own there. */

/** ISO-8601 in UTC. */
export type Instant = string;
/** `YYYY-MM-DD`. */
export type Day = string;
export type Json = string;
