import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { configText } from './text/messages/config.js';

/** What the operator set, parsed once and frozen. */
export interface Config {
  readonly dataFolder: string;
  readonly port: number;
  readonly host: string;
  /** Where users reach the product, without a slash at the end. */
  readonly publicUrl: string;
  readonly https: boolean;
  /** Express "trust proxy": number of hops, or addresses; false where no proxy stands before. */
  readonly trustProxy: number | readonly string[] | false;
  /** Example data: binds to loopback only and says so on every page. */
  readonly demo: boolean;
  readonly requestsPerMinute: number;
  /** Where e-mail is handed over and from whom it comes; null: none is sent. */
  readonly mail: { readonly url: string; readonly from: string } | null;
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly faults: string[] };

const WHOLE = /^\d{1,8}$/;
/** `zi@kpu.example` or `Tapak ZI <zi@kpu.example>`. */
const MAIL_FROM = /^(?:[^<>\r\n"]+ <[^\s<>@,]+@[^\s<>@,]+>|[^\s<>@,]+@[^\s<>@,]+)$/;

const ENV = z.object({
  ZI_DATA: z.string().optional(),
  PORT: whole(0, 65_535, configText.port),
  HOST: z.string().optional(),
  PUBLIC_URL: z
    .string()
    .optional()
    .refine((url) => url === undefined || isOrigin(url), said(configText.publicUrl)),
  TRUST_PROXY: z
    .string()
    .optional()
    .refine((value) => value === undefined || isTrust(value), said(configText.trustProxy)),
  SMTP_URL: z
    .string()
    .optional()
    .refine((url) => url === undefined || isSmtp(url), { error: () => configText.smtpUrl }),
  SMTP_FROM: z
    .string()
    .optional()
    .refine((from) => from === undefined || MAIL_FROM.test(from), said(configText.smtpFrom)),
  ZI_REQUESTS_PER_MINUTE: whole(1, 10_000_000, configText.requestsPerMinute),
});

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Reads the environment; contradictions and unreadable values are faults, never guessed around. */
export function readConfig(env: NodeJS.ProcessEnv, options: { demo?: boolean } = {}): ConfigResult {
  const parsed = ENV.safeParse(withoutEmpty(env));
  if (!parsed.success)
    return { ok: false, faults: parsed.error.issues.map(({ message }) => message) };
  const values = parsed.data;
  const demo = options.demo ?? false;
  const host = values.HOST ?? '127.0.0.1';
  const port = values.PORT ?? 3000;
  const publicUrl = new URL(values.PUBLIC_URL ?? `http://${bracketed(host)}:${port}`).origin;
  const https = publicUrl.startsWith('https:');
  const faults: string[] = [];
  if (demo && !LOOPBACK.has(host)) faults.push(configText.demoHost(host));
  if (https && !values.TRUST_PROXY) faults.push(configText.proxyNeeded);
  faults.push(...mailFaults(values, demo));
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    config: Object.freeze({
      dataFolder: path.resolve(values.ZI_DATA ?? (demo ? 'demo-data' : 'data')),
      port,
      host,
      publicUrl,
      https,
      trustProxy: parseTrustProxy(values.TRUST_PROXY),
      demo,
      requestsPerMinute: values.ZI_REQUESTS_PER_MINUTE ?? 1200,
      mail:
        values.SMTP_URL === undefined || values.SMTP_FROM === undefined
          ? null
          : Object.freeze({ url: values.SMTP_URL, from: values.SMTP_FROM }),
    }),
  };
}

/** Half a setting sends nothing; a mail without an address of ours leads nowhere. */
function mailFaults(values: z.infer<typeof ENV>, demo: boolean): string[] {
  const { SMTP_URL, SMTP_FROM, PUBLIC_URL } = values;
  if (SMTP_URL === undefined && SMTP_FROM === undefined) return [];
  if (demo) return [configText.mailInDemo];
  if (SMTP_FROM === undefined) return [configText.smtpFromNeeded];
  if (SMTP_URL === undefined) return [configText.smtpUrlNeeded];
  return PUBLIC_URL === undefined ? [configText.mailNeedsPublicUrl] : [];
}

/** smtp or smtps, a host, perhaps a port, user and password; nothing behind it. */
function isSmtp(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search, hash } = new URL(text);
  return (
    /^smtps?:$/.test(protocol) && hostname !== '' && /^\/?$/.test(`${pathname}${search}${hash}`)
  );
}

function withoutEmpty(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}

function whole(least: number, most: number, words: (value: string) => string) {
  return z
    .string()
    .optional()
    .refine((text) => text === undefined || (WHOLE.test(text) && isWithin(text)), said(words))
    .transform((text) => (text === undefined ? undefined : Number(text)));

  function isWithin(text: string): boolean {
    return Number(text) >= least && Number(text) <= most;
  }
}

function said(words: (value: string) => string) {
  return { error: ({ input }: { readonly input: unknown }) => words(String(input)) };
}

/** http(s) and a host, nothing behind it. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname, search, hash, username } = new URL(text);
  return /^https?:$/.test(protocol) && `${pathname}${search}${hash}${username}` === '/';
}

const NAMED_NETWORKS = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** What Express takes: a number of proxies, or networks by name, address or address/bits. */
function isTrust(text: string): boolean {
  if (text === 'false' || /^\d{1,2}$/.test(text)) return true;
  return text.split(',').every((part) => {
    const [address = '', bits, more] = part.trim().split('/');
    if (NAMED_NETWORKS.has(address)) return bits === undefined;
    const family = isIP(address);
    if (family === 0 || more !== undefined) return false;
    return bits === undefined || (WHOLE.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
  });
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

function parseTrustProxy(value: string | undefined): Config['trustProxy'] {
  if (value === undefined || value === 'false' || value === '0') return false;
  if (/^\d{1,2}$/.test(value)) return Number(value);
  return value.split(',').map((address) => address.trim());
}
