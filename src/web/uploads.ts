/** The only addresses that take multipart bodies; the reader of each checks the form token itself. */
const UPLOAD_PATHS = [
  /^\/lke\/[^/]+\/\d+\/bukti\/baru$/,
  /^\/lke\/[^/]+\/\d+\/bukti\/\d+\/versi$/,
  /^\/lke\/[^/]+\/\d+\/jawaban\/[^/]+\/bukti$/,
  /^\/admin\/pengguna\/impor$/,
] as const;

export function isUploadPath(path: string): boolean {
  return UPLOAD_PATHS.some((pattern) => pattern.test(path));
}
