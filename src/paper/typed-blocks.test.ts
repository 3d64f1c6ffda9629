import { typedBlocks } from './typed-blocks.js';

describe('what somebody typed into a report', () => {
  it('is set as paragraphs, and lines with a dash as a list', () => {
    const typed = 'Tingkatkan hal berikut:\n- SOP\n • standar layanan\n\nSelebihnya baik.';
    expect(typedBlocks(typed)).toEqual([
      { kind: 'text', text: 'Tingkatkan hal berikut:' },
      { kind: 'list', items: ['SOP', 'standar layanan'] },
      { kind: 'text', text: 'Selebihnya baik.' },
    ]);
  });

  it.each([
    ['a dash within a line', 'SOP - belum lengkap'],
    ['a minus before a figure', '-5 poin'],
  ])('keeps %s as it is', (_, typed) => {
    expect(typedBlocks(typed)).toEqual([{ kind: 'text', text: typed }]);
  });

  it('is nothing where nothing was typed', () => {
    expect(typedBlocks(' \n ')).toEqual([]);
  });
});
