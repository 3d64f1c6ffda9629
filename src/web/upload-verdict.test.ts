import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as files from '../../test/support/files.js';
import { judgeFile } from './upload-verdict.js';

const PDF = 'application/pdf';
const JPG = 'image/jpeg';
const PNG = 'image/png';
const WEBP = 'image/webp';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

const { aPdf, aPng, aJpg, webpFile, docxFile, xlsxFile, pptxFile, html, svg, exe } = files;
const docx = docxFile(['isi']);
const xlsx = xlsxFile([['isi']]);
const pptx = pptxFile();
const join2 = (...parts: readonly (Buffer | string)[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
  );
const withPart = (kind: 'docx' | 'xlsx' | 'pptx', name: string, text = 'x') =>
  files.officeWith(kind, (parts) => ({ ...parts, [name]: text }));
const withoutPart = (kind: 'docx' | 'xlsx' | 'pptx', name: string) =>
  files.officeWith(kind, (parts) =>
    Object.fromEntries(Object.entries(parts).filter(([part]) => part !== name)),
  );
const jpgWithExif = join2(
  aJpg().subarray(0, 2),
  '\xff\xe1\x00\x0aExif\0\0\0\0',
  aJpg().subarray(2),
);

const CASES: readonly [what: string, name: string, bytes: Buffer, verdict: string][] = [
  // Whole files of every type.
  ['a PDF', 'sk.pdf', aPdf(), PDF],
  ['a PDF with an ending in capitals', 'SK TIM.PDF', aPdf(), PDF],
  ['a PDF with dots in its name', 'SK No. 12.a.2026.pdf', aPdf(), PDF],
  ['a PDF after printer commands', 'pindai.pdf', join2('\x1b%-12345X@PJL\r\n', aPdf()), PDF],
  ['a PDF with line ends behind it', 'sk.pdf', join2(aPdf(), '\r\n\r\n\0\0'), PDF],
  ['a PDF made from a Word file, both endings', 'surat.docx.pdf', aPdf(), PDF],
  ['a large PDF', 'laporan.pdf', files.pdfOfSize(300_000), PDF],
  ['a JPG', 'foto.jpg', aJpg(), JPG],
  ['a JPG called jpeg', 'foto.jpeg', aJpg(), JPG],
  ['a JPG with camera data', 'foto.jpg', jpgWithExif, JPG],
  [
    'a JPG with a filling byte',
    'foto.jpg',
    join2(aJpg().subarray(0, 2), '\xff', aJpg().subarray(2)),
    JPG,
  ],
  ['a JPG with a phone maker’s bytes behind it', 'foto.jpg', join2(aJpg(), 'vivo{"v":1}'), JPG],
  ['a JPG with a second picture behind it', 'foto.jpg', join2(aJpg(), aJpg()), JPG],
  ['a PNG', 'layar.png', aPng(), PNG],
  ['a WebP', 'layar.webp', webpFile(), WEBP],
  ['a Word file', 'notula.docx', docx, DOCX],
  ['a workbook', 'rekap.xlsx', xlsx, XLSX],
  ['a presentation', 'paparan.pptx', pptx, PPTX],

  // Types that are not accepted, whatever they hold.
  ['no ending', 'suratkeputusan', aPdf(), 'file-type'],
  ['a page', 'halaman.html', html, 'file-type'],
  ['a drawing', 'logo.svg', svg, 'file-type'],
  ['a program', 'setup.exe', exe, 'file-type'],
  ['an archive', 'semua.zip', files.plainZip, 'file-type'],
  ['an old Word file', 'surat.doc', files.oldWord, 'file-type'],
  ['a Word file with macros', 'surat.docm', docx, 'file-type'],
  ['a PDF behind a program ending', 'sk.pdf.exe', aPdf(), 'file-type'],
  ['a text', 'catatan.txt', Buffer.from('catatan'), 'file-type'],

  // A hidden ending before an accepted one.
  ['a program ending before pdf', 'sk.exe.pdf', aPdf(), 'file-double-extension'],
  ['a script ending before jpg', 'foto.php.jpg', aJpg(), 'file-double-extension'],
  ['a page ending before png', 'layar.html.png', aPng(), 'file-double-extension'],
  ['a macro ending before docx', 'surat.docm.docx', docx, 'file-double-extension'],

  // Nothing in it.
  ['an empty PDF', 'sk.pdf', Buffer.alloc(0), 'file-empty'],
  ['an empty workbook', 'rekap.xlsx', Buffer.alloc(0), 'file-empty'],

  // Another type than the name says.
  ['a page called pdf', 'sk.pdf', html, 'file-content'],
  ['a drawing called png', 'logo.png', svg, 'file-content'],
  ['a program called pdf', 'sk.pdf', exe, 'file-content'],
  ['an archive called docx', 'surat.docx', files.plainZip, 'file-content'],
  ['a PNG called jpg', 'foto.jpg', aPng(), 'file-content'],
  ['a JPG called png', 'foto.png', aJpg(), 'file-content'],
  ['a JPG called webp', 'foto.webp', aJpg(), 'file-content'],
  ['a PDF called docx', 'surat.docx', aPdf(), 'file-content'],
  ['a Word file called pdf', 'surat.pdf', docx, 'file-content'],
  ['a workbook called docx', 'surat.docx', xlsx, 'file-content'],
  ['a Word file called xlsx', 'rekap.xlsx', docx, 'file-content'],
  ['a workbook called pptx', 'paparan.pptx', xlsx, 'file-content'],
  [
    'a Word template called docx',
    'surat.docx',
    files.docxOfType('template.main+xml'),
    'file-content',
  ],
  ['a PDF whose header comes too late', 'sk.pdf', join2(' '.repeat(1100), aPdf()), 'file-content'],

  // Broken or cut off.
  ['a PDF cut in the middle', 'sk.pdf', aPdf().subarray(0, 300), 'file-damaged'],
  ['a JPG cut before its end', 'foto.jpg', aJpg().subarray(0, -2), 'file-damaged'],
  [
    'a JPG without a picture',
    'foto.jpg',
    join2(aJpg().subarray(0, 20), '\xff\xd9'),
    'file-damaged',
  ],
  ['a PNG cut in the middle', 'layar.png', aPng().subarray(0, 50), 'file-damaged'],
  ['a PNG without a picture', 'layar.png', files.pngWithoutData, 'file-damaged'],
  ['a PNG with a wrong checksum', 'layar.png', files.pngWithWrongChecksum, 'file-damaged'],
  ['a WebP cut in the middle', 'layar.webp', webpFile().subarray(0, -4), 'file-damaged'],
  ['a WebP without a picture', 'layar.webp', files.webpWithoutPicture, 'file-damaged'],
  ['a Word file cut in the middle', 'surat.docx', docx.subarray(0, -30), 'file-damaged'],
  [
    'a Word file without its text',
    'surat.docx',
    withoutPart('docx', 'word/document.xml'),
    'file-damaged',
  ],
  [
    'a workbook without its list of parts',
    'rekap.xlsx',
    withoutPart('xlsx', '[Content_Types].xml'),
    'file-content',
  ],
  ['a Word file whose list is a bomb', 'surat.docx', files.bomb(), 'file-damaged'],

  // Two things at once.
  ['a page before a PDF', 'sk.pdf', join2(html, aPdf()), 'file-mixed'],
  ['a program before a PDF', 'sk.pdf', join2(exe.subarray(0, 200), aPdf()), 'file-mixed'],
  [
    'a page within the head of a PDF',
    'sk.pdf',
    join2('%PDF-1.4\n<html><script>', aPdf()),
    'file-mixed',
  ],
  ['an archive behind a PDF', 'sk.pdf', join2(aPdf(), files.plainZip), 'file-mixed'],
  ['a page behind a PDF', 'sk.pdf', join2(aPdf(), html), 'file-mixed'],
  ['an archive behind a JPG', 'foto.jpg', join2(aJpg(), files.plainZip), 'file-mixed'],
  ['a page behind a JPG', 'foto.jpg', join2(aJpg(), html), 'file-mixed'],
  ['a program behind a JPG', 'foto.jpg', join2(aJpg(), exe), 'file-mixed'],
  ['a page behind a PNG', 'layar.png', join2(aPng(), html), 'file-mixed'],
  ['anything behind a PNG', 'layar.png', join2(aPng(), 'x'), 'file-mixed'],
  ['an archive behind a WebP', 'layar.webp', join2(webpFile(), files.plainZip), 'file-mixed'],
  [
    'a PDF within the head of a Word file',
    'surat.docx',
    join2(docx.subarray(0, 40), aPdf(), docx),
    'file-mixed',
  ],
  ['bytes between an archive and its directory', 'surat.docx', join2(docx, docx), 'file-damaged'],

  // Macros and locks.
  [
    'a Word file with a macro project',
    'surat.docx',
    withPart('docx', 'word/vbaProject.bin'),
    'file-macro',
  ],
  [
    'a workbook with a macro project, in capitals',
    'rekap.xlsx',
    withPart('xlsx', 'xl/VBAPROJECT.BIN'),
    'file-macro',
  ],
  [
    'a workbook with an old macro sheet',
    'rekap.xlsx',
    withPart('xlsx', 'xl/macrosheets/sheet1.xml'),
    'file-macro',
  ],
  [
    'a macro type under an innocent name',
    'surat.docx',
    files.docxOfType('document.macroEnabled.main+xml'),
    'file-macro',
  ],
  ['a Word file with a password', 'surat.docx', files.oldWord, 'file-locked'],
  [
    'a workbook whose entries are encrypted',
    'rekap.xlsx',
    files.withEncryptedFlag(xlsx),
    'file-locked',
  ],
];

describe('the verdict on an uploaded file', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'verdict-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has at least 60 files in its table', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(60);
  });

  it.each(CASES)('%s (%s)', async (_what, name, bytes, expected) => {
    const path = join(folder, 'berkas');
    writeFileSync(path, bytes);
    const verdict = await judgeFile(name, path);
    expect(verdict.ok ? verdict.mediaType : verdict.code).toBe(expected);
  });
});
