import { loadInstruments } from '../../src/instruments.js';

/** The real instrument and gates of 2026, for tests. */
export const instruments = loadInstruments();
export const { instrument, ruleset } = instruments.forYear(2026);
