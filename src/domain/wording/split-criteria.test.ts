import { splitCriteria } from './split-criteria.js';

const ABC = ['A', 'B', 'C'];
const YES_NO = ['Ya', 'Tidak'];

describe('criteria of lettered options are taken apart', () => {
  it.each([
    ['lower-case letters with a point', 'a. semua\nb. sebagian\nc. tidak ada'],
    ['capitals with a colon', 'A: semua\nB: sebagian\nC: tidak ada'],
    ['letters with a comma', 'A, semua\nB, sebagian\nC, tidak ada'],
    ['letters in brackets', '(a) semua\n(b) sebagian\n(c) tidak ada'],
    ['letters before a bracket', 'a) semua\nb) sebagian\nc) tidak ada'],
    ['an equals sign and spaces', '  A = semua\n  B = sebagian \n  C = tidak ada'],
    ['blank lines between them', 'a. semua\n\nb. sebagian\n\nc. tidak ada'],
  ])('from %s', (_, text) => {
    expect(splitCriteria(text, ABC)).toEqual({
      intro: '',
      options: ['semua', 'sebagian', 'tidak ada'],
    });
  });

  it('within one line, after the ends of sentences', () => {
    expect(splitCriteria('a. semua; b. sebagian, dll.; c. tidak ada', ABC)).toEqual({
      intro: '',
      options: ['semua;', 'sebagian, dll.;', 'tidak ada'],
    });
  });

  it('with what stands before them, and with texts of several lines', () => {
    expect(
      splitCriteria('Pilih satu:\na. semua\n- di pusat\n- di daerah\nb. sebagian\nc. nol', ABC),
    ).toEqual({
      intro: 'Pilih satu:',
      options: ['semua\n- di pusat\n- di daerah', 'sebagian', 'nol'],
    });
  });

  it('for five options as for two', () => {
    const letters = ['A', 'B', 'C', 'D', 'E'];
    const text = letters.map((letter) => `${letter}. syarat ${letter}`).join('\n');
    expect(splitCriteria(text, letters)?.options).toEqual(letters.map((one) => `syarat ${one}`));
  });
});

describe('criteria of Ya/Tidak', () => {
  it('often say only when it is Ya; the sentence is kept whole', () => {
    expect(splitCriteria('Ya, apabila tim telah dibentuk.', YES_NO)).toEqual({
      intro: '',
      options: ['Ya, apabila tim telah dibentuk.', null],
    });
  });

  it.each(['Ya, apabila ada\nTidak, apabila belum ada', 'Ya apabila ada. Tidak apabila belum ada'])(
    'may say both: %j',
    (text) => {
      const options = splitCriteria(text, YES_NO)?.options ?? [];
      expect(options[0]).toMatch(/^Ya,? apabila ada\.?$/);
      expect(options[1]).toMatch(/^Tidak,? apabila belum ada$/);
    },
  );
});

describe('criteria are left whole where it is not beyond doubt', () => {
  it.each([
    ['a letter is missing', 'a. semua\nc. tidak ada'],
    ['there are more letters than options', 'a. semua\nb. sebagian\nc. nol\nd. lain'],
    ['the letters are in another order', 'c. nol\nb. sebagian\na. semua'],
    ['a letter stands twice', 'a. semua\na. lagi\nb. sebagian\nc. nol'],
    ['an option has no text', 'a. semua\nb. \nc. nol'],
    ['a list within an option uses letters too', 'A. semua\na. satu\nb. dua\nB. sebagian\nC. nol'],
    [
      'something follows after a blank line',
      'a. semua\nb. sebagian\nc. nol\n\nCatatan: lihat juga',
    ],
    ['there are no marks at all', 'Semua unsur terwakili'],
    ['there is nothing', ''],
  ])('%s', (_, text) => {
    expect(splitCriteria(text, ABC)).toBeNull();
  });

  it.each([
    'Tidak, apabila belum ada',
    'Ya',
    'Sudah dibentuk',
    'Kaya akan tim',
    'Tidak ada. Ya ada',
  ])('of Ya/Tidak: %j', (text) => {
    expect(splitCriteria(text, YES_NO)).toBeNull();
  });

  // Quadratic work on these would outlast the whole run.
  it.each(['a. ', '(', ' \t', 'a. ( \t'])('is given up on endless %j', (piece) => {
    expect(splitCriteria(piece.repeat(200_000), ABC)).toBeNull();
  });
});
