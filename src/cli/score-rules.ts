import type { Instrument } from '../domain/instrument/instrument.js';
import type { Ruleset } from '../domain/predikat/gate.js';
import { refused, type Outcome } from '../domain/problem.js';
import type { Instruments } from '../instruments.js';

/** The sheet's instrument when the input names neither an instrument nor a year. */
const DEFAULT_INSTRUMENT = 'lke-2026';

interface Rules {
  readonly instrument: Instrument;
  readonly ruleset: Ruleset;
}

/** The instrument and gates a sheet asks for; one that is not shipped is refused, never replaced. */
export function chooseRules(id: unknown, year: unknown, instruments: Instruments): Outcome<Rules> {
  const wantedYear = parseYear(year, instruments);
  if (!wantedYear.ok) return wantedYear;
  if ((id ?? null) === null && wantedYear.value !== null) {
    return { ok: true, value: instruments.forYear(wantedYear.value) };
  }
  const wanted = id ?? DEFAULT_INSTRUMENT;
  if (typeof wanted !== 'string' || !instruments.ids.includes(wanted)) {
    return refused('instrument', 'unknown-instrument', { known: instruments.ids.join(', ') });
  }
  const instrument = instruments.instrument(wanted);
  if (wantedYear.value !== null && instrument.year !== wantedYear.value) {
    const args = { instrument: wanted, year: instrument.year };
    return refused('year', 'year-of-another-instrument', args);
  }
  return { ok: true, value: instruments.forYear(instrument.year) };
}

function parseYear(year: unknown, instruments: Instruments): Outcome<number | null> {
  if ((year ?? null) === null) return { ok: true, value: null };
  if (typeof year === 'number' && instruments.years.includes(year))
    return { ok: true, value: year };
  return refused('year', 'unknown-year', { known: instruments.years.join(', ') });
}
