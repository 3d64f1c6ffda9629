import { withBytes, type FileBytes } from './upload-bytes.js';
import type { FileFault } from './upload-fault.js';
import { faultOfJpeg } from './upload-jpeg.js';
import { extensionOf, hiddenExtension } from './upload-name.js';
import { faultOfOffice } from './upload-office.js';
import { faultOfPdf } from './upload-pdf.js';
import { faultOfPng } from './upload-png.js';
import { faultOfWebp } from './upload-webp.js';

export type FileVerdict =
  | { readonly ok: true; readonly mediaType: string }
  | { readonly ok: false; readonly code: FileFault; readonly extension: string };

interface FileType {
  readonly mediaType: string;
  readonly faultOf: (bytes: FileBytes) => Promise<FileFault | null>;
}

const FORMATS = 'application/vnd.openxmlformats-officedocument';
const JPEG: FileType = { mediaType: 'image/jpeg', faultOf: faultOfJpeg };

/** The accepted files, by the ending of the name (quality.md, Uploads). */
const TYPES: ReadonlyMap<string, FileType> = new Map([
  ['pdf', { mediaType: 'application/pdf', faultOf: faultOfPdf }],
  ['jpg', JPEG],
  ['jpeg', JPEG],
  ['png', { mediaType: 'image/png', faultOf: faultOfPng }],
  ['webp', { mediaType: 'image/webp', faultOf: faultOfWebp }],
  ['docx', office('wordprocessingml.document')],
  ['xlsx', office('spreadsheetml.sheet')],
  ['pptx', office('presentationml.presentation')],
]);

/** Decides by the name's ending and by the content, which must be one whole file of that type. */
export async function judgeFile(name: string, path: string): Promise<FileVerdict> {
  const extension = extensionOf(name);
  const refuse = (code: FileFault): FileVerdict => ({ ok: false, code, extension });
  const type = TYPES.get(extension);
  if (type === undefined) return refuse('file-type');
  if (hiddenExtension(name) !== null) return refuse('file-double-extension');
  return withBytes(path, async (bytes) => {
    if (bytes.size === 0) return refuse('file-empty');
    const fault = await type.faultOf(bytes);
    return fault === null ? { ok: true, mediaType: type.mediaType } : refuse(fault);
  });
}

function office(kind: string): FileType {
  const mediaType = `${FORMATS}.${kind}`;
  return { mediaType, faultOf: (bytes) => faultOfOffice(bytes, `${mediaType}.main+xml`) };
}
