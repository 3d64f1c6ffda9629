import type { NamedPlace } from '../../domain/access/check-grants.js';
import { chosenSatker, splitSatker } from './satker-choice.js';

const PLACES = new Map<string, NamedPlace>([
  ['52', { code: '52', provinceCode: '52', level: 'provinsi', name: 'KPU Provinsi NTB' }],
  ['71', { code: '71', provinceCode: '71', level: 'provinsi', name: 'KPU Provinsi Sulut' }],
  [
    '52.71',
    { code: '52.71', provinceCode: '52', level: 'kabupaten/kota', name: 'KPU Kota Mataram' },
  ],
]);

describe('the satker meant by what was typed', () => {
  it.each(['52.71', ' 52.71 ', '52.71 KPU Kota Mataram', 'KPU Kota Mataram', 'kpu kota MATARAM'])(
    'is Kota Mataram for %j',
    (typed) => {
      expect(chosenSatker(typed, PLACES)?.code).toBe('52.71');
    },
  );

  it.each(['', '52,71', '5271', '52.7', '52.71 KPU Kota Bima', 'Mataram', '99'])(
    'is none for %j',
    (typed) => {
      expect(chosenSatker(typed, PLACES)).toBeNull();
    },
  );

  it.each([
    ['52.71\n52.72', ['52.71', '52.72']],
    ['52.71 52.72  52', ['52.71', '52.72', '52']],
    ['52.71|KPU Kota Bima', ['52.71', 'KPU Kota Bima']],
    ['52.71; 52.72;', ['52.71', '52.72']],
    ['52.71 KPU Kota Mataram', ['52.71 KPU Kota Mataram']],
    // Two provinces to a careless reader: a spreadsheet's way to write 52.71.
    ['52,71', ['52,71']],
    ['', []],
  ])('of several: %j', (typed, parts) => {
    expect(splitSatker(typed)).toEqual(parts);
  });
});
