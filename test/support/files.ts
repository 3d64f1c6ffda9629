import {
  docxFile,
  docxParts,
  frame,
  jpgFile,
  officeFile,
  pdfFile,
  pngChunk,
  pngFile,
  pptxFile,
  pptxParts,
  riff,
  webpFile,
  xlsxFile,
  xlsxParts,
} from '../../fixtures/example-files.js';
import { strToU8, zipSync } from 'fflate';

export { docxFile, jpgFile, pdfFile, pngFile, pptxFile, webpFile, xlsxFile };

/** Files as attackers, broken lines and hurried people send them, beside whole ones. */

const FORMATS = 'application/vnd.openxmlformats-officedocument';

/** A whole PDF; another text gives other bytes. */
export function aPdf(text = 'SK Tim Pembangunan ZI'): Buffer {
  return pdfFile([text, 'Contoh untuk pengujian.']);
}

export function aPng(): Buffer {
  return pngFile(8, 8, (x, y) => [x * 30, y * 30, 90]);
}

export function aJpg(): Buffer {
  return jpgFile([20, 200, 90]);
}

/** A PDF of about this size: the rest is a comment of the format. */
export function pdfOfSize(bytes: number): Buffer {
  const pdf = aPdf();
  const filling = Buffer.from(`%${'x'.repeat(bytes - pdf.length - 2)}\n`);
  const end = pdf.lastIndexOf('startxref');
  return Buffer.concat([pdf.subarray(0, end), filling, pdf.subarray(end)]);
}

export const html = Buffer.from('<!DOCTYPE html><html><script>alert(1)</script></html>');
export const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
);
export const exe = Buffer.concat([Buffer.from('MZ\u0090\0\u0003', 'latin1'), Buffer.alloc(600)]);
export const oldWord = Buffer.concat([
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  Buffer.alloc(2048),
]);
export const plainZip = Buffer.from(zipSync({ 'surat.txt': strToU8('isi') }));

/** An office file with its content types or parts changed. */
export function officeWith(
  kind: 'docx' | 'xlsx' | 'pptx',
  change: (parts: Record<string, string>) => Record<string, string>,
): Buffer {
  const parts = {
    docx: () => docxParts(['isi']),
    xlsx: () => xlsxParts([['isi']]),
    pptx: () => pptxParts(),
  }[kind]();
  return officeFile(change({ ...parts }));
}

export function docxOfType(type: string): Buffer {
  return officeWith('docx', (parts) => ({
    ...parts,
    ...frame([['word/document.xml', `${FORMATS}.wordprocessingml.${type}`]]),
  }));
}

/** Marks every entry as encrypted, as a ZIP with a password has it. */
export function withEncryptedFlag(zip: Buffer): Buffer {
  const copy = Buffer.from(zip);
  for (const [signature, at] of [
    [0x04034b50, 6],
    [0x02014b50, 8],
  ] as const) {
    for (let offset = 0; offset + 4 < copy.length; offset += 1) {
      if (copy.readUInt32LE(offset) === signature) copy[offset + at] = (copy[offset + at] ?? 0) | 1;
    }
  }
  return copy;
}

/** A content list that inflates to 200 MB. */
export function bomb(): Buffer {
  const parts = docxParts(['isi']);
  const files: Record<string, Uint8Array> = {};
  for (const [name, part] of Object.entries(parts)) files[name] = strToU8(part);
  files['[Content_Types].xml'] = new Uint8Array(200_000_000);
  return Buffer.from(zipSync(files, { level: 9 }));
}

export const pngWithoutData = Buffer.concat([
  aPng().subarray(0, 33),
  pngChunk('IEND', Buffer.alloc(0)),
]);
export const webpWithoutPicture = riff('VP8X', Buffer.alloc(10));

/** One bit of the picture's size changed, so that the checksum of its header fails. */
export const pngWithWrongChecksum = Buffer.from(aPng());
pngWithWrongChecksum[19] = 9;
