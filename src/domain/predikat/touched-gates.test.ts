import { loadInstruments } from '../../instruments.js';
import type { IndicatorCode } from '../instrument/instrument.js';
import { scoreSheet } from '../scoring/score-sheet.js';
import { judge } from './gates.js';
import { touchedGates } from './touched-gates.js';

const { instrument, ruleset } = loadInstruments().forYear(2026);
const report = judge(ruleset, 'wbk', scoreSheet(instrument, new Map()));

describe('the gates an indicator enters', () => {
  it.each([
    ['A.I.1.i.a', ['total', 'pengungkit', 'area-1']],
    ['A.II.5.iii.b', ['total', 'pengungkit', 'area-5']],
    ['B.I.a', ['total', 'hasil-bersih', 'ipak']],
    ['B.I.b', ['total', 'hasil-bersih', 'kinerja']],
    ['B.II.a', ['total', 'hasil-prima']],
  ])('of %s are %j', (code, gates) => {
    const indicator = instrument.byCode.get(code as IndicatorCode);
    if (indicator === undefined) throw new Error(`no ${code}`);
    expect(touchedGates(report, indicator).map((gate) => gate.code)).toEqual(gates);
  });
});
