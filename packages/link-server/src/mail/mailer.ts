import type { MailFailure } from '@carillon/contract';

/** An e-mail as it goes out: text alone. */
export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Its own id, and those of the mails before it (RFC 5322, 3.6.4). */
  readonly mailId: string;
  readonly references: readonly string[];
  /** By which an answer finds its conversation. */
  readonly token: string;
}

/**
 * What came of an attempt. `final`: another one would end the same way. `status` is the mail server's reply code, where
 * there was one.
 */
export type MailOutcome =
  | { readonly sent: true }
  | { readonly sent: false; readonly failure: MailFailure; readonly final: boolean; readonly status: number | null };

/** Hands an e-mail to the mail server, once. Whatever goes wrong is an outcome: it does not throw. */
export type SendMail = (mail: OutgoingMail) => Promise<MailOutcome>;
