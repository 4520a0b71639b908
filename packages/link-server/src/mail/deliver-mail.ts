import type { Deps } from '../deps.js';
import type { Query } from '../store/database.js';
import { transition } from '../transition/run-transition.js';
import type { MailOutcome, OutgoingMail, SendMail } from './mailer.js';
import { mailRetryDelayMs } from './retry-delay.js';
import { mailTopic } from './mail-topic.js';

/** An e-mail that waits to be sent. */
export interface WaitingMail {
  readonly id: string;
  readonly next_at: number;
  readonly attempts: number;
}

/** An attempt that nobody finished, as its server was killed, is made again after this long: longer than any attempt takes. */
const leaseMs = 180_000;

/** How many of the mails before it a mail names. */
const mostReferences = 10;

/**
 * Hands an e-mail to the mail server once, outside of any transaction, and writes down what came of it. A crash between
 * that server's word and this record sends it again under its old id, by which mail programs know it: nothing is lost.
 */
export async function deliverMail(deps: Deps, send: SendMail, waiting: WaitingMail): Promise<void> {
  const mail = await claim(deps, waiting);
  if (mail) await settle(deps, waiting, await send(mail));
}

interface MailRow {
  readonly conversation_id: string;
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  readonly mail_id: string;
  readonly mail_token: string;
  readonly seq: number;
}

/** Takes the mail for this process. The look before may be stale: only this update decides. */
function claim({ db, now }: Deps, { id, next_at }: WaitingMail): Promise<OutgoingMail | null> {
  return db.tx(async (q) => {
    const { changes } = await q.run(
      'update message set next_at = $3 where id = $1 and next_at = $2',
      id,
      next_at,
      now() + leaseMs,
    );
    return changes === 1 ? await readOutgoing(q, id) : null;
  });
}

async function readOutgoing(q: Query, id: string): Promise<OutgoingMail> {
  const row = await q.get<MailRow>(
    `select message.conversation_id, message.address, message.subject, message.text, message.mail_id, message.seq,
       conversation.mail_token
     from message join conversation on conversation.id = message.conversation_id where message.id = $1`,
    id,
  );
  if (!row) throw new Error(`${id} was claimed and is not there`);
  const before = await q.all<{ mail_id: string }>(
    `select mail_id from message where conversation_id = $1 and channel = 'email' and address = $2 and seq < $3
     order by seq desc limit $4`,
    row.conversation_id,
    row.address,
    row.seq,
    mostReferences,
  );
  const references = before.map(({ mail_id }) => mail_id).reverse();
  const { address: to, subject, text, mail_id: mailId, mail_token: token } = row;
  return { to, subject, text, mailId, references, token };
}

/** One that was forgotten meanwhile, with the conversation it was in, is no more to be told about. */
function settle(deps: Deps, { id, attempts }: WaitingMail, outcome: MailOutcome): Promise<void> {
  return transition(deps, async (t) => {
    const pause = outcome.sent || outcome.final ? null : mailRetryDelayMs(attempts + 1);
    const failed = !outcome.sent && pause === null;
    const { changes } = await t.q.run(
      `update message set attempts = $2, next_at = $3, delivered_at = $4, failed_at = $5, failure = $6
       where id = $1 and next_at is not null`,
      id,
      attempts + 1,
      pause === null ? null : t.now + pause,
      outcome.sent ? t.now : null,
      failed ? t.now : null,
      failed ? outcome.failure : null,
    );
    if (!outcome.sent)
      deps.log.warn('mail_not_sent', { reason: outcome.failure, status: outcome.status, tries: attempts + 1 });
    if (changes === 0) return;
    t.q.ring(mailTopic);
    // What waits for another attempt stands as it stood.
    if (pause !== null) return;
    t.mails.add(id);
    // Pages that show it read it again when its conversation is said to have changed.
    const row = await t.q.get<{ id: string }>('select conversation_id as id from message where id = $1', id);
    if (row) t.conversations.add(row.id);
  });
}
