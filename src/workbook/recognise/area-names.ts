import type { Area, Instrument } from '../../domain/instrument/instrument.js';
import { plainText } from './normal-text.js';

/** "1. Manajemen Perubahan", "Area 1: MANAJEMEN PERUBAHAN" or the bare name: the change area. */
export function areaOfText(text: string, instrument: Instrument): Area | null {
  const name = plainText(text).replace(/^(?:area )?(?:perubahan )?(?:[1-6]|[ivx]+) /, '');
  if (name === '') return null;
  return (
    instrument.areas.find((area) => area.key !== 'hasil' && plainText(area.name) === name) ?? null
  );
}
