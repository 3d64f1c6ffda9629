import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface TakenMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** A real SMTP server on this machine that keeps what it is given. */
export interface SmtpInbox {
  readonly url: string;
  readonly taken: readonly TakenMail[];
  /** Every message is refused with this code from now on; null: taken again. */
  refuseWith(code: number | null): void;
  close(): Promise<void>;
}

export async function startSmtp(): Promise<SmtpInbox> {
  const taken: TakenMail[] = [];
  let refusal: number | null = null;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refusal !== null) {
          done(Object.assign(new Error('refused'), { responseCode: refusal }));
          return;
        }
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        const to = rcptTo.map(({ address }) => address).join(', ');
        taken.push({ from, to, ...parsed(Buffer.concat(chunks).toString('utf8')) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  let isOpen = true;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    refuseWith: (code) => {
      refusal = code;
    },
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Subject and text as a person reads them: folded lines joined, quoted-printable undone. */
function parsed(raw: string): Pick<TakenMail, 'subject' | 'text'> {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const headers = head.replace(/\r\n[ \t]/g, ' ');
  const subject = /^Subject: (.*)$/im.exec(headers)?.[1] ?? '';
  const text = body.join('\r\n\r\n');
  const isQuoted = /^Content-Transfer-Encoding: quoted-printable$/im.test(headers);
  return { subject, text: isQuoted ? unquoted(text) : text };
}

function unquoted(text: string): string {
  return text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
