import { shippedStatement, statementBlocks, unknownFields } from './statement-template.js';

const VALUES = {
  nama: 'Nama Pimpinan',
  jabatan: 'Ketua',
  instansi: 'KPU',
  jumlah: '3',
  predikat: 'Menuju WBK',
  tahun: '2026',
  nomor: '21/2026',
  tanggal: '7 April 2026',
};

describe('the words of the statement', () => {
  it('that ship with the product use known fields only and say whose words they are', () => {
    const { text, source } = shippedStatement();
    expect(unknownFields(text)).toEqual([]);
    expect(source).toContain('Rumusan bawaan Tapak ZI');
    const blocks = statementBlocks(text, VALUES);
    expect(blocks.map(({ kind }) => kind)).toEqual(['text', 'facts', 'text', 'list', 'text']);
    expect(JSON.stringify(blocks)).not.toMatch(/[{][a-z]+[}]/);
  });

  it('become paragraphs, facts and a numbered list', () => {
    const template =
      'Yang bertanda tangan:\nNama: {nama}\n\nmenyatakan:\n1. Benar.\n2) Atas {jumlah}.';
    expect(statementBlocks(template, VALUES)).toEqual([
      { kind: 'text', text: 'Yang bertanda tangan:' },
      { kind: 'facts', facts: [{ label: 'Nama', value: 'Nama Pimpinan' }] },
      { kind: 'text', text: 'menyatakan:' },
      { kind: 'list', items: ['Benar.', 'Atas 3.'], isNumbered: true },
    ]);
  });

  it('are filled once: a value that looks like a field or a list stays what it is', () => {
    const values = { ...VALUES, nama: '{nip}', instansi: '1. KPU' };
    expect(statementBlocks('{instansi}\nSaya {nama}.', values)).toEqual([
      { kind: 'text', text: '1. KPU' },
      { kind: 'text', text: 'Saya {nip}.' },
    ]);
  });

  it.each([
    ['{nama} dan {nip}', ['nip']],
    ['{ nama }', [' nama ']],
    ['{}', ['']],
    ['tanpa kurung', []],
  ])('%j has the unknown fields %j', (template, unknown) => {
    expect(unknownFields(template)).toEqual(unknown);
  });
});
