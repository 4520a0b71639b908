import { createHash } from 'node:crypto';
import { DisplayName, type InboundMail, type InboundMailTaken } from '@carillon/contract';
import { readConversation } from '../conversation/read-conversation-row.js';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import type { Query } from '../store/database.js';
import { transition } from '../transition/run-transition.js';
import type { ConversationRow } from '../transition/rows.js';
import { tellOpenWrapUps } from '../wrap-up/tell-open-wrap-ups.js';
import { conversationOfMail } from './conversation-of-mail.js';
import { tokensIn } from './thread-token.js';
import { unquoted } from './unquoted.js';
import { writeMail } from './write-mail.js';

/**
 * Keeps a customer's answer in the conversation whose token it carries, and tells its agents. A mail that comes again,
 * as whoever hands it on was not sure, changes nothing. The conversation is open again, unless it is closed: then the
 * answer begins another one. @throws {DomainError} `mail_thread_unknown`
 */
export function takeMail(deps: Deps, mail: InboundMail): Promise<InboundMailTaken> {
  return transition(deps, async (t) => {
    const known = await t.q.get('select 1 as found from message where mail_id = $1', mail.messageId);
    if (known) return { repeated: true, serverNow: t.now };
    const thread = await findThread(t.q, tokensIn(mail.to, mail.references));
    if (!thread) throw new DomainError('mail_thread_unknown');
    const party = { address: mail.from, name: shownName(mail) };
    const conversationId = await conversationOfMail(t, thread, party);
    await writeMail(t, {
      messageId: deps.ids.id('msg'),
      conversationId,
      agentId: null,
      clientId: createHash('sha256').update(mail.messageId).digest('base64url'),
      address: mail.from,
      subject: mail.subject,
      text: unquoted(mail.text),
      mailId: mail.messageId,
    });
    const reopened = await t.q.run(
      `update conversation set status = 'open' where id = $1 and status in ('waiting', 'solved')`,
      conversationId,
    );
    if (reopened.changes > 0) await tellOpenWrapUps(t, conversationId);
    return { repeated: false, serverNow: t.now };
  });
}

/** The conversation of the first token that is one. */
async function findThread(q: Query, tokens: readonly string[]): Promise<ConversationRow | undefined> {
  for (const token of tokens.slice(0, 10)) {
    const row = await q.get<{ id: string }>('select id from conversation where mail_token = $1', token);
    if (row) return readConversation(q, row.id);
  }
  return undefined;
}

/** What they call themselves, if that can be shown; else their address, as much of it as a title holds. */
function shownName({ name, from }: InboundMail): string {
  const shown = DisplayName.safeParse(name);
  return shown.success ? shown.data : from.slice(0, 100);
}
