import { EmailAddress, WebhookSecret } from '@carillon/contract';
import { ConfigError } from './config-error.js';
import { urlOf, type Environment } from './url-of.js';

/** The mail server that e-mail goes out by. */
export interface SmtpConfig {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte. */
  readonly secure: boolean;
  /** TLS before anything is said that others should not hear. */
  readonly requireTls: boolean;
  readonly auth: { readonly user: string; readonly pass: string } | null;
}

export interface MailConfig {
  readonly smtp: SmtpConfig;
  /** Who mail comes from. */
  readonly from: { readonly name: string; readonly address: string };
  /** Where answers go; each conversation has an address of its own there while answers are taken. */
  readonly replyTo: string;
  /** What signs the answers that are handed to us; null: none are taken. */
  readonly inboundSecret: string | null;
}

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost']);
/** A local part has 64 characters at most, and a conversation's token takes 33 of them. */
const longestLocalPart = 31;

/**
 * Reads SMTP_URL, MAIL_FROM, MAIL_REPLY_TO, MAIL_INBOUND_SECRET and SMTP_ALLOW_PLAIN; null without a mail server: there
 * is no e-mail then. @throws {ConfigError}
 */
export function readMailConfig(env: Environment): MailConfig | null {
  const smtp = readSmtp(env);
  if (!smtp) return null;
  const from = readFrom(env['MAIL_FROM']);
  const replyTo = env['MAIL_REPLY_TO'] ? addressOf('MAIL_REPLY_TO', env['MAIL_REPLY_TO']) : from.address;
  const inboundSecret = env['MAIL_INBOUND_SECRET'] || null;
  if (inboundSecret !== null && !WebhookSecret.safeParse(inboundSecret).success)
    throw new ConfigError('MAIL_INBOUND_SECRET has to be whsec_ and 24 to 64 random bytes in base64.');
  if (inboundSecret !== null && replyTo.indexOf('@') > longestLocalPart)
    throw new ConfigError(
      `The address that answers go to is too long: ${longestLocalPart} characters at most before the @. Set MAIL_REPLY_TO.`,
    );
  return { smtp, from, replyTo, inboundSecret };
}

function readSmtp(env: Environment): SmtpConfig | null {
  const text = urlOf(env, 'SMTP_URL', ['smtp:', 'smtps:']);
  if (text === null) return null;
  const url = new URL(text);
  const secure = url.protocol === 'smtps:';
  if (!url.hostname || (url.pathname !== '' && url.pathname !== '/') || url.search || url.hash)
    throw new ConfigError('SMTP_URL has to be like smtps://user:password@mail.example or smtp://mail.example:587.');
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port ? Number(url.port) : secure ? 465 : 587,
    secure,
    requireTls: !secure && !loopback.has(url.hostname) && env['SMTP_ALLOW_PLAIN'] !== '1',
    auth: url.username ? { user: plain(url.username), pass: plain(url.password) } : null,
  };
}

/** @throws {ConfigError} never with the password in it */
function plain(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    throw new ConfigError('SMTP_URL holds a % that is no percent-encoding: write it as %25.');
  }
}

function readFrom(given: string | undefined): MailConfig['from'] {
  if (!given) throw new ConfigError('SMTP_URL needs MAIL_FROM: the address that e-mail comes from.');
  const [, name = '', address = ''] = /^\s*"?([^"<>\u0000-\u001f\u007f]*?)"?\s*<([^<>\s]+)>\s*$/.exec(given) ?? [
    given,
    '',
    given,
  ];
  return { name, address: addressOf('MAIL_FROM', address.trim()) };
}

function addressOf(name: string, given: string): string {
  const address = EmailAddress.safeParse(given);
  if (!address.success)
    throw new ConfigError(`${name} has to be an address such as calls@example.com, or Northwind <calls@example.com>.`);
  return address.data;
}
