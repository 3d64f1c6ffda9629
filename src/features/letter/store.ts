/** What other features use of letters to TPI and of letterheads. */
export { letterOf, type Letter } from './letter-store.js';
export { chosenHead, tpiLetterheads, type LetterheadRow } from './letterhead-store.js';
export { verifyLetters } from './sent-letters-store.js';
