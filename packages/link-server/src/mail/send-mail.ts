import type { SendMailRequest, WrittenMail } from '@carillon/contract';
import { findCallOfAgentIn } from '../call/read-call.js';
import { readConversation, readConversationFor } from '../conversation/read-conversation-row.js';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { findMailOf, findSentMessage, toMessage } from '../message/read-messages.js';
import type { Query } from '../store/database.js';
import { transition } from '../transition/run-transition.js';
import type { ConversationRow } from '../transition/rows.js';
import { conversationOfMail } from './conversation-of-mail.js';
import { mailTopic } from './mail-topic.js';
import { mailIdOf } from './thread-token.js';
import { ensureThread, writeMail } from './write-mail.js';

interface Which {
  readonly agentId: string;
  readonly conversationId: string;
}

/**
 * An agent writes an e-mail in a conversation, on a call or not: another channel, never a second call (MSG-2, MSG-3). It
 * is sent right after the commit. The same id again answers with what was kept then.
 * @throws {DomainError} `conversation_not_found`, `mail_unavailable`, `conversation_closed`, `idempotency_mismatch`
 */
export function sendMail(
  deps: Deps,
  { agentId, conversationId: asked, clientId, to, subject, text }: Which & SendMailRequest,
): Promise<WrittenMail> {
  return transition(deps, async (t) => {
    const thread = await conversationToWriteIn(t.q, { agentId, conversationId: asked });
    const { mailDomain } = deps.settings;
    if (mailDomain === null) throw new DomainError('mail_unavailable');
    const sent = await findMailOf(t.q, agentId, clientId);
    if (sent) {
      const same = sent.text === text && sent.address === to && sent.subject === subject;
      if (!same) throw new DomainError('idempotency_mismatch');
      return { conversationId: sent.conversation_id, message: toMessage(sent) };
    }
    if (thread.status === 'closed') throw new DomainError('conversation_closed');
    const conversationId = await conversationOfMail(t, thread, { address: to, name: to });
    // Its id may be taken by what was written there beside a call.
    if (await findSentMessage(t.q, conversationId, 'agent', clientId)) throw new DomainError('idempotency_mismatch');
    const messageId = deps.ids.id('msg');
    const mailId = mailIdOf(messageId, await ensureThread(t, conversationId), mailDomain);
    await writeMail(t, { messageId, conversationId, agentId, clientId, address: to, subject, text, mailId });
    t.q.ring(mailTopic);
    const kept = await findMailOf(t.q, agentId, clientId);
    if (!kept) throw new Error('a mail was written and is not there');
    return { conversationId, message: toMessage(kept) };
  });
}

/** The conversation of the agent's call, which may have come from another queue than theirs; else it has to be of one of theirs. */
const conversationToWriteIn = async (q: Query, which: Which): Promise<ConversationRow> =>
  (await findCallOfAgentIn(q, which))
    ? readConversation(q, which.conversationId)
    : readConversationFor(q, which.conversationId, which.agentId);
