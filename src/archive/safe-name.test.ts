import * as fc from 'fast-check';
import { safeName, uniquePaths } from './safe-name.js';

const RESERVED = ['CON', 'prn', 'Aux', 'NUL', 'COM1', 'com9', 'LPT1', 'LPT³', 'CONIN$'];

describe('a text as the name of a file', () => {
  it.each([
    ['SK Tim ZI 2026.pdf', 'SK Tim ZI 2026.pdf'],
    ['Notula: rapat 1/2 "pleno" <akhir>?.pdf', 'Notula- rapat 1-2 -pleno- -akhir--.pdf'],
    ['..\\..\\windows\\system32', '-..-windows-system32'],
    ['../../etc/passwd', '-..-etc-passwd'],
    ['laporan. . .', 'laporan'],
    ['  .tersembunyi  ', 'tersembunyi'],
    ['dua\r\nbaris\tsatu\u0000', 'dua baris satu'],
    ['gpj.\u202Efdp', 'gpj.fdp'],
    ['Pelayanan é', 'Pelayanan é'],
    ['...', 'tanpa nama'],
    ['', 'tanpa nama'],
    ['\u200B', 'tanpa nama'],
    ['CON.pdf', '_CON.pdf'],
    ['nul', '_nul'],
    ['CONTOH.pdf', 'CONTOH.pdf'],
  ])('%j becomes %j', (raw, name) => {
    expect(safeName(raw, 60, 'tanpa nama')).toBe(name);
  });

  it.each(RESERVED)('never is %s', (name) => {
    expect(safeName(name, 60, 'x')).toBe(`_${name}`);
    expect(safeName(`${name}.pdf`, 60, 'x')).toBe(`_${name}.pdf`);
  });

  it('is cut between words and keeps its ending', () => {
    const raw = `Laporan ${'pelaksanaan '.repeat(20)}kegiatan.pdf`;
    const name = safeName(raw, 40, 'x');
    expect(name).toBe('Laporan pelaksanaan pelaksanaan.pdf');
  });

  it('whatever it is made from, is one that Windows takes', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 90 }), fc.string());
    fc.assert(
      fc.property(texts, fc.integer({ min: 12, max: 64 }), (raw, most) => {
        const name = safeName(raw, most, 'tanpa nama');
        expect(name).toBe(name.normalize('NFC'));
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}]|^[. ]|[. ]$|^$/u);
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
        expect(Array.from(name).length).toBeLessThanOrEqual(most + 1);
      }),
    );
  });
});

describe('paths that no system takes for one another', () => {
  it.each([
    ['the same name', 'SK.pdf', 'SK.pdf', 'SK (2).pdf'],
    ['another case', 'sk tim.pdf', 'SK TIM.PDF', 'SK TIM (2).PDF'],
    ['another composition', 'é.pdf', 'e\u0301.pdf', 'e\u0301 (2).pdf'],
    ['a ligature', 'ﬁle.pdf', 'file.pdf', 'file (2).pdf'],
    ['a sharp s', 'STRASSE', 'straße', 'straße (2)'],
  ])('%s', (_title, first, second, given) => {
    const unique = uniquePaths();
    expect(unique('Bukti/', first)).toBe(`Bukti/${first}`);
    expect(unique('Bukti/', second)).toBe(`Bukti/${given}`);
    expect(unique('Lain/', second)).toBe(`Lain/${second}`);
  });

  it('go on counting', () => {
    const unique = uniquePaths();
    const paths = ['a.pdf', 'A.pdf', 'a (2).pdf', 'a.pdf'].map((name) => unique('', name));
    expect(paths).toEqual(['a.pdf', 'A (2).pdf', 'a (2) (2).pdf', 'a (3).pdf']);
  });
});
