import type { Instrument } from '../../domain/instrument/instrument.js';
import type { GateCode } from '../../domain/predikat/gate.js';
import { gateWords } from '../../text/workbook-words.js';
import { areaOfText } from './area-names.js';
import { plainText } from './normal-text.js';

/** The gate that a line of a summary sheet is about, by its name; null for other lines. */
export function gateOfText(text: string, instrument: Instrument): GateCode | null {
  const area = areaOfText(text, instrument);
  if (area !== null) return `area-${area.key}` as GateCode;
  const plain = plainText(text);
  return gateWords.find(({ words }) => words.test(plain))?.code ?? null;
}
