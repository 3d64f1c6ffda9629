import { sendDueMail } from './features/notifications/send-mail.js';
import { openMailer } from './mail/mailer.js';
import type { Deps } from './web/deps.js';

const ROUND_MS = 60 * 1000;

/** Every minute what is due goes out, never within a request; nothing where no server is set. */
export function startMailing(deps: Deps): { stop(): void } {
  if (deps.config.mail === null) return { stop: () => undefined };
  const mailer = openMailer(deps.config.mail);
  let isSending = false;
  const timer = setInterval(() => void round(), ROUND_MS);
  timer.unref();
  void round();
  return {
    stop: () => {
      clearInterval(timer);
      mailer.close();
    },
  };

  async function round(): Promise<void> {
    if (isSending) return;
    isSending = true;
    try {
      await sendDueMail(deps, mailer);
    } catch (error) {
      deps.log.error({ err: error }, 'a round of mail failed');
    } finally {
      isSending = false;
    }
  }
}
