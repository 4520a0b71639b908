import type { MailFailure } from '@carillon/contract';
import type { MailConfig } from '../config/read-mail-config.js';
import type { MailOutcome, OutgoingMail, SendMail } from './mailer.js';
import { withToken } from './thread-token.js';

/** How long one attempt may take, in milliseconds: a mail server that drips is left. */
const attemptMs = 120_000;

/** What nodemailer says went wrong. */
interface SmtpFault {
  readonly code?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

/**
 * Makes a function that sends by SMTP. The one file that knows nodemailer, which is loaded with the first mail: a server
 * without e-mail never has it in memory. Text alone is sent; nothing in a mail makes it read a file or fetch an address.
 */
export function smtpMailer({ smtp, from, replyTo, inboundSecret }: MailConfig): SendMail {
  const { host, port, secure, requireTls, auth } = smtp;
  const load = async () =>
    (await import('nodemailer')).createTransport({
      host,
      port,
      secure,
      requireTLS: requireTls,
      ...(auth ? { auth } : {}),
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 60_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  let transport: ReturnType<typeof load> | undefined;
  const answersTo = (token: string) => (inboundSecret === null ? replyTo : withToken(replyTo, token));

  return async ({ to, subject, text, mailId, references, token }: OutgoingMail): Promise<MailOutcome> => {
    try {
      await (
        await (transport ??= load())
      ).sendMail({
        from,
        to: { name: '', address: to },
        replyTo: { name: from.name, address: answersTo(token) },
        subject,
        text,
        messageId: mailId,
        references: [...references],
        ...(references.length > 0 ? { inReplyTo: references.at(-1) } : {}),
        signal: AbortSignal.timeout(attemptMs),
      });
      return { sent: true };
    } catch (error) {
      return outcomeOf(error ?? {});
    }
  };
}

/** A 5yz reply to the address or to the mail is the mail server's last word (RFC 5321, 4.2.1); whatever else, it may change its mind. */
export function outcomeOf({ code, responseCode, command }: SmtpFault): MailOutcome {
  const status = responseCode ?? null;
  const permanent = status !== null && status >= 500;
  const failure: MailFailure =
    code === 'EENVELOPE' && command === 'RCPT TO'
      ? 'address_refused'
      : permanent && (code === 'EMESSAGE' || code === 'EENVELOPE')
        ? 'mail_refused'
        : 'server_unavailable';
  return { sent: false, failure, final: permanent && failure !== 'server_unavailable', status };
}
