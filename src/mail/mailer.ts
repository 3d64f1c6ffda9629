import { createTransport } from 'nodemailer';

export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Hands mail over to one server. */
export interface Mailer {
  /** Rejects where the server did not take it. */
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

const PATIENCE_MS = 20_000;

/** Plain text only; neither files nor addresses are ever read by what builds the message. */
export function openMailer({ url, from }: { readonly url: string; readonly from: string }): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 1,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ to, subject, text }) => {
      const headers = { 'Auto-Submitted': 'auto-generated' };
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text, headers });
    },
    close: () => transport.close(),
  };
}

/** Where a refusal is about this one message or its reader, not about our settings or the server. */
const OF_THIS_MAIL: readonly unknown[] = ['RCPT TO', 'DATA'];

/**
 * Refused for good (5xx), so that another attempt would be refused as well. A wrong password or a
 * server that turns us away is mended by somebody: then what waits must still be there.
 */
export function isFinal(error: unknown): boolean {
  const { responseCode, command } = (error ?? {}) as Readonly<Record<string, unknown>>;
  return typeof responseCode === 'number' && responseCode >= 500 && OF_THIS_MAIL.includes(command);
}
