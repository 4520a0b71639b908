import type { Message } from '@carillon/contract';
import { findCallOfAgentIn } from '../call/read-call.js';
import { readConversationFor } from '../conversation/read-conversation-row.js';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import { findMessage, toMessage, type MessageRow } from '../message/read-messages.js';
import type { Query } from '../store/database.js';
import { transition } from '../transition/run-transition.js';
import { mailTopic } from './mail-topic.js';

interface Which {
  readonly agentId: string;
  readonly messageId: string;
}

/**
 * Sends an e-mail again that has failed, under its old id. One that waits or was sent is left as it is: two who press
 * at once send it once. @throws {DomainError} `not_found`, `mail_unavailable`
 */
export function retryMail(deps: Deps, which: Which): Promise<Message> {
  return transition(deps, async (t) => {
    const { id, conversation_id: conversationId } = await readMailOf(t.q, which);
    if (deps.settings.mailDomain === null) throw new DomainError('mail_unavailable');
    const { changes } = await t.q.run(
      `update message set next_at = $2, attempts = 0, failed_at = null, failure = null
       where id = $1 and failed_at is not null`,
      id,
      t.now,
    );
    if (changes === 1) {
      t.mails.add(id);
      t.conversations.add(conversationId);
      t.q.ring(mailTopic);
    }
    return toMessage(await readMailOf(t.q, which));
  });
}

/** An agent's e-mail in a conversation of this agent's. Any other does not exist for them. @throws {DomainError} `not_found` */
async function readMailOf(q: Query, { agentId, messageId }: Which): Promise<MessageRow> {
  const row = await findMessage(q, messageId);
  if (row?.channel !== 'email' || row.sender !== 'agent') throw new DomainError('not_found');
  const { conversation_id: conversationId } = row;
  if (!(await findCallOfAgentIn(q, { agentId, conversationId })))
    await readConversationFor(q, conversationId, agentId).catch((error: unknown) => {
      if (error instanceof DomainError) throw new DomainError('not_found');
      throw error;
    });
  return row;
}
