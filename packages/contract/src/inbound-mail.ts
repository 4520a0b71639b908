import * as z from 'zod/mini';
import { EpochMs } from './common.js';
import { mailLimits } from './mail.js';
import { cleanMessage } from './message-text.js';
import { EmailAddress } from './person.js';

const headLine = z.string().check(z.maxLength(998));
/** The ids that mails have for each other (RFC 5322, 3.6.4). */
const MailId = z.string().check(z.regex(/^<[\x21-\x3b\x3d\x3f-\x7e]{1,996}>$/));

/** What the head of a customer's mail calls itself, in one line that can be shown. */
const ReceivedSubject = z.pipe(
  headLine,
  z.transform((text: string) =>
    [...cleanMessage(text).replace(/\s+/g, ' ')].slice(0, mailLimits.subject).join('').trim(),
  ),
);

/**
 * Body of `POST /v1/inbound-mail`: a customer's answer, as whatever receives mail hands it on. `to` are all addresses it
 * was sent to, `references` the ids in its In-Reply-To and References: one of both says which conversation it belongs to.
 */
export const InboundMail = z.strictObject({
  messageId: MailId,
  from: EmailAddress,
  name: z._default(z.string().check(z.maxLength(320)), ''),
  to: z.array(headLine).check(z.maxLength(100)),
  references: z._default(z.array(headLine).check(z.maxLength(200)), []),
  subject: z._default(ReceivedSubject, ''),
  text: z.string().check(z.maxLength(100_000)),
});
export type InboundMail = z.infer<typeof InboundMail>;

/** The answer to it. `repeated`: it had been taken before. */
export const InboundMailTaken = z.object({ repeated: z.boolean(), serverNow: EpochMs });
export type InboundMailTaken = z.infer<typeof InboundMailTaken>;
