import { baseName, extensionOf, hiddenExtension, safeFileName } from './upload-name.js';

describe('the name of an uploaded file', () => {
  it.each([
    ['SK Tim ZI 2026.pdf', 'SK Tim ZI 2026.pdf'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['..\\..\\Windows\\sk.pdf', 'sk.pdf'],
    ['C:\\Users\\ayu\\sk.pdf', 'sk.pdf'],
    ['/', 'berkas'],
    ['..', 'berkas'],
    ['', 'berkas'],
    ['.htaccess.pdf', 'htaccess.pdf'],
    ['sk\u0000.exe\u0000.pdf', 'sk.exe.pdf'],
    ['sk\r\nSet-Cookie: a=b.pdf', 'sk Set-Cookie: a=b.pdf'],
    ['sk\ttim.pdf', 'sk tim.pdf'],
    ['laporan\u202Efdp.exe', 'laporanfdp.exe'],
    ['lap\u200Boran\uFEFF.pdf', 'laporan.pdf'],
    ['sk.pdf. . ', 'sk.pdf'],
    ['e\u0301tik\ud800.pdf', '\u00e9tik\ufffd.pdf'],
    ['<img src=x onerror=alert(1)>.pdf', '<img src=x onerror=alert(1)>.pdf'],
    ['Kegiatan 🎉 sosialisasi.jpg', 'Kegiatan 🎉 sosialisasi.jpg'],
  ])('%j is kept as %j', (raw, kept) => {
    expect(safeFileName(raw)).toBe(kept);
  });

  it('has at most 200 characters and keeps its ending', () => {
    const name = safeFileName(`${'😀'.repeat(300)}.pdf`);
    expect(Array.from(name)).toHaveLength(200);
    expect(name.endsWith('.pdf')).toBe(true);
  });

  // Quadratic work on a million characters would outlast the whole run.
  it('is read to its end however long it is', () => {
    expect(safeFileName(`${'. '.repeat(500_000)}x`)).toMatch(/x$/);
  });

  it.each([
    ['a.PDF', 'pdf'],
    ['a.tar.gz', 'gz'],
    ['tanpa', ''],
    ['titik.', ''],
  ])('%j ends in %j', (name, extension) => {
    expect(extensionOf(name)).toBe(extension);
  });

  it.each([
    ['sk.exe.pdf', 'exe'],
    ['sk.php .pdf', 'php'],
    ['SK No. 12.2026.pdf', null],
    ['exe.pdf', null],
    ['surat.docx.pdf', null],
  ])('%j hides %j', (name, hidden) => {
    expect(hiddenExtension(name)).toBe(hidden);
  });

  it.each([
    ['SK Tim.v2.pdf', 'SK Tim.v2'],
    ['.pdf', '.pdf'],
    ['tanpa', 'tanpa'],
  ])('%j gives an evidence the name %j', (name, base) => {
    expect(baseName(name)).toBe(base);
  });
});
