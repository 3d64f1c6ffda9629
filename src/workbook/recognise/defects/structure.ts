import type { Instrument } from '../../../domain/instrument/instrument.js';

/** What a row of the sheet adds up; each part by the keys of the rows that stand for it. */
export interface Whole {
  readonly key: string;
  readonly kind: 'mean' | 'sum';
  readonly parts: readonly { readonly keys: readonly string[]; readonly name: string }[];
}

/** Every mean and sum of the sheet, from the sub-components up to the total. */
export function wholesOf(instrument: Instrument): Whole[] {
  const { subcomponents, halfAreas, hasilParts } = instrument;
  const part = (keys: readonly string[], name = keys[0] ?? '') => ({ keys, name });
  const isHalf = (half: string) => halfAreas.filter((one) => one.half === half);
  return [
    ...subcomponents.map(({ code, indicators }): Whole => {
      const parts = indicators.map((one) => part([one.code, `group:${one.code}`]));
      return { key: code, kind: 'mean', parts };
    }),
    ...halfAreas.map(({ code, subcomponents: subs }): Whole => {
      return { key: code, kind: 'sum', parts: subs.map((sub) => part([sub.code])) };
    }),
    ...hasilParts.map(({ code, indicators }): Whole => {
      return { key: code, kind: 'sum', parts: indicators.map((one) => part([one.code])) };
    }),
    { key: 'A.I', kind: 'sum', parts: isHalf('pemenuhan').map(({ code }) => part([code])) },
    { key: 'A.II', kind: 'sum', parts: isHalf('reform').map(({ code }) => part([code])) },
    { key: 'A', kind: 'sum', parts: [part(['A.I']), part(['A.II'])] },
    { key: 'B', kind: 'sum', parts: hasilParts.map(({ code }) => part([code])) },
    { key: 'TOTAL', kind: 'sum', parts: [part(['TOTAL.A', 'A']), part(['TOTAL.B', 'B'])] },
  ];
}
