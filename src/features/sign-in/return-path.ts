import { paths } from '../../paths.js';

const MAX_LENGTH = 2000;
const OWN_ORIGIN = 'http://own.invalid';

/** Where to go after signing in: a page of ours, or home when the address is anything else. */
export function safeReturnPath(wanted: string | undefined): string {
  return wanted !== undefined && isOwnPath(wanted) ? wanted : paths.home();
}

/** As browsers read it: "//x", "/\x", "/<tab>/x" and "/.//x" all lead elsewhere or look like it. */
function isOwnPath(path: string): boolean {
  if (path.length > MAX_LENGTH || !/^\/[\x21-\x5b\x5d-\x7e]*$/.test(path)) return false;
  if (!URL.canParse(path, OWN_ORIGIN)) return false;
  const url = new URL(path, OWN_ORIGIN);
  return url.origin === OWN_ORIGIN && !url.pathname.startsWith('//');
}
