import type { Config } from './config.js';
import { configText } from './text/messages/config.js';

/** What the operator can mend of a start that failed, in a sentence; null where it is a bug. */
export function startFault(error: unknown, config: Config): string | null {
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  if (syscall === 'listen') return listenFault(code, config);
  if (syscall === 'getaddrinfo') return configText.hostUnknown(config.host);
  const isFolder = syscall === 'mkdir' || syscall === 'open';
  return isFolder && typeof code === 'string' && /^E(ACCES|PERM|ROFS|NOTDIR|EXIST)$/.test(code)
    ? configText.folderUnwritable(config.dataFolder)
    : null;
}

function listenFault(code: unknown, { port, host }: Config): string | null {
  switch (code) {
    case 'EADDRINUSE':
      return configText.portTaken(port);
    case 'EACCES':
      return configText.portForbidden(port);
    case 'EADDRNOTAVAIL':
      return configText.hostUnknown(host);
    default:
      return null;
  }
}
