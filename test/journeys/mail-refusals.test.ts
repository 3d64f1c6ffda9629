import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { isFinal, openMailer } from '../../src/mail/mailer.js';

type Done = (error?: Error | null) => void;

const refuse =
  (responseCode: number) =>
  (_first: unknown, second: unknown, third?: unknown): void =>
    ((third ?? second) as Done)(Object.assign(new Error('refused'), { responseCode }));

const letter = { to: 'tpi@contoh.go.id', subject: 'Pengajuan', text: 'Isi.' };

/** One message to a server with these rules, and what came of it. */
async function handOver(rules: SMTPServerOptions, login = '', mail = letter) {
  let raw = '';
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: true,
    onData(stream, _session, done) {
      stream.on('data', (chunk: Buffer) => (raw += chunk.toString('utf8')));
      stream.on('end', () => done());
    },
    ...rules,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const mailer = openMailer({ url: `smtp://${login}127.0.0.1:${port}`, from: 'zi@contoh.go.id' });
  const error = await mailer.send(mail).then(
    () => null,
    (reason: unknown) => reason,
  );
  mailer.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return { error, raw };
}

describe('mail that is refused', () => {
  it.each<[string, boolean, SMTPServerOptions, string]>([
    ['a wrong password', false, { onAuth: refuse(535) }, 'zi:salah@'],
    ['a server that turns us away', false, { onConnect: refuse(554) }, ''],
    ['a sender that is not allowed', false, { onMailFrom: refuse(550) }, ''],
    ['a mailbox that is full for now', false, { onRcptTo: refuse(452) }, ''],
    ['an address that does not exist', true, { onRcptTo: refuse(550) }, ''],
  ])('for %s is given up for good: %s', async (_title, final, rules, login) => {
    const { error } = await handOver(rules, login);
    expect(error).toBeInstanceOf(Error);
    expect(isFinal(error)).toBe(final);
  });
});

it('a subject with line ends makes no further header', async () => {
  const subject = 'KPU\r\nBcc: lain@contoh.go.id\r\n\r\nisi lain';
  const { error, raw } = await handOver({}, '', { ...letter, subject });
  expect(error).toBeNull();
  expect(raw).not.toMatch(/^Bcc:/im);
  expect(raw.split('\r\n\r\n')).toHaveLength(2);
});
