import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { MailConfig } from '../config/read-mail-config.js';

/** A mail as it arrived. */
export interface ArrivedMail {
  readonly to: readonly string[];
  /** Head fields, unfolded, by their names in small letters. */
  readonly head: ReadonlyMap<string, string>;
  readonly body: string;
  readonly raw: string;
}

/** How the mail server answers: takes it, or refuses with a reply code at that step. */
export interface SmtpRefusal {
  readonly at: 'RCPT TO' | 'DATA';
  readonly code: number;
}

/** A real SMTP server on loopback, which keeps what it gets. */
export interface SmtpInbox {
  readonly port: number;
  readonly url: string;
  readonly mails: ArrivedMail[];
  refusal: SmtpRefusal | null;
  /** Takes the next mail and then hangs up without a word of it, as a server that is killed at the wrong moment does. */
  silent: boolean;
  /** Resolves when so many mails have arrived. */
  arrived(count: number): Promise<void>;
  close(): Promise<void>;
}

export interface SmtpInboxOptions {
  readonly login?: { readonly user: string; readonly pass: string };
  readonly port?: number;
}

export async function startSmtpInbox({ login, port: wanted = 0 }: SmtpInboxOptions = {}): Promise<SmtpInbox> {
  const waiting = new Set<() => void>();
  const refused = ({ code }: SmtpRefusal) => Object.assign(new Error('Not today'), { responseCode: code });
  const server = new SMTPServer({
    logger: false,
    hideSTARTTLS: true,
    authOptional: !login,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onAuth(auth, _session, callback) {
      if (auth.username === login?.user && auth.password === login?.pass) callback(null, { user: auth.username });
      else callback(Object.assign(new Error('Who?'), { responseCode: 535 }));
    },
    onRcptTo(_address, _session, callback) {
      const { refusal } = inbox;
      callback(refusal?.at === 'RCPT TO' ? refused(refusal) : null);
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { refusal } = inbox;
        if (refusal?.at === 'DATA') return callback(refused(refusal));
        inbox.mails.push(parse(session.envelope.rcptTo, Buffer.concat(chunks).toString('utf8')));
        for (const tell of waiting) tell();
        if (inbox.silent) return void closeConnections();
        callback(null);
      });
    },
  });
  // A client that goes away is no business of a test.
  server.on('error', () => undefined);
  const closeConnections = () => {
    inbox.silent = false;
    for (const connection of server.connections) connection.close();
  };
  server.listen(wanted, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const credentials = login ? `${encodeURIComponent(login.user)}:${encodeURIComponent(login.pass)}@` : '';
  const inbox: SmtpInbox = {
    port,
    url: `smtp://${credentials}127.0.0.1:${port}`,
    mails: [],
    refusal: null,
    silent: false,
    arrived: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (inbox.mails.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return inbox;
}

function parse(rcptTo: readonly { readonly address: string }[], raw: string): ArrivedMail {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const head = lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]);
  return {
    to: rcptTo.map(({ address }) => address),
    head: new Map(head as [string, string][]),
    body: raw.slice(end + 4).trimEnd(),
    raw,
  };
}

/** The secret that signs answers in tests. */
export const inboundSecret = `whsec_${Buffer.alloc(32, 'mail').toString('base64')}`;

/** The settings of e-mail that goes to this server. */
export const mailConfigFor = (inbox: SmtpInbox, login: SmtpInboxOptions['login'] | null = null): MailConfig => ({
  smtp: { host: '127.0.0.1', port: inbox.port, secure: false, requireTls: false, auth: login ?? null },
  from: { name: 'Northwind', address: 'calls@northwind.example' },
  replyTo: 'answers@northwind.example',
  inboundSecret,
});
