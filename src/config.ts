import path from 'node:path';
import { z } from 'zod';

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
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly faults: string[] };

const ENV = z.object({
  ZI_DATA: z.string().min(1).optional(),
  PORT: z.coerce.number().int().min(0).max(65535).optional(),
  HOST: z.string().min(1).optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => new URL(url).pathname === '/' && new URL(url).search === '', {
      message: 'must be an origin without a path',
    })
    .optional(),
  TRUST_PROXY: z.string().min(1).optional(),
  ZI_REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).max(10_000_000).optional(),
});

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Reads the environment; contradictions and unreadable values are faults, never guessed around. */
export function readConfig(env: NodeJS.ProcessEnv, options: { demo?: boolean } = {}): ConfigResult {
  const parsed = ENV.safeParse(withoutEmpty(env));
  if (!parsed.success) return { ok: false, faults: parsed.error.issues.map(describe) };
  const values = parsed.data;
  const demo = options.demo ?? false;
  const host = values.HOST ?? '127.0.0.1';
  const port = values.PORT ?? 3000;
  const publicUrl = new URL(values.PUBLIC_URL ?? `http://${bracketed(host)}:${port}`).origin;
  const https = publicUrl.startsWith('https:');
  const faults: string[] = [];
  if (demo && !LOOPBACK.has(host)) faults.push('HOST: the demo binds to loopback only');
  if (https && !values.TRUST_PROXY) {
    faults.push('TRUST_PROXY: PUBLIC_URL is https, so a proxy stands before; name it');
  }
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
    }),
  };
}

function withoutEmpty(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}

function describe(issue: z.core.$ZodIssue): string {
  return `${issue.path.join('.')}: ${issue.message}`;
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

function parseTrustProxy(value: string | undefined): Config['trustProxy'] {
  if (value === undefined || value === 'false' || value === '0') return false;
  if (/^\d{1,2}$/.test(value)) return Number(value);
  return value.split(',').map((address) => address.trim());
}
