import {
  mailLimits,
  messageLimits,
  MessagesQuery,
  PageQuery,
  ReceivedMessagesRequest,
  SendMailRequest,
  SendMessageRequest,
  WriteNoteRequest,
} from '@carillon/contract';
import { Hono } from 'hono';
import { listConversations } from '../conversation/list-conversations.js';
import { readConversationDetail } from '../conversation/read-conversation.js';
import { writeNote } from '../conversation/write-note.js';
import type { Deps } from '../deps.js';
import type { AppContext, AppEnv } from '../http/app-env.js';
import { requireAgent } from '../http/bearer.js';
import { limitByAgent } from '../http/limit-requests.js';
import { queryOf } from '../http/query.js';
import { bodyOf, idOf, validJson } from '../http/valid.js';
import { sendMail } from '../mail/send-mail.js';
import { agentReceived, listAgentMessages, sendAgentMessage } from '../message/agent-messages.js';

/** Routes under `/v1/conversations`. */
export const conversationRoutes = (deps: Deps) => {
  const which = (c: AppContext) => ({ agentId: c.get('agentId'), conversationId: idOf(c) });
  return new Hono<AppEnv>()
    .use(requireAgent(deps))
    .get('/', async (c) =>
      c.json(await listConversations(deps, { agentId: c.get('agentId'), ...queryOf(c, PageQuery) })),
    )
    .get('/:id', async (c) => c.json(await readConversationDetail(deps, which(c))))
    .post('/:id/messages', limitByAgent(messageLimits.perMinute, deps.now), validJson(SendMessageRequest), async (c) =>
      c.json(await sendAgentMessage(deps, { ...which(c), ...bodyOf(c, SendMessageRequest) })),
    )
    .get('/:id/messages', async (c) =>
      c.json(await listAgentMessages(deps, { ...which(c), ...queryOf(c, MessagesQuery) })),
    )
    .post('/:id/mails', limitByAgent(mailLimits.perMinute, deps.now), validJson(SendMailRequest), async (c) =>
      c.json(await sendMail(deps, { ...which(c), ...bodyOf(c, SendMailRequest) })),
    )
    .post('/:id/notes', limitByAgent(messageLimits.perMinute, deps.now), validJson(WriteNoteRequest), async (c) =>
      c.json(await writeNote(deps, { ...which(c), ...bodyOf(c, WriteNoteRequest) })),
    )
    .post('/:id/messages/received', validJson(ReceivedMessagesRequest), async (c) =>
      c.json(await agentReceived(deps, { ...which(c), ...bodyOf(c, ReceivedMessagesRequest) })),
    );
};
