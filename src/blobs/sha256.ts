const SHA256_HEX = /^[0-9a-f]{64}$/;

/** True for the only form of a hash that may become part of a path. */
export function isSha256(text: string): boolean {
  return SHA256_HEX.test(text);
}
