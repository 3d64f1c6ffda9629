import { benches } from './benches.js';
import { BENCHES } from './settings.js';

/** One bench in a process of its own, so that none runs on code compiled for another. */
const [wanted, rounds] = process.argv.slice(2);
const name = BENCHES.find((bench) => bench === wanted);
if (name === undefined) throw new Error(`no bench ${String(wanted)}`);
const outcomes = await benches[name]({ rounds: Number(rounds), scale: 1 });
process.send?.(outcomes, () => process.disconnect());
